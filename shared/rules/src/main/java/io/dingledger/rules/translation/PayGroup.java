package io.dingledger.rules.translation;

import io.dingledger.model.document.PayPeriod;
import io.dingledger.model.money.Money;
import io.dingledger.model.pay.PayItem;
import io.dingledger.rules.book.PeriodVouchers.SumBy;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pay items that are summed up: of one item and one month, and of one department or person where
 * these are told apart.
 *
 * @param key what they have in common
 * @param items at least one, the latest last
 */
record PayGroup(Key key, List<PayItem> items) {
  private static final Comparator<PayItem> LATEST_LAST =
      Comparator.comparing(PayItem::day).thenComparing(item -> item.id().value());

  PayGroup {
    items = items.stream().sorted(LATEST_LAST).toList();
  }

  /** What the items of a group have in common; what is not told apart is empty. */
  record Key(String item, YearMonth month, String departmentId, String userId) {
    /** As a book lists its items; those that only earlier books had come last, by name. */
    private static Comparator<Key> order(Collection<String> listed) {
      Map<String, Integer> places = new HashMap<>();
      listed.forEach(item -> places.put(item, places.size()));
      return Comparator.comparing((Key key) -> places.getOrDefault(key.item(), places.size()))
          .thenComparing(Key::item)
          .thenComparing(Key::month)
          .thenComparing(Key::departmentId)
          .thenComparing(Key::userId);
    }
  }

  /**
   * The groups, in an order that depends on what they are alone.
   *
   * @param listed the names of the book's items, in its order
   */
  static List<PayGroup> of(Collection<PayItem> items, Set<SumBy> apart, Collection<String> listed) {
    Map<Key, List<PayItem>> groups = new TreeMap<>(Key.order(listed));
    for (PayItem item : items) {
      Key key =
          new Key(
              item.item(),
              item.month(),
              apart.contains(SumBy.DEPARTMENT) ? item.department().id() : "",
              apart.contains(SumBy.EMPLOYEE) ? item.person().userId() : "");
      groups.computeIfAbsent(key, any -> new ArrayList<>()).add(item);
    }
    return groups.entrySet().stream()
        .map(entry -> new PayGroup(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The latest item, by which people and departments are named as they were last known. */
  PayItem latest() {
    return items.getLast();
  }

  BigDecimal quantity() {
    return items.stream().map(PayItem::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Signed: below zero for what is taken from pay. */
  Money amount() {
    return items.stream().map(PayItem::amount).reduce(Money::plus).orElseThrow();
  }

  PayPeriod.Sum sum() {
    return new PayPeriod.Sum(
        key.item(),
        key.month(),
        key.departmentId(),
        key.userId(),
        items.size(),
        quantity(),
        amount());
  }
}

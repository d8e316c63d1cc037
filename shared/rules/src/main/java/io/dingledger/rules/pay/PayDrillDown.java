package io.dingledger.rules.pay;

import io.dingledger.model.document.Department;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.VoucherLine;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the pay items behind a line of a period's voucher. */
public final class PayDrillDown {
  private final Map<String, List<PayItem>> byOrigin = new LinkedHashMap<>();

  /**
   * The items of a closed month.
   *
   * @param items all that are booked in it, those that its close made included
   */
  public PayDrillDown(Collection<PayItem> items) {
    List<PayItem> summed = summed(items);
    for (boolean departments : List.of(false, true)) {
      for (boolean people : List.of(false, true)) {
        groups(summed, departments, people);
      }
    }
  }

  private record Key(String item, YearMonth concerns, String departmentId, String userId) {}

  /** The items of a line, latest last; none when the line is no sum of pay items. */
  public List<PayItem> of(VoucherLine line) {
    return line.explanation().inputs().stream()
        .map(Explanation.Input::origin)
        .map(byOrigin::get)
        .filter(found -> found != null)
        .findFirst()
        .orElse(List.of());
  }

  /** Without the pairs of the same month that cancel each other out. */
  private static List<PayItem> summed(Collection<PayItem> items) {
    Set<PayItemId> known = items.stream().map(PayItem::id).collect(Collectors.toSet());
    Set<PayItemId> reversed =
        items.stream().flatMap(item -> item.reverses().stream()).collect(Collectors.toSet());
    return items.stream()
        .filter(item -> !reversed.contains(item.id()))
        .filter(item -> item.reverses().filter(known::contains).isEmpty())
        .toList();
  }

  private void groups(List<PayItem> items, boolean departments, boolean people) {
    Map<Key, List<PayItem>> groups = new LinkedHashMap<>();
    for (PayItem item : items) {
      Key key =
          new Key(
              item.item(),
              item.month(),
              departments ? item.department().id() : "",
              people ? item.person().userId() : "");
      groups.computeIfAbsent(key, any -> new ArrayList<>()).add(item);
    }
    groups.forEach((key, group) -> put(key, group, departments, people));
  }

  private void put(Key key, List<PayItem> group, boolean departments, boolean people) {
    group.sort(Comparator.comparing(PayItem::day).thenComparing(item -> item.id().value()));
    Department department = group.getLast().department();
    byOrigin.putIfAbsent(
        PayGroupWords.of(
            group.size(),
            key.item(),
            key.concerns(),
            departments ? Optional.of(department) : Optional.empty(),
            people ? Optional.of(key.userId()) : Optional.empty()),
        List.copyOf(group));
  }
}

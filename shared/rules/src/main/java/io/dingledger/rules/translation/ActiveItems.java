package io.dingledger.rules.translation;

import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayItemId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves out pay items that were taken back, with what takes them back. */
final class ActiveItems {
  private ActiveItems() {}

  /** Those of some items that count in totals: neither taken back nor taking back. */
  static List<PayItem> counting(Collection<PayItem> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    Set<PayItemId> reversed = reversed(items);
    return distinct(items).stream()
        .filter(item -> item.reverses().isEmpty() && !reversed.contains(item.id()))
        .toList();
  }

  /**
   * Those of some items that change a sum: pairs that cancel out are left out, but what takes back
   * an item that is not among them stays.
   */
  static List<PayItem> uncancelled(Collection<PayItem> items) {
    Set<PayItemId> reversed = reversed(items);
    Set<PayItemId> known = items.stream().map(PayItem::id).collect(Collectors.toSet());
    return distinct(items).stream()
        .filter(item -> !reversed.contains(item.id()))
        .filter(item -> item.reverses().filter(known::contains).isEmpty())
        .toList();
  }

  private static Set<PayItemId> reversed(Collection<PayItem> items) {
    return items.stream()
        .map(PayItem::reverses)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /** An item that is told twice is one. */
  private static Collection<PayItem> distinct(Collection<PayItem> items) {
    Map<PayItemId, PayItem> byId = new LinkedHashMap<>();
    items.forEach(item -> byId.putIfAbsent(item.id(), item));
    return byId.values();
  }
}

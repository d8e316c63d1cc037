package io.dingledger.retry;

import io.dingledger.model.tenant.Tenant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts what belongs to many tenants into an order in which each has its turn. */
final class Turns {
  private Turns() {}

  /**
   * The first of each tenant, then the second of each, and so on; those of one tenant stay in their
   * order, and tenants come in the order of their first.
   */
  static <T> List<T> of(List<T> all, Function<T, Tenant> whose) {
    Map<Tenant, Deque<T>> lanes = new LinkedHashMap<>();
    all.forEach(
        each -> lanes.computeIfAbsent(whose.apply(each), tenant -> new ArrayDeque<>()).add(each));
    List<T> turns = new ArrayList<>(all.size());
    while (!lanes.isEmpty()) {
      lanes.values().forEach(lane -> turns.add(lane.remove()));
      lanes.values().removeIf(Deque::isEmpty);
    }
    return turns;
  }
}

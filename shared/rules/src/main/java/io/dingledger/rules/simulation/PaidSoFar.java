package io.dingledger.rules.simulation;

import io.dingledger.model.pay.PayItem;
import io.dingledger.rules.Usage;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The pay items made so far, found by person and year: what a document may count is as much as one
 * person has in a year, however many documents there are.
 */
final class PaidSoFar {
  private final Map<PersonYear, List<PayItem>> byPerson = new HashMap<>();
  private final TreeMap<YearMonth, List<PayItem>> byMonth = new TreeMap<>();

  private record PersonYear(String userId, int year) {}

  void add(Collection<PayItem> items) {
    for (PayItem item : items) {
      PersonYear whose = new PersonYear(item.person().userId(), item.day().getYear());
      byPerson.computeIfAbsent(whose, key -> new ArrayList<>()).add(item);
      byMonth.computeIfAbsent(item.month(), key -> new ArrayList<>()).add(item);
    }
  }

  /** What a document that concerns these people and years may count. */
  Usage of(Set<String> userIds, Set<Integer> years) {
    List<PayItem> items = new ArrayList<>();
    for (String userId : userIds) {
      for (int year : years) {
        items.addAll(byPerson.getOrDefault(new PersonYear(userId, year), List.of()));
      }
    }
    return new Usage(items);
  }

  /** The months that items concern. */
  SortedSet<YearMonth> months() {
    return byMonth.navigableKeySet();
  }

  /** The items that concern a month. */
  List<PayItem> of(YearMonth month) {
    return List.copyOf(byMonth.getOrDefault(month, List.of()));
  }

  /** The items that concern the year of a month. */
  Usage yearOf(YearMonth month) {
    return new Usage(
        byMonth
            .subMap(YearMonth.of(month.getYear(), 1), true, YearMonth.of(month.getYear(), 12), true)
            .values()
            .stream()
            .flatMap(List::stream)
            .toList());
  }
}

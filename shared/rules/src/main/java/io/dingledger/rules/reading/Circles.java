package io.dingledger.rules.reading;

import io.dingledger.rules.book.Derived;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds definitions that need their own result. */
final class Circles {
  private final Map<String, Set<String>> needs = new HashMap<>();

  Circles(Collection<Derived> derived) {
    Map<String, String> names = new HashMap<>();
    derived.forEach(each -> names.put(each.path(), Usages.name(each)));
    for (Derived each : derived) {
      Set<String> needed = needs.computeIfAbsent(Usages.name(each), any -> new LinkedHashSet<>());
      each.needs().stream()
          .sorted()
          .filter(names::containsKey)
          .map(names::get)
          .forEach(needed::add);
    }
  }

  /** The names of a shortest way from a definition back to itself; empty when there is none. */
  List<String> from(String start) {
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String name = open.remove();
      for (String next : needs.getOrDefault(name, Set.of())) {
        if (cameFrom.putIfAbsent(next, name) == null) {
          if (next.equals(start)) {
            return way(start, cameFrom);
          }
          open.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<String> way(String start, Map<String, String> cameFrom) {
    List<String> way = new ArrayList<>(List.of(start));
    for (String at = cameFrom.get(start); !at.equals(start); at = cameFrom.get(at)) {
      way.addFirst(at);
    }
    way.addFirst(start);
    return way;
  }
}

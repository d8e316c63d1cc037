package io.dingledger.rules.reading;

import io.dingledger.rules.book.Derived;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Keeps which entries of the sections are used. */
final class Usages {
  private final Set<String> used = new HashSet<>();
  private final Map<String, Word> counted = new LinkedHashMap<>();

  /** An entry of a section is used. */
  void use(String section, String name) {
    used.add(section + "/" + name);
  }

  boolean isUsed(String section, String name) {
    return used.contains(section + "/" + name);
  }

  /** The pay items whose totals are read, each with the first place. */
  Map<String, Word> counted() {
    return counted;
  }

  /** Totals of these items are read at a place. */
  void count(Collection<String> names, Word word) {
    names.forEach(
        name -> {
          counted.putIfAbsent(name, word);
          use("payItems", name);
        });
  }

  /** What these paths are made of is used. */
  void read(Collection<String> paths, Map<String, Derived> derived) {
    for (String path : paths) {
      Derived value = derived.get(path);
      if (value != null) {
        use(section(value), name(value));
      }
    }
  }

  /** The pay items whose totals are among some paths. */
  static Set<String> items(Collection<String> paths, Set<String> known) {
    Set<String> items = new HashSet<>();
    for (String path : paths) {
      String[] parts = path.split("\\.");
      if (parts.length == 3
          && known.contains(parts[1])
          && Vocabularies.totals(parts[1]).contains(path)) {
        items.add(parts[1]);
      }
    }
    return items;
  }

  /** Some paths, and all that the derived values among them are made of. */
  static Set<String> reached(Collection<String> paths, Map<String, Derived> derived) {
    Set<String> reached = new HashSet<>();
    Deque<String> waiting = new ArrayDeque<>(paths);
    while (!waiting.isEmpty()) {
      String path = waiting.pop();
      if (reached.add(path) && derived.containsKey(path)) {
        waiting.addAll(derived.get(path).needs());
      }
    }
    return reached;
  }

  /** The name under which a derived value is defined. */
  static String name(Derived value) {
    return value.path().substring(0, value.path().lastIndexOf('.'));
  }

  /** The section in which a derived value is defined. */
  static String section(Derived value) {
    return switch (value) {
      case Derived.InputVatOf vat -> "tables";
      case Derived.TierColumn column -> "tables";
      case Derived.DecisionColumn column -> "tables";
      case Derived.FactorOf factor -> "multipliers";
      case Derived.RateOf rate -> "rates";
    };
  }
}

package io.dingledger.rules.reading;

import io.dingledger.rules.book.Derived;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Keeps which entries of the sections are used. */
final class Usages {
  private final Set<String> used = new HashSet<>();
  private final Set<String> counted = new HashSet<>();

  /** An entry of a section is used. */
  void use(String section, String name) {
    used.add(section + "/" + name);
  }

  boolean isUsed(String section, String name) {
    return used.contains(section + "/" + name);
  }

  /** The pay items whose totals are read. */
  Set<String> counted() {
    return counted;
  }

  /** What these paths are made of is used. */
  void read(Collection<String> paths, Map<String, Derived> derived, Set<String> items) {
    for (String path : paths) {
      Derived value = derived.get(path);
      if (value != null) {
        use(section(value), name(value));
      }
      String[] parts = path.split("\\.");
      boolean isTotal = parts.length == 3 && items.contains(parts[1]);
      if (isTotal && Vocabularies.totals(parts[1]).contains(path)) {
        counted.add(parts[1]);
      }
    }
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

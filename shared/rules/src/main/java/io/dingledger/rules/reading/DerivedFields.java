package io.dingledger.rules.reading;

import io.dingledger.rules.book.Derived;
import io.dingledger.rules.expression.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where values that the book itself makes can be read. */
final class DerivedFields {
  private DerivedFields() {}

  /**
   * The derived values that can be read along with some fields: those all of whose needs are among
   * the fields, or are derived values that can be read themselves.
   */
  static Map<String, Type> readable(Collection<Derived> derived, Set<String> fields) {
    Map<String, Type> readable = new LinkedHashMap<>();
    List<Derived> pending = new ArrayList<>(derived);
    boolean grown = true;
    while (grown) {
      grown =
          pending.removeIf(
              each -> {
                boolean now =
                    each.needs().stream()
                        .allMatch(path -> fields.contains(path) || readable.containsKey(path));
                if (now) {
                  readable.put(each.path(), each.type());
                }
                return now;
              });
    }
    return readable;
  }

  /** The section of the book in which a value is defined. */
  static String section(Derived derived) {
    return switch (derived) {
      case Derived.InputVatOf table -> "tables";
      case Derived.TierColumn column -> "tables";
      case Derived.DecisionColumn column -> "tables";
      case Derived.FactorOf factor -> "multipliers";
      case Derived.RateOf rate -> "rates";
    };
  }

  /** The name under which a value is defined there. */
  static String name(Derived derived) {
    return switch (derived) {
      case Derived.InputVatOf(var table) -> table.name();
      case Derived.TierColumn(var table, var column) -> table.name();
      case Derived.DecisionColumn(var table, var column) -> table.name();
      case Derived.FactorOf(var multiplier) -> multiplier.name();
      case Derived.RateOf(var rates, var per) -> rates.name();
    };
  }
}

package io.dingledger.bench;

import io.dingledger.rules.expression.Facts;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Inputs;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.expression.Vocabulary;
import io.dingledger.rules.expression.Worth;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A day of overtime, and rules that pay for it. */
final class Wages implements Facts {
  /** Two factors: hours by the day's factor by the wage. */
  static final String FACTORS = "day.hours * overtimeFactor.factor * wage.hour";

  /** Three tiers of years of service, and the wage of a day. */
  static final String TIERS =
      "wage.day * (person.years < 2 ? 0.6 : person.years < 4 ? 0.7 : 1) * day.days";

  /** A condition. */
  static final String CONDITION =
      "overtime.compensation != 'timeOff' && day.hours >= 0.5 && day.dayClass in ['restDay', 'workday']";

  /** Rounded down to half hours, and to the cent. */
  static final String ROUNDED = "round(floorTo(day.hours, 0.5) * wage.hour, 2)";

  private static final Map<String, Value> VALUES =
      Map.of(
          "day.hours", number("3.5"),
          "day.days", number("1"),
          "overtimeFactor.factor", number("1.5"),
          "wage.hour", number("51.72"),
          "wage.day", number("413.79"),
          "person.years", number("3"),
          "overtime.compensation", new Value.Text("payment"),
          "day.dayClass", new Value.Text("workday"));

  private final Map<String, Worth> worths = new HashMap<>();

  Wages() {
    VALUES.forEach((path, value) -> worths.put(path, Worth.named(path, value)));
  }

  private static Value number(String text) {
    return new Value.Decimal(new BigDecimal(text));
  }

  static Formula formula(String source) {
    Map<String, Type> types = new HashMap<>();
    VALUES.forEach((path, value) -> types.put(path, value.type()));
    return switch (Formula.read(source, new Vocabulary(types, Set.of(), Set.of()))) {
      case Formula.Read.Good(Formula formula) -> formula;
      case Formula.Read.Bad(var mistakes) -> throw new IllegalStateException(mistakes.toString());
    };
  }

  @Override
  public Worth read(String path, Inputs inputs) {
    Worth worth = worths.get(path);
    inputs.add(path, worth.value(), "approval");
    return worth;
  }

  @Override
  public boolean has(String path) {
    return worths.containsKey(path);
  }
}

package io.dingledger.rules.reading;

import io.dingledger.rules.DataFinding;
import io.dingledger.rules.book.DecisionTable;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.Multiplier;
import io.dingledger.rules.book.PayRates;
import io.dingledger.rules.book.PayRates.Per;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.book.TierTable;
import io.dingledger.rules.calendar.WorkCalendar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code rates}, {@code multipliers} and {@code tables}, whose formulas may read each other
 * wherever they stand. What expressions read of them is put into the context.
 */
final class DataReader {
  private final Context context;
  private final MultipliersReader multipliers;
  private final TablesReader tables;

  private DataReader(Context context) {
    this.context = context;
    this.multipliers = new MultipliersReader(context);
    this.tables = new TablesReader(context);
  }

  /**
   * Reads the three sections; forms, accounts and pay items were read before.
   *
   * @param hoursPerDay the hours of a working day by the calendar
   */
  static DataReader read(Context context, Section root, BigDecimal hoursPerDay) {
    DataReader reader = new DataReader(context);
    reader.read(root, hoursPerDay);
    return reader;
  }

  private void read(Section root, BigDecimal hoursPerDay) {
    List<PayRates> rates =
        root.optionalSection("rates")
            .map(section -> new PayRatesReader(context).rates(section, hoursPerDay))
            .orElse(List.of());
    root.optionalSection("multipliers").ifPresent(multipliers::multipliers);
    root.optionalSection("tables").ifPresent(tables::tables);
    DataFormulas formulas = new DataFormulas(context);
    List<Derived> derived = new ArrayList<>();
    rates.forEach(each -> derived.addAll(readings(each)));
    derived.forEach(each -> formulas.declare(each.path(), each.type()));
    multipliers.declare(formulas);
    tables.declare(formulas);
    multipliers.multipliers(formulas).forEach(each -> derived.add(new Derived.FactorOf(each)));
    derived.addAll(tables.derived(formulas));
    derived.forEach(each -> context.derived().put(each.path(), each));
    derived.forEach(each -> context.usages().read(each.needs(), context.derived()));
    refuseUnreadable(root, derived, formulas.kinds());
    tables.lookups();
  }

  /** The same rules, with warnings of what the law minds in the data that they read. */
  List<Rule> minded(List<Rule> rules, Optional<WorkCalendar> calendar) {
    // The law of Hong Kong knows no pay for overtime beyond the contract's.
    if (calendar.filter(known -> known.base().code().equals("CN")).isPresent()) {
      multipliers.warnBelowLaw(rules);
    }
    return rules;
  }

  /** A monthly amount can be read by month, day and hour; an hourly one by hour alone. */
  private static List<Derived> readings(PayRates rates) {
    List<Derived> readings = new ArrayList<>();
    for (Per per : Per.values()) {
      if (per.compareTo(rates.per()) >= 0) {
        readings.add(new Derived.RateOf(rates, per));
      }
    }
    return readings;
  }

  /** Reports what no document of any kind can read: a circle, or fields of different kinds. */
  private void refuseUnreadable(Section root, List<Derived> derived, Set<Kind> kinds) {
    Set<String> readable = new HashSet<>();
    kinds.forEach(kind -> readable.addAll(context.row(kind).fields().keySet()));
    List<Derived> unreadable =
        derived.stream().filter(each -> !readable.contains(each.path())).toList();
    Set<String> paths = unreadable.stream().map(Derived::path).collect(Collectors.toSet());
    Circles circles = new Circles(unreadable);
    Set<String> reported = new HashSet<>();
    unreadable.forEach(each -> context.redefine(readable(each)));
    for (Derived each : unreadable) {
      String name = Usages.name(each);
      if (!reported.contains(name)) {
        Node place = root.optionalSection(Usages.section(each)).orElseThrow().keyNode(name);
        List<String> circle = circles.from(name);
        reported.add(name);
        reported.addAll(circle);
        if (!circle.isEmpty()) {
          String way = String.join(" → ", circle);
          context.findings().add(place, DataFinding.TABLES_CIRCULAR, name, way);
        } else if (each.needs().stream().noneMatch(paths::contains)) {
          context.findings().add(place, DataFinding.FIELDS_APART, name);
        }
      }
    }
  }

  /** The same value, needing nothing, so that what reads it is not reported as well. */
  private static Derived readable(Derived value) {
    return switch (value) {
      case Derived.TierColumn(TierTable table, String column) ->
          new Derived.TierColumn(
              new TierTable(table.name(), DataFormulas.BROKEN, table.tiers(), table.columns()),
              column);
      case Derived.DecisionColumn(DecisionTable table, String column) ->
          new Derived.DecisionColumn(
              new DecisionTable(table.name(), table.hit(), List.of(), List.of(), table.columns()),
              column);
      case Derived.FactorOf(Multiplier multiplier) ->
          new Derived.FactorOf(
              new Multiplier(multiplier.name(), MultipliersReader.ANYBODY, multiplier.factors()));
      case Derived.RateOf rate -> rate;
      case Derived.InputVatOf vat -> vat;
    };
  }
}

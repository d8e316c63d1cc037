package io.dingledger.rules.reading;

import io.dingledger.rules.book.DecisionTable;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.LookupTable;
import io.dingledger.rules.book.RateTable;
import io.dingledger.rules.book.TierTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code tables}: tiers, decisions, look-ups and dated rates. */
final class TablesReader {
  static final String DATED_RATES = "datedRates";
  private static final String TIERS = "tiers";
  private static final String DECISION = "decision";
  private static final String LOOKUP = "lookup";

  private final Context context;
  private final Findings findings;
  private final Map<String, RateTable> rates = new LinkedHashMap<>();
  private final Map<String, TiersReader> tiers = new LinkedHashMap<>();
  private final Map<String, DecisionReader> decisions = new LinkedHashMap<>();
  private final Map<String, Section> lookups = new LinkedHashMap<>();

  TablesReader(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  /** Reads all that depends on no other section, and takes the names. */
  void tables(Section section) {
    section.each(
        (name, node) -> {
          boolean free = context.names().take(name);
          Section.of(node, name.text(), findings)
              .filter(inner -> free)
              .ifPresent(inner -> table(name.text(), inner));
        });
  }

  private void table(String name, Section section) {
    Optional<String> type =
        section
            .requiredText("type")
            .filter(word -> context.isChoice(word, List.of(LOOKUP, DATED_RATES, TIERS, DECISION)))
            .map(Word::text);
    switch (type.orElseGet(() -> likelyType(section))) {
      case TIERS -> tiers.put(name, new TiersReader(name, section, findings));
      case DECISION -> decisions.put(name, new DecisionReader(name, section, context));
      case LOOKUP -> lookups.put(name, section);
      case DATED_RATES -> rates.put(name, new RatesReader(findings).table(name, section));
      default -> {}
    }
  }

  /** What a table is whose type cannot be read, so that what reads it is not reported as well. */
  private static String likelyType(Section section) {
    if (section.optional("of").isPresent()) {
      return TIERS;
    }
    if (section.optional("inputs").isPresent()) {
      return DECISION;
    }
    return section.optional("key").isPresent() ? LOOKUP : "";
  }

  /** Declares what expressions read of tiers and decisions. */
  void declare(DataFormulas formulas) {
    tiers.forEach(
        (name, table) ->
            table.columns().forEach((column, type) -> formulas.declare(name + "." + column, type)));
    decisions.forEach(
        (name, table) ->
            table.columns().forEach((column, type) -> formulas.declare(name + "." + column, type)));
  }

  /** What expressions read of tiers and decisions, once all is declared that they may read. */
  List<Derived> derived(DataFormulas formulas) {
    List<Derived> derived = new ArrayList<>();
    for (TiersReader reader : tiers.values()) {
      TierTable table = reader.table(formulas);
      table.columns().keySet().forEach(name -> derived.add(new Derived.TierColumn(table, name)));
    }
    for (DecisionReader reader : decisions.values()) {
      DecisionTable table = reader.table(formulas);
      table
          .columns()
          .keySet()
          .forEach(name -> derived.add(new Derived.DecisionColumn(table, name)));
    }
    return derived;
  }

  /** Reads the look-ups; their conditions may read everything else. */
  void lookups() {
    LookupReader reader = new LookupReader(context, rates);
    lookups.forEach(
        (name, section) -> {
          LookupTable table = reader.table(name, section);
          context.lookups().put(name, table);
          context.derived().put(table.inputVatPath(), new Derived.InputVatOf(table));
        });
  }
}

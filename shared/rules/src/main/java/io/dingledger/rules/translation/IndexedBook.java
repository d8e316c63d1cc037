package io.dingledger.rules.translation;

import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.HoldRule;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.PayRates;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Vocabulary;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A book, and what is found out about it once so that no document has to. Immutable. */
final class IndexedBook {
  private final Book book;
  private final Map<String, Formula> rates = new LinkedHashMap<>();
  private final Map<Kind, Set<Total>> totals = new EnumMap<>(Kind.class);
  private final Map<String, Kind> kindsOfRules = new LinkedHashMap<>();

  IndexedBook(Book book) {
    this.book = book;
    for (Derived derived : book.derived().values()) {
      if (derived instanceof Derived.RateOf rate && rate.per() != rate.rates().per()) {
        rates.put(rate.path(), formula(rate));
      }
    }
    for (Kind kind : Kind.values()) {
      totals.put(kind, totalsOf(kind));
      rules(kind).forEach(rule -> kindsOfRules.put(rule.name(), kind));
    }
  }

  Book book() {
    return book;
  }

  List<Rule> rules(Kind kind) {
    return book.rules().getOrDefault(kind, List.of());
  }

  List<HoldRule> holds(Kind kind) {
    return book.holds().getOrDefault(kind, List.of());
  }

  /** How a rate is made of the one that is stated; empty where it is the stated one. */
  Optional<Formula> arithmetic(Derived.RateOf rate) {
    return Optional.ofNullable(rates.get(rate.path()));
  }

  /** The totals of pay items that the rules and holds of a kind may read. */
  Set<Total> totals(Kind kind) {
    return totals.get(kind);
  }

  /** The kind of a rule, by its name. */
  Optional<Kind> kindOfRule(String name) {
    return Optional.ofNullable(kindsOfRules.get(name));
  }

  private static Formula formula(Derived.RateOf rate) {
    PayRates rates = rate.rates();
    String stated = rates.name() + "." + rates.per().word();
    StringBuilder source = new StringBuilder(stated);
    if (rates.per() == PayRates.Per.MONTH) {
      source.append(" / ").append(rates.daysPerMonth().toPlainString());
    }
    if (rate.per() == PayRates.Per.HOUR) {
      source.append(" / ").append(rates.hoursPerDay().toPlainString());
    }
    Vocabulary only = new Vocabulary(Map.of(stated, Type.DECIMAL), Set.of(), Set.of());
    return switch (Formula.read(source.toString(), only, Type.DECIMAL)) {
      case Formula.Read.Good(Formula formula) -> formula;
      case Formula.Read.Bad bad -> throw new IllegalArgumentException("no rate: " + source);
    };
  }

  private Set<Total> totalsOf(Kind kind) {
    Set<String> paths = new LinkedHashSet<>();
    Stream<Formula> formulas =
        Stream.concat(
            rules(kind).stream().flatMap(IndexedBook::formulas),
            holds(kind).stream().map(HoldRule::when));
    formulas.flatMap(formula -> formula.fields().stream()).forEach(path -> collect(path, paths));
    return paths.stream()
        .map(Total::of)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void collect(String path, Set<String> paths) {
    Derived derived = book.derived().get(path);
    if (paths.add(path) && derived != null) {
      derived.needs().forEach(need -> collect(need, paths));
    }
  }

  private static Stream<Formula> formulas(Rule rule) {
    Stream<Formula> made =
        switch (rule.making()) {
          case Rule.Making.Lines(List<Rule.Line> lines) ->
              lines.stream()
                  .flatMap(
                      line ->
                          Stream.of(
                                  line.when(),
                                  Optional.of(line.amount()),
                                  line.account() instanceof Rule.AccountChoice.ByName(Formula name)
                                      ? Optional.of(name)
                                      : Optional.<Formula>empty())
                              .flatMap(Optional::stream));
          case Rule.Making.Pay pay ->
              Stream.of(pay.quantity(), pay.factor(), pay.rate(), pay.amount());
        };
    return Stream.concat(rule.when().stream(), made);
  }
}

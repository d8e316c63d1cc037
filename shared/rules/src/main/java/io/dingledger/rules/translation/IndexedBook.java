package io.dingledger.rules.translation;

import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.HoldRule;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.PayRates;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.book.ScopeEntry;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Template;
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
  private final Map<Kind, Set<String>> forms = new EnumMap<>(Kind.class);

  IndexedBook(Book book) {
    this.book = book;
    for (Derived derived : book.derived().values()) {
      if (derived instanceof Derived.RateOf rate && rate.per() != rate.rates().per()) {
        rates.put(rate.path(), formula(rate));
      }
    }
    for (ScopeEntry entry : book.scope()) {
      if (entry.target() instanceof ScopeEntry.Target.ByForm(FormMapping form)) {
        forms.computeIfAbsent(form.kind(), any -> new LinkedHashSet<>()).add(form.name());
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

  /** The names of the forms that read documents of a kind. */
  Set<String> forms(Kind kind) {
    return forms.getOrDefault(kind, Set.of());
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

  /**
   * Whether the pay items so far matter for documents of a kind: because its rules read their
   * totals, or because they make items that some rules count, which must not come too late.
   */
  boolean counts(Kind kind) {
    return !totals(kind).isEmpty()
        || rules(kind).stream()
            .map(Rule::making)
            .anyMatch(making -> making instanceof Rule.Making.Pay pay && isCounted(pay));
  }

  private boolean isCounted(Rule.Making.Pay pay) {
    return totals.values().stream()
        .flatMap(Set::stream)
        .anyMatch(total -> total.item().equals(pay.item().name()));
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
    Stream.of(
            rules(kind).stream().flatMap(IndexedBook::fields),
            holds(kind).stream().flatMap(hold -> hold.when().fields().stream()),
            Optional.ofNullable(book.summary().get(kind)).stream()
                .flatMap(summary -> summary.fields().stream()))
        .flatMap(read -> read)
        .forEach(path -> collect(path, paths));
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

  /** What a rule reads, without what its derived values are made of. */
  private static Stream<String> fields(Rule rule) {
    Stream<Set<String>> made =
        switch (rule.making()) {
          case Rule.Making.Lines(List<Rule.Line> lines) ->
              lines.stream().flatMap(IndexedBook::fields);
          case Rule.Making.Pay pay ->
              Stream.of(pay.quantity(), pay.factor(), pay.rate(), pay.amount())
                  .map(Formula::fields);
        };
    return Stream.concat(rule.when().map(Formula::fields).stream(), made).flatMap(Set::stream);
  }

  private static Stream<Set<String>> fields(Rule.Line line) {
    Optional<Set<String>> account =
        line.account() instanceof Rule.AccountChoice.ByName(Formula name)
            ? Optional.of(name.fields())
            : Optional.empty();
    return Stream.of(
            Optional.of(line.amount().fields()),
            line.when().map(Formula::fields),
            line.summary().map(Template::fields),
            account)
        .flatMap(Optional::stream);
  }
}

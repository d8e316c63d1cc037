package io.dingledger.rules.reading;

import io.dingledger.model.pay.PaySign;
import io.dingledger.rules.DataFinding;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.Multiplier;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.calendar.DayClass;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.logic.Cases;
import io.dingledger.rules.logic.Conditions;
import io.dingledger.rules.logic.Constraint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code multipliers}: factors by a text, such as the class of the day. */
final class MultipliersReader {
  /** A key that everybody's documents have, for what cannot be read by its own. */
  static final String ANYBODY = "person.userId";

  private static final String FACTOR = ".factor";

  /** The paths by which documents and rows tell the class of a day. */
  private static final Set<String> DAY_CLASSES =
      Arrays.stream(Kind.values())
          .flatMap(kind -> Stream.of(kind.documentFields(), kind.rowFields()))
          .flatMap(fields -> fields.keySet().stream())
          .filter(path -> path.endsWith(".dayClass"))
          .collect(Collectors.toUnmodifiableSet());

  /** The least overtime pay: article 44 of the Labour Law; a make-up day is a workday. */
  private static final Map<DayClass, BigDecimal> LEAST =
      Map.of(
          DayClass.WORKDAY, new BigDecimal("1.5"),
          DayClass.MAKE_UP_DAY, new BigDecimal("1.5"),
          DayClass.REST_DAY, new BigDecimal("2"),
          DayClass.STATUTORY, new BigDecimal("3"));

  private final Context context;
  private final Findings findings;
  private final List<Read> read = new ArrayList<>();

  MultipliersReader(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  private record Factor(Optional<BigDecimal> number, Node node) {}

  private record Read(Word name, Optional<Word> key, Map<Word, Factor> factors, Node place) {
    String path() {
      return name.text() + FACTOR;
    }
  }

  /** The least that the law lets overtime on such a day be paid. */
  static BigDecimal least(DayClass dayClass) {
    return LEAST.get(dayClass);
  }

  /** Reads everything but the keys, and takes the names. */
  void multipliers(Section section) {
    section.each(
        (name, node) -> {
          boolean free = context.names().take(name);
          Section.of(node, name.text(), findings)
              .map(inner -> multiplier(name, inner))
              .filter(each -> free)
              .ifPresent(read::add);
        });
    if (section.isEmpty()) {
      findings.add(section.node(), RuleBookFinding.EMPTY_VALUE, "multipliers");
    }
  }

  /** Declares what expressions read of them. */
  void declare(DataFormulas formulas) {
    read.forEach(each -> formulas.declare(each.path(), Type.DECIMAL));
  }

  private Read multiplier(Word name, Section section) {
    Optional<Word> key = section.requiredText("key");
    Optional<Section> factors = section.requiredSection("factors");
    Map<Word, Factor> numbers = new LinkedHashMap<>();
    factors.ifPresent(
        inner -> {
          inner.each(
              (word, node) ->
                  numbers.put(
                      word,
                      new Factor(
                          Numbers.required(node, word.text(), Numbers.Range.NOT_NEGATIVE, findings),
                          node)));
          if (inner.isEmpty()) {
            findings.add(inner.node(), RuleBookFinding.EMPTY_VALUE, "factors");
          }
        });
    section.close();
    return new Read(name, key, numbers, factors.map(Section::node).orElse(name.node()));
  }

  /** The multipliers, once everything is declared that their keys may read. */
  List<Multiplier> multipliers(DataFormulas formulas) {
    return read.stream().map(each -> multiplier(each, formulas)).toList();
  }

  private Multiplier multiplier(Read each, DataFormulas formulas) {
    Optional<String> key = each.key().filter(formulas::isTextField).map(Word::text);
    if (key.filter(DAY_CLASSES::contains).isPresent() && !each.factors().isEmpty()) {
      refuseIncomplete(each);
    }
    Map<String, BigDecimal> factors = new LinkedHashMap<>();
    each.factors()
        .forEach(
            (word, factor) ->
                factor
                    .number()
                    .ifPresent(
                        known -> {
                          warnIfPercent(each.name().text(), factor.node(), known);
                          factors.put(word.text(), known);
                        }));
    // A key that cannot be read is one that everybody has, so that nothing else is reported.
    return new Multiplier(each.name().text(), key.orElse(ANYBODY), factors);
  }

  /** No pay is multiplied by more than ten: 150 means 1.5. */
  private void warnIfPercent(String name, Node place, BigDecimal factor) {
    if (factor.compareTo(BigDecimal.TEN) > 0) {
      findings.warn(place, DataFinding.LOOKS_LIKE_PERCENT, name, factor.toPlainString());
    }
  }

  private void refuseIncomplete(Read each) {
    Set<String> there = new HashSet<>();
    boolean known = true;
    for (Word word : each.factors().keySet()) {
      known &= context.isChoice(word, DayClass.words());
      there.add(word.text());
    }
    for (DayClass dayClass : DayClass.values()) {
      // A word that is not known probably means one that is missing.
      if (known && !there.contains(dayClass.word())) {
        findings.add(
            each.place(),
            DataFinding.FACTOR_MISSING,
            each.name().text(),
            dayClass.word(),
            dayClass.chinese());
      }
    }
  }

  /** Warns of factors below the law's on days on which overtime is paid by them. */
  void warnBelowLaw(List<Rule> rules) {
    for (Rule rule : rules) {
      if (rule.kind() == Kind.OVERTIME
          && rule.making() instanceof Rule.Making.Pay pay
          && pay.item().sign() == PaySign.EARNING) {
        Set<String> paths = new HashSet<>(pay.amount().fields());
        paths.addAll(pay.factor().fields());
        Cases when = new Conditions(context.domains()).holds(rule.when());
        read.stream()
            .filter(each -> paths.contains(each.path()))
            .forEach(each -> warnBelowLaw(each, when));
      }
    }
  }

  private void warnBelowLaw(Read each, Cases when) {
    Optional<String> key = each.key().map(Word::text).filter(DAY_CLASSES::contains);
    if (key.isPresent()) {
      each.factors()
          .forEach(
              (word, factor) -> {
                Cases on = Cases.when(key.get(), Constraint.Words.among(Set.of(word.text())));
                if (!when.and(on).isNever()) {
                  warnBelowLaw(each.name().text(), word, factor);
                }
              });
    }
  }

  private void warnBelowLaw(String name, Word word, Factor factor) {
    Optional<BigDecimal> least = DayClass.of(word.text()).map(LEAST::get);
    if (least.isPresent()
        && factor.number().filter(number -> number.compareTo(least.get()) < 0).isPresent()) {
      findings.warn(
          factor.node(),
          DataFinding.FACTOR_BELOW_LAW,
          name,
          word.text(),
          factor.number().get().toPlainString(),
          least.get().toPlainString());
    }
  }
}

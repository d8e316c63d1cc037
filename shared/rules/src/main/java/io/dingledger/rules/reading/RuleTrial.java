package io.dingledger.rules.reading;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PaySign;
import io.dingledger.model.voucher.Side;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.PayItemDefinition;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.expression.CannotEvaluate;
import io.dingledger.rules.expression.Facts;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Inputs;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.expression.Worth;
import io.dingledger.rules.logic.Constraint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Evaluates the lines of kinds that no form maps over invented values, to find those that never
 * balance. It speaks up only when all that was tried could be calculated and nothing balanced.
 */
final class RuleTrial {
  private static final List<Integer> SIZES = List.of(1, 100);
  private static final BigDecimal SECOND_PART = new BigDecimal("0.37");
  private static final Value DAY = new Value.Day(LocalDate.of(2026, 3, 2));
  private static final String ANY = "1";

  private final Context context;
  private final Book book;

  RuleTrial(Context context, Book book) {
    this.context = context;
    this.book = book;
  }

  void check(List<Placed.OneRule> placed, Node place) {
    List<Rule> rules = placed.stream().map(Placed.OneRule::rule).toList();
    for (Kind kind : Kind.values()) {
      List<Rule> own = rules.stream().filter(rule -> rule.kind() == kind).toList();
      boolean posts =
          own.stream()
                  .flatMap(rule -> rule.lines().stream())
                  .map(Rule.Line::side)
                  .distinct()
                  .count()
              == Side.values().length;
      if (posts && kind == Kind.PAY_PERIOD) {
        for (PayItemDefinition item : book.pay().items().values()) {
          if (item.sign() != PaySign.NONE) {
            report(place, kind, " " + item.name(), trial(kind, own, Optional.of(item)));
          }
        }
      } else if (posts && !kind.isForm()) {
        report(place, kind, "", trial(kind, own, Optional.empty()));
      }
    }
  }

  private void report(Node place, Kind kind, String item, Optional<Sums> unbalanced) {
    unbalanced.ifPresent(
        sums ->
            context
                .findings()
                .add(
                    place,
                    RuleFinding.KIND_UNBALANCED,
                    kind.word() + item,
                    sums.debit.stripTrailingZeros().toPlainString(),
                    sums.credit.stripTrailingZeros().toPlainString()));
  }

  /** What one try gave. */
  private static final class Sums {
    private BigDecimal debit = BigDecimal.ZERO;
    private BigDecimal credit = BigDecimal.ZERO;

    private void add(Side side, BigDecimal amount) {
      debit = side == Side.DEBIT ? debit.add(amount) : debit;
      credit = side == Side.CREDIT ? credit.add(amount) : credit;
    }

    private boolean isNothing() {
      return debit.signum() == 0 && credit.signum() == 0;
    }
  }

  /** The first try that does not balance, when none does. */
  private Optional<Sums> trial(Kind kind, List<Rule> rules, Optional<PayItemDefinition> item) {
    Map<String, Set<String>> texts = Choices.of(rules, ANY);
    texts.keySet().removeAll(Set.of("group.item", "group.code", "group.sign"));
    if (!Choices.areFew(texts) || dependsOnMore(kind, rules)) {
      return Optional.empty();
    }
    Sums first = null;
    try {
      for (Map<String, String> chosen : Choices.combinations(texts)) {
        for (int size : SIZES) {
          Sums sums = sums(kind, rules, values(kind, chosen, item), size, item);
          if (!sums.isNothing() && sums.debit.compareTo(sums.credit) == 0) {
            return Optional.empty();
          }
          first = first == null && !sums.isNothing() ? sums : first;
        }
      }
    } catch (CannotEvaluate notInvented) {
      return Optional.empty();
    }
    return Optional.ofNullable(first);
  }

  /** Whether dates or several truths decide, which are not tried. */
  private static boolean dependsOnMore(Kind kind, List<Rule> rules) {
    Map<String, Type> types = new HashMap<>(kind.documentFields());
    types.putAll(kind.rowFields());
    Set<String> read =
        Choices.formulas(rules)
            .flatMap(formula -> formula.fields().stream())
            .collect(Collectors.toSet());
    long truths = read.stream().filter(path -> types.get(path) == Type.TRUTH).count();
    return truths > 0 || read.stream().anyMatch(path -> types.get(path) == Type.DATE);
  }

  private Sums sums(
      Kind kind,
      List<Rule> rules,
      Map<String, Value> values,
      int size,
      Optional<PayItemDefinition> item) {
    int sign = item.map(known -> known.sign().factor()).orElse(1);
    BigDecimal one = BigDecimal.valueOf((long) size * sign);
    BigDecimal two = one.multiply(SECOND_PART);
    Map<String, Value> document = new HashMap<>(values);
    put(document, kind.documentFields(), one.add(two));
    Sums sums = new Sums();
    apply(rules, false, document, sums);
    for (BigDecimal part : List.of(one, two)) {
      Map<String, Value> row = new HashMap<>(document);
      put(row, kind.rowFields(), part);
      apply(rules, true, row, sums);
    }
    return sums;
  }

  private static void put(Map<String, Value> values, Map<String, Type> fields, BigDecimal number) {
    fields.forEach(
        (path, type) -> {
          if (type == Type.DECIMAL) {
            // Fields of one name add up; those of other names have nothing to do with them.
            int name = path.substring(path.lastIndexOf('.') + 1).hashCode();
            BigDecimal own = BigDecimal.valueOf(1 + Math.floorMod(name, 97));
            values.put(path, new Value.Decimal(number.multiply(own)));
          }
        });
  }

  private void apply(List<Rule> rules, boolean eachRow, Map<String, Value> values, Sums sums) {
    Facts facts = new Invented(values);
    for (Rule rule : rules) {
      if (rule.eachRow() == eachRow && holds(rule.when(), facts)) {
        for (Rule.Line line : rule.lines()) {
          if (holds(line.when(), facts)) {
            sums.add(line.side(), evaluated(line.amount(), facts).number());
          }
        }
      }
    }
  }

  private boolean holds(Optional<Formula> when, Facts facts) {
    return when.isEmpty() || evaluated(when.get(), facts).holds();
  }

  private Worth evaluated(Formula formula, Facts facts) {
    return formula.evaluate(facts, new Inputs(), book.rounding());
  }

  /** Everything that is no number. */
  private Map<String, Value> values(
      Kind kind, Map<String, String> chosen, Optional<PayItemDefinition> item) {
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, Type> fields = new LinkedHashMap<>(kind.documentFields());
    fields.putAll(kind.rowFields());
    fields.forEach(
        (path, type) -> {
          switch (type) {
            case TEXT -> values.put(path, new Value.Text(chosen.getOrDefault(path, ANY)));
            case DATE -> values.put(path, DAY);
            case TRUTH -> values.put(path, new Value.Truth(false));
            default -> {}
          }
        });
    book.derived()
        .values()
        .forEach(value -> values.put(value.path(), some(value, chosen.get(value.path()))));
    item.ifPresent(
        known -> {
          values.put("group.item", new Value.Text(known.name()));
          values.put("group.code", new Value.Text(known.code()));
          values.put("group.sign", new Value.Text(known.sign().word()));
        });
    return values;
  }

  /** Some value that the book makes. */
  private Value some(Derived value, String chosen) {
    Optional<Constraint> known = context.domains().of(value.path());
    return switch (value.type()) {
      case TEXT ->
          new Value.Text(
              chosen != null
                  ? chosen
                  : known.orElse(null) instanceof Constraint.Words words
                      ? words.of().flatMap(all -> all.stream().sorted().findFirst()).orElse(ANY)
                      : ANY);
      case TRUTH -> new Value.Truth(false);
      default ->
          new Value.Decimal(
              known.orElse(null) instanceof Constraint.Range range && range.upper().isPresent()
                  ? range.upper().get().at()
                  : BigDecimal.TEN);
    };
  }

  /** Values that stand for a document's. */
  private record Invented(Map<String, Value> values) implements Facts {
    @Override
    public Worth read(String path, Inputs inputs) {
      Value value = values.get(path);
      if (value == null) {
        throw new CannotEvaluate(Reason.of(HoldReason.EXPRESSION_FAILED, path));
      }
      return Worth.named(path, value);
    }

    @Override
    public boolean has(String path) {
      return values.containsKey(path);
    }
  }
}

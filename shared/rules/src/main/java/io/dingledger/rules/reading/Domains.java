package io.dingledger.rules.reading;

import io.dingledger.model.pay.PaySign;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.FormField;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.PayItemDefinition;
import io.dingledger.rules.book.Words;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.logic.Constraint;
import io.dingledger.rules.logic.Constraint.Range;
import io.dingledger.rules.logic.Domain;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the fields of documents, and what the book makes of them, can be at all. */
final class Domains implements Domain {
  private static final Range NOT_NEGATIVE = Range.from(BigDecimal.ZERO, true);
  private static final Range ABOVE_ZERO = Range.from(BigDecimal.ZERO, false);
  private static final BigDecimal SUNDAY = BigDecimal.valueOf(7);
  private static final Map<String, Constraint> FIELDS = fields();

  private final Map<String, Derived> derived;
  private final Map<String, FormMapping> forms;
  private final Map<String, PayItemDefinition> payItems;
  private final Map<Derived, Optional<Constraint>> ofDerived = new HashMap<>();

  Domains(
      Map<String, Derived> derived,
      Map<String, PayItemDefinition> payItems,
      Map<String, FormMapping> forms) {
    this.derived = derived;
    this.forms = forms;
    this.payItems = payItems;
  }

  private static Map<String, Constraint> fields() {
    Map<String, Constraint> fields = new HashMap<>();
    for (Kind kind : Kind.values()) {
      kind.header().forEach(field -> put(fields, kind.path(field), field));
      kind.row().forEach(field -> put(fields, Kind.rowPath(field), field));
      if (kind.table() != Kind.Table.ABSENT) {
        fields.put(kind.path("lines"), NOT_NEGATIVE);
        fields.put(kind.path("sumOfLines"), NOT_NEGATIVE);
      }
      if (!kind.isForm() && kind != Kind.PAY_PERIOD) {
        kind.documentFields().forEach((path, type) -> put(fields, path, type));
        kind.rowFields().forEach((path, type) -> put(fields, path, type));
      }
    }
    return Map.copyOf(fields);
  }

  /** Amounts that must be there are above zero, or the document waits. */
  private static void put(Map<String, Constraint> fields, String path, FormField field) {
    switch (field.content()) {
      case AMOUNT -> fields.put(path, field.required() ? ABOVE_ZERO : NOT_NEGATIVE);
      case QUANTITY, COUNT -> fields.put(path, NOT_NEGATIVE);
      case TEXT, DATE, CURRENCY, RELATION -> {}
    }
  }

  /** Hours, days and times of typed documents are never below zero. */
  private static void put(Map<String, Constraint> fields, String path, Type type) {
    Words.closed(path).ifPresent(words -> fields.put(path, Constraint.Words.among(words)));
    if (path.endsWith(".weekday")) {
      fields.put(path, new Range(end(BigDecimal.ONE), end(SUNDAY), Set.of()));
    } else if (type == Type.DECIMAL) {
      fields.put(path, NOT_NEGATIVE);
    }
  }

  private static Optional<Constraint.End> end(BigDecimal at) {
    return Optional.of(new Constraint.End(at, true));
  }

  @Override
  public Optional<Constraint> of(String path) {
    Derived value = derived.get(path);
    if (value != null) {
      return ofDerived.computeIfAbsent(value, Domains::of);
    }
    return switch (path) {
      case "group.item" -> among(payItems.keySet());
      case "group.code" -> among(payItems.values().stream().map(PayItemDefinition::code).toList());
      case "group.sign" -> Words.closed(path).map(Constraint.Words::among);
      default ->
          Optional.ofNullable(FIELDS.get(path)).or(() -> ofForm(path)).or(() -> ofTotal(path));
    };
  }

  /** The name of a document's form is one of those of its kind. */
  private Optional<Constraint> ofForm(String path) {
    return among(
        forms.values().stream()
            .filter(form -> form.kind().path(Kind.FORM).equals(path))
            .map(FormMapping::name)
            .toList());
  }

  /** Reversals cancel out what they take back, so that no count is below zero. */
  private Optional<Constraint> ofTotal(String path) {
    for (String item : Usages.items(Set.of(path), payItems.keySet())) {
      PaySign sign = payItems.get(item).sign();
      boolean isMoney = path.endsWith(".amount");
      return switch (isMoney ? sign : PaySign.EARNING) {
        case EARNING -> Optional.of(NOT_NEGATIVE);
        case DEDUCTION -> Optional.of(Range.until(BigDecimal.ZERO, true));
        case NONE -> Optional.of(Range.only(BigDecimal.ZERO));
      };
    }
    return Optional.empty();
  }

  private static Optional<Constraint> among(Collection<String> words) {
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(Constraint.Words.among(new HashSet<>(words)));
  }

  /** What the book makes follows from other fields; totals follow from each other. */
  @Override
  public boolean isFree(String path) {
    return !derived.containsKey(path) && !path.startsWith("month.") && !path.startsWith("year.");
  }

  private static Optional<Constraint> of(Derived value) {
    return switch (value) {
      case Derived.InputVatOf vat -> Optional.of(NOT_NEGATIVE);
      case Derived.RateOf rate -> Optional.of(NOT_NEGATIVE);
      case Derived.FactorOf factor -> between(List.copyOf(factor.multiplier().factors().values()));
      case Derived.TierColumn(var table, var column) ->
          cells(table.tiers().stream().map(tier -> tier.cells().get(column)).toList());
      case Derived.DecisionColumn(var table, var column) ->
          cells(table.rows().stream().map(row -> row.cells().get(column)).toList());
    };
  }

  private static Optional<Constraint> cells(List<Value> values) {
    if (values.stream().allMatch(Value.Decimal.class::isInstance)) {
      return between(values.stream().map(value -> ((Value.Decimal) value).number()).toList());
    }
    return values.stream().allMatch(Value.Text.class::isInstance)
        ? among(values.stream().map(Value::plain).toList())
        : Optional.empty();
  }

  private static Optional<Constraint> between(List<BigDecimal> numbers) {
    Optional<BigDecimal> least = numbers.stream().min(BigDecimal::compareTo);
    Optional<BigDecimal> most = numbers.stream().max(BigDecimal::compareTo);
    return least.map(low -> new Range(end(low), end(most.get()), Set.of()));
  }
}

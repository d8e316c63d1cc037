package io.dingledger.rules.translation;

import io.dingledger.model.document.Form;
import io.dingledger.model.failure.Reason;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.FormField;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.Selector;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an approval's form by a form mapping, and checks what can be checked without rules. */
final class ClaimReader {
  /** The most rows of a claim. */
  static final int MOST_ROWS = 500;

  private final Book book;
  private final FormMapping mapping;
  private final FieldReader fields;
  private final Set<Reason> reasons = new LinkedHashSet<>();

  ClaimReader(Book book, FormMapping mapping) {
    this.book = book;
    this.mapping = mapping;
    this.fields = new FieldReader(book.currency());
  }

  /**
   * What was read.
   *
   * @param document the facts of the document as a whole
   * @param rows the facts of each row by path, in order
   * @param reasons why a person must look at it
   */
  record Claim(Map<String, Fact> document, List<Map<String, Fact>> rows, Set<Reason> reasons) {}

  Claim read(Form form, Map<String, Fact> common) {
    Map<String, Fact> document = new LinkedHashMap<>(common);
    Kind kind = mapping.kind();
    for (FormField field : kind.header()) {
      Fact fact = read(form.components(), field, mapping.header(), Where.HEADER);
      document.put(kind.path(field), fact);
      positive(field, fact, mapping.header(), Where.HEADER);
    }
    List<Map<String, Fact>> rows = new ArrayList<>();
    for (Form.Row row : rows(form)) {
      rows.add(row(row, rows.size() + 1));
    }
    document.put(kind.path("lines"), decimal(BigDecimal.valueOf(rows.size()), "rows"));
    document.put(kind.path("sumOfLines"), sum(rows));
    if (!rows.isEmpty()) {
      compareTotal(document);
    }
    return new Claim(document, rows, reasons);
  }

  private List<Form.Row> rows(Form form) {
    Selector at = mapping.table();
    switch (FieldReader.find(form.components(), at)) {
      case FieldReader.Found.One(Form.Component table, String how)
          when table.rows().size() > MOST_ROWS ->
          reasons.add(Reason.of(HoldReason.TOO_MANY_LINES, table.rows().size(), MOST_ROWS));
      case FieldReader.Found.One(Form.Component table, String how) when !table.rows().isEmpty() -> {
        return table.rows();
      }
      case FieldReader.Found.Several several ->
          reasons.add(
              FieldReader.unusable(HoldReason.FIELD_AMBIGUOUS, Where.HEADER, at.label()).reason());
      case FieldReader.Found.One empty ->
          reasons.add(Reason.of(HoldReason.TABLE_EMPTY, at.label()));
      case FieldReader.Found.None none ->
          reasons.add(Reason.of(HoldReason.TABLE_EMPTY, at.label()));
    }
    return List.of();
  }

  private Map<String, Fact> row(Form.Row row, int number) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    Where where = Where.row(number);
    facts.put("line.number", decimal(BigDecimal.valueOf(number), where.english()));
    for (FormField field : mapping.kind().row()) {
      Fact fact = read(row.cells(), field, mapping.row(), where);
      facts.put(Kind.rowPath(field), fact);
      positive(field, fact, mapping.row(), where);
    }
    taxBelowAmount(facts, where);
    return facts;
  }

  private Fact read(
      List<Form.Component> components,
      FormField field,
      Map<String, Selector> selectors,
      Where where) {
    Selector selector = selectors.get(field.key());
    Fact fact =
        selector == null
            ? fields.blank(field, where, field.key())
            : fields.read(components, field, selector, where);
    if (fact instanceof Fact.Unusable(Reason reason, boolean always) && always) {
      reasons.add(reason);
    }
    return fact;
  }

  /** Required amounts are above zero, others at least zero: refunds are a person's business. */
  private void positive(FormField field, Fact fact, Map<String, Selector> selectors, Where where) {
    if (field.content() == FormField.Content.AMOUNT
        && fact instanceof Fact.Given(Value.Decimal(BigDecimal number), String o, boolean f)
        && number.signum() < (field.required() ? 1 : 0)) {
      reasons.add(
          FieldReader.unusable(
                  HoldReason.AMOUNT_NOT_POSITIVE,
                  where,
                  selectors.get(field.key()).label(),
                  number.toPlainString())
              .reason());
    }
  }

  private void taxBelowAmount(Map<String, Fact> row, Where where) {
    if (row.get("line.amount") instanceof Fact.Given amountFact
        && row.get("line.tax") instanceof Fact.Given taxFact
        && row.get("line.untaxed") instanceof Fact.Given untaxedFact) {
      BigDecimal taxed = number(amountFact).subtract(number(untaxedFact));
      if (number(amountFact).signum() > 0 && number(taxFact).compareTo(taxed) >= 0) {
        reasons.add(
            Reason.of(
                HoldReason.TAX_TOO_HIGH,
                where.chinese(),
                where.english(),
                number(taxFact).toPlainString(),
                taxed.toPlainString()));
      }
    }
  }

  private Fact sum(List<Map<String, Fact>> rows) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map<String, Fact> row : rows) {
      switch (row.get("line.amount")) {
        case Fact.Given given -> sum = sum.add(number(given));
        case Fact.Unusable unusable -> {
          return unusable;
        }
      }
    }
    return decimal(sum, "sum of the rows");
  }

  private void compareTotal(Map<String, Fact> document) {
    if (document.get(mapping.kind().path("total")) instanceof Fact.Given total
        && document.get(mapping.kind().path("sumOfLines")) instanceof Fact.Given sum
        && number(total).compareTo(number(sum)) != 0) {
      BigDecimal difference = number(total).subtract(number(sum));
      reasons.add(
          Reason.of(
              HoldReason.TOTAL_DIFFERS,
              number(total).toPlainString(),
              number(sum).toPlainString(),
              difference.toPlainString()));
    }
  }

  private static BigDecimal number(Fact.Given fact) {
    return ((Value.Decimal) fact.value()).number();
  }

  private static Fact decimal(BigDecimal number, String origin) {
    return new Fact.Given(new Value.Decimal(number), origin, true);
  }
}

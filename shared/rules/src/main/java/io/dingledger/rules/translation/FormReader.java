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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an approval's form by a form mapping, and checks what can be checked without rules. */
final class FormReader {
  /** The most rows of a document. */
  static final int MOST_ROWS = 500;

  private final FormMapping mapping;
  private final FieldReader fields;
  private final Set<Reason> reasons = new LinkedHashSet<>();
  private final Map<String, Set<String>> ways = new LinkedHashMap<>();

  FormReader(Book book, FormMapping mapping) {
    this.mapping = mapping;
    this.fields = new FieldReader(book.currency());
  }

  /**
   * Reads a form.
   *
   * @param document the facts of the header, to which those of the form are added
   */
  FormFacts read(Form form, Map<String, Fact> document) {
    Kind kind = mapping.kind();
    document.put(kind.path(Kind.FORM), form());
    for (int index = 0; index < kind.header().size(); index++) {
      String path = kind.headerPaths().get(index);
      FormField field = kind.header().get(index);
      document.put(path, read(form.components(), field, path, mapping.header(), Where.HEADER));
    }
    List<Map<String, Fact>> rows = new ArrayList<>();
    for (Form.Row row : rows(form)) {
      rows.add(row(row, rows.size() + 1));
    }
    Totals.complete(kind, document, rows, reasons);
    Map<String, String> origins = new LinkedHashMap<>();
    ways.forEach((path, found) -> origins.put(path, String.join("; ", found)));
    return new FormFacts(document, rows, origins, reasons);
  }

  /** Which form it is; nobody knows of one that was written down without a word about it. */
  private Fact form() {
    return mapping.name().isEmpty()
        ? new Fact.Unusable(() -> Reason.of(HoldReason.FORM_UNSTATED, mapping.kind().word()), false)
        : new Fact.Given(new Value.Text(mapping.name()), "rule book, forms", true);
  }

  private List<Form.Row> rows(Form form) {
    if (mapping.table().isEmpty()) {
      return List.of();
    }
    Selector at = mapping.table().get();
    return switch (FieldReader.find(form.components(), at)) {
      case FieldReader.Found.One(Form.Component table, String how) -> {
        ways.put(mapping.kind().path("lines"), Set.of(how));
        yield rows(table, at.label());
      }
      case FieldReader.Found.Several several -> {
        reasons.add(
            FieldReader.unusable(HoldReason.FIELD_AMBIGUOUS, Where.HEADER, at.label()).reason());
        yield List.of();
      }
      case FieldReader.Found.None none -> {
        reasons.add(Reason.of(HoldReason.TABLE_EMPTY, at.label()));
        yield List.of();
      }
    };
  }

  /** A table that says something and has no rows is our failure to read it, not the claimant's. */
  private List<Form.Row> rows(Form.Component table, String label) {
    int rows = table.rows().size();
    if (rows > MOST_ROWS) {
      reasons.add(Reason.of(HoldReason.TOO_MANY_LINES, rows, MOST_ROWS));
      return List.of();
    }
    if (rows == 0) {
      HoldReason why =
          FieldReader.isBlank(table) ? HoldReason.TABLE_EMPTY : HoldReason.TABLE_UNREADABLE;
      reasons.add(Reason.of(why, label));
    }
    return table.rows();
  }

  private Map<String, Fact> row(Form.Row row, int number) {
    List<FormField> fields = mapping.kind().row();
    Map<String, Fact> facts = HashMap.newHashMap(fields.size() + 1);
    Where where = Where.row(number);
    facts.put(
        "line.number",
        new Fact.Given(new Value.Decimal(BigDecimal.valueOf(number)), where.english(), true));
    for (int index = 0; index < fields.size(); index++) {
      String path = mapping.kind().rowPaths().get(index);
      facts.put(path, read(row.cells(), fields.get(index), path, mapping.row(), where));
    }
    return facts;
  }

  private Fact read(
      List<Form.Component> components,
      FormField field,
      String path,
      Map<String, Selector> selectors,
      Where where) {
    Selector selector = selectors.get(field.key());
    if (selector == null) {
      return fields.blank(field, where, field.key());
    }
    FieldReader.Found found = FieldReader.find(components, selector);
    if (found instanceof FieldReader.Found.One(Form.Component component, String how)
        && FieldReader.isFilled(field, component)) {
      ways.computeIfAbsent(path, any -> new LinkedHashSet<>()).add(how);
    }
    if (found instanceof FieldReader.Found.None && !field.required()) {
      Renamed.heir(components, field, selector, read(selectors))
          .map(heir -> gone(where, selector, heir))
          .ifPresent(reasons::add);
    }
    Fact fact = fields.read(found, field, selector.label(), where);
    switch (fact) {
      case Fact.Unusable unusable when unusable.always() -> reasons.add(unusable.reason());
      case Fact.Unusable unusable -> {}
      case Fact.Given given -> positive(field, given, selector, where);
    }
    return fact;
  }

  private List<Selector> read(Map<String, Selector> selectors) {
    List<Selector> read = new ArrayList<>(selectors.values());
    mapping.table().ifPresent(read::add);
    return read;
  }

  private static Reason gone(Where where, Selector selector, String heir) {
    return FieldReader.unusable(
            HoldReason.FIELD_GONE, where, selector.label(), FieldReader.shown(heir))
        .reason();
  }

  /** Required amounts are above zero, others at least zero: refunds are a person's business. */
  private void positive(FormField field, Fact.Given fact, Selector selector, Where where) {
    if (field.content() == FormField.Content.AMOUNT
        && fact.value() instanceof Value.Decimal(BigDecimal number)
        && number.signum() < (field.required() ? 1 : 0)) {
      reasons.add(
          FieldReader.unusable(
                  HoldReason.AMOUNT_NOT_POSITIVE, where, selector.label(), number.toPlainString())
              .reason());
    }
  }
}

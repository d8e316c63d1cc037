package io.dingledger.rules.translation;

import io.dingledger.model.document.Form;
import io.dingledger.rules.book.FormField;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.Selector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps documents that were written down field by field: each component is called as its field. */
final class WrittenForms {
  /** What the table of rows is called. */
  private static final Selector ROWS = new Selector("lines", "", "");

  private WrittenForms() {}

  /** Which form a document says it is; empty when it says nothing. */
  static String stated(Form written) {
    return written.components().stream()
        .filter(component -> component.bizAlias().equals(Kind.FORM))
        .map(component -> component.value().strip())
        .findFirst()
        .orElse("");
  }

  /**
   * The mapping for a document; a table that its kind may leave out is mapped if it is there.
   *
   * @param name the form that the document is; empty when that is not known
   */
  static FormMapping mapping(Kind kind, String name, Form written) {
    boolean hasRows =
        written.components().stream()
            .anyMatch(component -> component.bizAlias().equals(ROWS.bizAlias()));
    Optional<Selector> table =
        switch (kind.table()) {
          case REQUIRED -> Optional.of(ROWS);
          case OPTIONAL -> hasRows ? Optional.of(ROWS) : Optional.empty();
          case ABSENT -> Optional.empty();
        };
    Map<String, Selector> header = selectors(kind.header());
    // It is read too, so that nobody takes it for what became of a field that is missing.
    header.put(Kind.FORM, new Selector(Kind.FORM, "", ""));
    return new FormMapping(name, kind, header, table, selectors(kind.row()));
  }

  private static Map<String, Selector> selectors(List<FormField> fields) {
    Map<String, Selector> selectors = new LinkedHashMap<>();
    fields.forEach(field -> selectors.put(field.key(), new Selector(field.key(), "", "")));
    return selectors;
  }
}

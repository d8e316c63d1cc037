package io.dingledger.rules.book;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a form's components become the fields of a document.
 *
 * @param name the form's name in the rule book
 * @param kind what its documents are
 * @param header the selectors of header fields by key
 * @param table the selector of the table of rows; empty when the form has none
 * @param row the selectors of the rows' fields by key
 */
public record FormMapping(
    String name,
    Kind kind,
    Map<String, Selector> header,
    Optional<Selector> table,
    Map<String, Selector> row) {
  public FormMapping {
    header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
    row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
  }
}

package io.dingledger.rules.translation;

import java.util.List;

/**
 * The places of a document.
 *
 * @param whole the document as a whole
 * @param rows its rows, in order
 */
record Places(Place whole, List<Place> rows) {
  Places {
    rows = List.copyOf(rows);
  }

  /** Where a rule is applied. */
  List<Place> of(boolean eachRow) {
    return eachRow ? rows : List.of(whole);
  }
}

package io.dingledger.ledgers.file;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What stands in one field of a file. */
sealed interface Cell {
  /** Nothing. */
  Cell BLANK = new Blank();

  /** Nothing. */
  record Blank() implements Cell {}

  /** Words or a code; codes keep their leading zeros. */
  record Text(String value) implements Cell {}

  /** A decimal number with just these decimals. */
  record Decimal(BigDecimal value) implements Cell {}

  /** A whole number. */
  record Whole(long value) implements Cell {}

  /** A date. */
  record Day(LocalDate value) implements Cell {}

  /** A text, or nothing when it is empty. */
  static Cell text(String value) {
    return value.isEmpty() ? BLANK : new Text(value);
  }
}

package io.dingledger.local.torture.ledger;

import java.math.BigDecimal;
import java.util.List;

/**
 * A voucher in the book.
 *
 * @param company whose book
 * @param key what the sender calls the voucher's key
 * @param document the source document that the voucher says it is for
 * @param purpose {@code record} or {@code reverse}
 * @param number its number in the book, from 1
 * @param lines its lines
 */
public record Booked(
    String company, String key, String document, String purpose, int number, List<Line> lines) {
  public Booked {
    lines = List.copyOf(lines);
  }

  /** One line. */
  public record Line(String account, BigDecimal debit, BigDecimal credit) {}

  /** The sum of its debits. */
  public BigDecimal debit() {
    return lines.stream().map(Line::debit).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The sum of its credits. */
  public BigDecimal credit() {
    return lines.stream().map(Line::credit).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

package io.dingledger.ledgers.file;

import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a voucher at its place in a file.
 *
 * @param voucher whose line it is
 * @param ordinal which voucher of the file, from 1
 * @param number the voucher's number; empty when the receiver gives it
 * @param index which line of the voucher, from 1
 * @param position which line of the file, from 1
 * @param line the line
 */
record Entry(
    Voucher voucher,
    int ordinal,
    Optional<Integer> number,
    int index,
    int position,
    VoucherLine line) {
  /** Ledgers keep cents; finer amounts were refused. */
  static final int DECIMALS = 2;

  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(DECIMALS);

  /** The lines of a voucher. */
  static List<Entry> of(Voucher voucher, int ordinal, Optional<Integer> number, int before) {
    List<Entry> entries = new ArrayList<>();
    for (VoucherLine line : voucher.lines()) {
      int index = entries.size() + 1;
      entries.add(new Entry(voucher, ordinal, number, index, before + index, line));
    }
    return entries;
  }

  boolean isFirst() {
    return index == 1;
  }

  Cell.Decimal debit() {
    return new Cell.Decimal(line.side() == Side.DEBIT ? amount() : NOTHING);
  }

  Cell.Decimal credit() {
    return new Cell.Decimal(line.side() == Side.CREDIT ? amount() : NOTHING);
  }

  /** The amount in the line's own currency. */
  Cell.Decimal original() {
    return new Cell.Decimal(
        line.foreign().map(foreign -> cents(foreign.amount().amount())).orElseGet(this::amount));
  }

  /** The book's currency for one unit of the line's own. */
  Cell.Decimal rate() {
    return new Cell.Decimal(line.foreign().map(Foreign::rate).orElse(BigDecimal.ONE));
  }

  /** The ISO code of the line's own currency. */
  String currency() {
    return line.foreign().map(foreign -> foreign.amount().currency()).orElse(voucher.currency());
  }

  /** The code of a dimension; empty when the line has none. */
  String code(Dimension dimension) {
    return line.dimensions().getOrDefault(dimension, "");
  }

  private BigDecimal amount() {
    return cents(line.amount().amount());
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(DECIMALS);
  }
}

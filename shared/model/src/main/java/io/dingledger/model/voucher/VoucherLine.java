package io.dingledger.model.voucher;

import io.dingledger.model.money.Money;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a voucher.
 *
 * @param summary the summary text (摘要)
 * @param account the account code (科目编码) in the ledger's book
 * @param dimensions the codes of the dimensions (辅助核算) it carries
 * @param side debit or credit
 * @param amount in the book's currency; never zero; negative only in a red voucher
 * @param foreign the same in a foreign currency, if the line has one
 * @param explanation why this line is as it is
 */
public record VoucherLine(
    String summary,
    String account,
    Map<Dimension, String> dimensions,
    Side side,
    Money amount,
    Optional<Foreign> foreign,
    Explanation explanation) {
  /** A line in the book's currency alone. */
  public VoucherLine(
      String summary,
      String account,
      Map<Dimension, String> dimensions,
      Side side,
      Money amount,
      Explanation explanation) {
    this(summary, account, dimensions, side, amount, Optional.empty(), explanation);
  }

  public VoucherLine {
    dimensions = Map.copyOf(dimensions);
    if (amount.isZero()) {
      throw new IllegalArgumentException("a voucher line carries an amount");
    }
    if (foreign.filter(other -> other.amount().isNegative() != amount.isNegative()).isPresent()) {
      throw new IllegalArgumentException("a line and its foreign amount have one sign");
    }
  }
}

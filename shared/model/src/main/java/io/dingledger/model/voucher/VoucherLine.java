package io.dingledger.model.voucher;

import io.dingledger.model.money.Money;
import java.util.Map;

/**
 * One line of a voucher.
 *
 * @param summary the summary text (摘要)
 * @param account the account code (科目编码) in the ledger's book
 * @param dimensions the codes of the dimensions (辅助核算) it carries
 * @param side debit or credit
 * @param amount never zero; negative only in a red voucher
 * @param explanation why this line is as it is
 */
public record VoucherLine(
    String summary,
    String account,
    Map<Dimension, String> dimensions,
    Side side,
    Money amount,
    Explanation explanation) {
  public VoucherLine {
    dimensions = Map.copyOf(dimensions);
    if (amount.isZero()) {
      throw new IllegalArgumentException("a voucher line carries an amount");
    }
  }
}

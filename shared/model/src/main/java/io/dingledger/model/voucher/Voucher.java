package io.dingledger.model.voucher;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A voucher (凭证): immutable, balanced by construction.
 *
 * @param key its identity
 * @param document the source document it belongs to
 * @param purpose what it does for that document
 * @param date the voucher date, in the tenant's zone; it names the period
 * @param currency the currency of all lines
 * @param summary the summary (摘要) of the whole
 * @param attachments number of attached source documents (附件张数)
 * @param lines at least two
 */
public record Voucher(
    VoucherKey key,
    DocumentId document,
    Purpose purpose,
    LocalDate date,
    String currency,
    String summary,
    int attachments,
    List<VoucherLine> lines) {
  /**
   * Refuses what is not a voucher.
   *
   * @throws IllegalArgumentException when there are fewer than two lines, a line in another
   *     currency, or debits that differ from credits
   */
  public Voucher {
    lines = List.copyOf(lines);
    if (lines.size() < 2) {
      throw new IllegalArgumentException("a voucher has at least two lines");
    }
    Money debit = total(lines, Side.DEBIT, currency);
    Money credit = total(lines, Side.CREDIT, currency);
    if (!debit.equals(credit)) {
      throw new IllegalArgumentException("debit " + debit + " and credit " + credit + " differ");
    }
  }

  /** The sum of the debit lines. */
  public Money debit() {
    return total(lines, Side.DEBIT, currency);
  }

  /** The sum of the credit lines. */
  public Money credit() {
    return total(lines, Side.CREDIT, currency);
  }

  /** The sum of one side of some lines, balanced or not. */
  public static Money total(List<VoucherLine> lines, Side side, String currency) {
    return lines.stream()
        .filter(line -> line.side() == side)
        .map(VoucherLine::amount)
        .reduce(Money.zero(currency), Money::plus);
  }
}

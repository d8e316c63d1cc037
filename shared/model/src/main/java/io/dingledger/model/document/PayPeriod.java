package io.dingledger.model.document;

import io.dingledger.model.money.Money;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * A month of pay that was closed: its pay items in sums. It is made here, not by DingTalk, and is
 * kept as a document so that its vouchers are posted like all others.
 *
 * @param header what every document has; its business date is the month's last day, and it has no
 *     originator
 * @param month the month that was closed
 * @param sums its sums, in the order of the vouchers' lines
 */
public record PayPeriod(DocumentHeader header, YearMonth month, List<Sum> sums)
    implements SourceDocument {
  public PayPeriod {
    sums = List.copyOf(sums);
  }

  /**
   * Pay items summed up.
   *
   * @param item the item's name
   * @param concerns the month that the items concern: an earlier one than the closed one for what
   *     came late
   * @param departmentId whose they are; empty when departments are not told apart
   * @param userId whose they are; empty when people are not told apart
   * @param count how many items
   * @param quantity the sum of their quantities
   * @param amount the sum of their signed amounts
   */
  public record Sum(
      String item,
      YearMonth concerns,
      String departmentId,
      String userId,
      int count,
      BigDecimal quantity,
      Money amount) {}
}

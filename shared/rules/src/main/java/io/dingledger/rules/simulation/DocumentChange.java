package io.dingledger.rules.simulation;

import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.VoucherLine;
import java.util.List;

/**
 * What would become otherwise of one document, or of one month.
 *
 * @param outcome what became of it before and after
 * @param lines the lines of vouchers that differ
 * @param items the pay items that differ
 * @param headers whether date, summary or attachments of its vouchers differ
 */
public record DocumentChange(
    Change<Outcome> outcome,
    List<Change<VoucherLine>> lines,
    List<Change<PayItem>> items,
    boolean headers) {
  public DocumentChange {
    lines = List.copyOf(lines);
    items = List.copyOf(items);
  }

  /** Its name. */
  public String name() {
    return outcome.before().or(outcome::after).orElseThrow().name();
  }
}

package io.dingledger.rules;

import io.dingledger.model.document.PayPeriod;
import io.dingledger.model.pay.PayItem;
import java.util.List;

/**
 * What the close of a month gives.
 *
 * @param period the month with its sums
 * @param made the pay items that rules for {@code personMonth} made, to be stored with it; they are
 *     in the sums
 * @param translation the voucher of the sums, why a person must look at it, or why there is none
 */
public record Closing(PayPeriod period, List<PayItem> made, Translation translation) {
  public Closing {
    made = List.copyOf(made);
  }
}

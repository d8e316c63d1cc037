package io.dingledger.ledgers.yonbip;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import java.util.Set;

/** Reads what addVoucher came to: posted only when the answer says so and names the voucher. */
final class AddVoucherReply {
  private AddVoucherReply() {}

  static Sent sent(YonbipReply reply, Voucher voucher, Set<String> duplicateCodes) {
    String id = Json.scalar(reply.data().path("voucherId"));
    if (!reply.isGood()) {
      boolean contradiction = reply.code().equals("200") || !id.isEmpty();
      return new Sent.Failed(
          contradiction
              ? unclear("failure with an id")
              : YonbipVerdict.ofSend(reply, duplicateCodes));
    }
    if (id.isEmpty()) {
      return new Sent.Failed(unclear("success without an id"));
    }
    return hasOtherTotal(reply.data(), voucher)
        ? new Sent.Failed(unclear("another total"))
        : new Sent.Posted(new LedgerReference(id, Json.scalar(reply.data().path("billCode"))));
  }

  /**
   * An earlier voucher may be what a repeated businessId gives. The sign is left out: a red voucher
   * may be told by its size.
   */
  private static boolean hasOtherTotal(JsonNode data, Voucher voucher) {
    JsonNode told = data.path("totalDebitOrg");
    return told.isNumber()
        && told.decimalValue().abs().compareTo(voucher.debit().amount().abs()) != 0;
  }

  private static Failure unclear(String how) {
    return YonbipForm.FAILURES.of(FailureKind.AMBIGUOUS, LedgerReason.UNCLEAR, how);
  }
}

package io.dingledger.ledgers.haokuaiji;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.VoucherKey;
import java.util.regex.Pattern;

/** Reads what a new voucher came to. It is posted only when the answer names it by its id. */
final class TransReply {
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,19}");

  private TransReply() {}

  static Sent sent(JsonNode tree, VoucherKey key) {
    if (!tree.isObject()) {
      return unclear("not an object");
    }
    Reply reply = new Reply(tree);
    JsonNode content = reply.content();
    String id = Json.scalar(content.path("id"));
    boolean named = ID.matcher(id).matches();
    if (reply.isRefusal()) {
      return named ? unclear("failure with an id") : new Sent.Failed(reply.refusedVoucher());
    }
    String told = Json.scalar(content.path("refVoucherCode"));
    if (!told.isEmpty() && !told.equals(key.value())) {
      return unclear("another external code");
    }
    return named
        ? new Sent.Posted(new LedgerReference(id, Json.scalar(content.path("code"))))
        : unclear("success without an id");
  }

  private static Sent unclear(String how) {
    return new Sent.Failed(
        HaokuaijiForm.FAILURES.of(FailureKind.AMBIGUOUS, LedgerReason.UNCLEAR, how));
  }
}

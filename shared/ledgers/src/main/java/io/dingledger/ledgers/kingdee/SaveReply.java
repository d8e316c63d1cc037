package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a Save came to. It is posted only when the answer says so and names the voucher. */
final class SaveReply {
  private SaveReply() {}

  static Sent sent(KingdeeReply reply) {
    return reply instanceof KingdeeReply.Status status
        ? sent(status)
        : new Sent.Failed(Verdict.ofUnclear(reply, Errand.SEND));
  }

  private static Sent sent(KingdeeReply.Status status) {
    Optional<String> id = id(status.result());
    if (status.success()) {
      return id.<Sent>map(found -> new Sent.Posted(new LedgerReference(found, number(status))))
          .orElseGet(() -> new Sent.Failed(unclear("success without an id")));
    }
    return new Sent.Failed(id.isPresent() ? unclear("failure with an id") : Verdict.ofSend(status));
  }

  private static Failure unclear(String how) {
    return KingdeeForm.FAILURES.of(FailureKind.AMBIGUOUS, LedgerReason.UNCLEAR, how);
  }

  private static Optional<String> id(JsonNode result) {
    JsonNode entity = result.path("ResponseStatus").path("SuccessEntitys").path(0);
    return first(result.path("Id"), entity.path("Id")).filter(id -> !id.equals("0"));
  }

  private static String number(KingdeeReply.Status status) {
    JsonNode result = status.result();
    JsonNode entity = result.path("ResponseStatus").path("SuccessEntitys").path(0);
    return first(
            result.path("Number"),
            entity.path("Number"),
            entity.path("BillNo"),
            result.path("NeedReturnData").path(0).path("FVOUCHERGROUPNO"))
        .orElse("");
  }

  private static Optional<String> first(JsonNode... candidates) {
    return Stream.of(candidates).map(Json::scalar).filter(text -> !text.isEmpty()).findFirst();
  }
}

package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;

/** A voucher's progress, with {@code reference: {id, number}} once it is posted. */
public final class PostingCodec implements JsonCodec<Posting> {
  private final WaitCodec waits = new WaitCodec();

  @Override
  public ObjectNode toJson(Posting posting) {
    ObjectNode json =
        Json.object()
            .put("key", posting.key().value())
            .put("purpose", posting.purpose().name())
            .put("state", posting.state().name())
            .put("fence", posting.fence());
    Json.putOptional(json, "leaseUntil", posting.leaseUntil());
    Json.putOptional(json, "firstSentAt", posting.firstSentAt());
    Json.putOptional(json, "lastSentAt", posting.lastSentAt());
    Json.putOptional(json, "requestOverAt", posting.requestOverAt());
    json.put("sends", posting.sends());
    posting
        .reference()
        .ifPresent(
            found ->
                json.putObject("reference").put("id", found.id()).put("number", found.number()));
    json.set("pending", waits.toJson(posting.pending()));
    return json;
  }

  @Override
  public Posting fromJson(JsonNode json) {
    return new Posting(
        new VoucherKey(Json.text(json, "key")),
        Json.constant(json, "purpose", Purpose.class),
        Json.constant(json, "state", PostingState.class),
        Json.whole(json, "fence"),
        Json.optionalInstant(json, "leaseUntil"),
        Json.optionalInstant(json, "firstSentAt"),
        Json.optionalInstant(json, "lastSentAt"),
        Json.optionalInstant(json, "requestOverAt"),
        Json.count(json, "sends"),
        Json.optional(json, "reference", owner -> reference(owner.get("reference"))),
        waits.fromJson(json.path("pending")));
  }

  private static LedgerReference reference(JsonNode json) {
    return new LedgerReference(Json.text(json, "id"), Json.text(json, "number"));
  }
}

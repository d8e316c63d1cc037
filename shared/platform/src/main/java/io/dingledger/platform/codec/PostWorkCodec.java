package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.PostWork;

/**
 * The content of the vouchers queue: {@code {tenant, document, key}}, and {@code settled} of work
 * that has waited for requests to settle.
 */
public final class PostWorkCodec implements JsonCodec<PostWork> {
  @Override
  public ObjectNode toJson(PostWork work) {
    ObjectNode json =
        Json.object()
            .put("tenant", work.tenant().id())
            .put("document", work.document().value())
            .put("key", work.key().value());
    return work.settled() == 0 ? json : json.put("settled", work.settled());
  }

  @Override
  public PostWork fromJson(JsonNode json) {
    return new PostWork(
        Tenant.verified(Json.text(json, "tenant")),
        new DocumentId(Json.text(json, "document")),
        new VoucherKey(Json.text(json, "key")),
        json.has("settled") ? Json.count(json, "settled") : 0);
  }
}

package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.PostWork;

/** The content of the vouchers queue: {@code {tenant, document, key}}. */
public final class PostWorkCodec implements JsonCodec<PostWork> {
  @Override
  public ObjectNode toJson(PostWork work) {
    return Json.object()
        .put("tenant", work.tenant().id())
        .put("document", work.document().value())
        .put("key", work.key().value());
  }

  @Override
  public PostWork fromJson(JsonNode json) {
    return new PostWork(
        Tenant.verified(Json.text(json, "tenant")),
        new DocumentId(Json.text(json, "document")),
        new VoucherKey(Json.text(json, "key")));
  }
}

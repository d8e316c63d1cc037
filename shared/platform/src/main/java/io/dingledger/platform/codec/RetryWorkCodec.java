package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.RetryWork;
import java.util.Optional;

/** The content of the failures queue: {@code {tenant, document, key?}} or {@code {sweep: true}}. */
public final class RetryWorkCodec implements JsonCodec<RetryWork> {
  private static final String SWEEP = "sweep";

  @Override
  public ObjectNode toJson(RetryWork work) {
    return switch (work) {
      case RetryWork.Sweep sweep -> Json.object().put(SWEEP, true);
      case RetryWork.TryFailed(Tenant tenant, DocumentId document, Optional<VoucherKey> key) -> {
        ObjectNode json =
            Json.object().put("tenant", tenant.id()).put("document", document.value());
        Json.putOptional(json, "key", key);
        yield json;
      }
    };
  }

  @Override
  public RetryWork fromJson(JsonNode json) {
    return json.path(SWEEP).asBoolean(false)
        ? new RetryWork.Sweep()
        : new RetryWork.TryFailed(
            Tenant.verified(Json.text(json, "tenant")),
            new DocumentId(Json.text(json, "document")),
            Json.optionalText(json, "key").map(VoucherKey::new));
  }
}

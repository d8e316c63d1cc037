package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.RetryWork;
import java.time.Duration;
import java.util.Optional;

/**
 * The content of the failures queue: {@code {tenant, document, key?}}, {@code {sweep: true}} or
 * {@code {connectionBack: true, tenant, spacing, from, woken, hop, cursor?}}, spacing in
 * milliseconds.
 */
public final class RetryWorkCodec implements JsonCodec<RetryWork> {
  private static final String SWEEP = "sweep";
  private static final String BACK = "connectionBack";

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
      case RetryWork.ConnectionBack back -> {
        ObjectNode json =
            Json.object()
                .put(BACK, true)
                .put("tenant", back.tenant().id())
                .put("spacing", back.spacing().toMillis())
                .put("from", back.from().toString())
                .put("woken", back.woken())
                .put("hop", back.hop());
        Json.putOptional(json, "cursor", back.cursor());
        yield json;
      }
    };
  }

  @Override
  public RetryWork fromJson(JsonNode json) {
    if (json.path(SWEEP).asBoolean(false)) {
      return new RetryWork.Sweep();
    }
    Tenant tenant = Tenant.verified(Json.text(json, "tenant"));
    return json.path(BACK).asBoolean(false)
        ? new RetryWork.ConnectionBack(
            tenant,
            Duration.ofMillis(Json.whole(json, "spacing")),
            Json.instant(json, "from"),
            Json.count(json, "woken"),
            Json.count(json, "hop"),
            Json.optionalText(json, "cursor"))
        : new RetryWork.TryFailed(
            tenant,
            new DocumentId(Json.text(json, "document")),
            Json.optionalText(json, "key").map(VoucherKey::new));
  }
}

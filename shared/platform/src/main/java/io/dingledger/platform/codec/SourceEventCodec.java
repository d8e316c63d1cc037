package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Tenant;

/** A source event; {@code subject} holds either {@code approval} or {@code outOfScope}. */
public final class SourceEventCodec implements JsonCodec<SourceEvent> {
  private final ApprovalCodec approvals = new ApprovalCodec();
  private final ReasonCodec reasons = new ReasonCodec();

  @Override
  public ObjectNode toJson(SourceEvent event) {
    ObjectNode json =
        Json.object()
            .put("tenant", event.tenant().id())
            .put("eventId", event.eventId())
            .put("type", event.type())
            .put("occurredAt", event.occurredAt().toString());
    ObjectNode subject = json.putObject("subject");
    switch (event.subject()) {
      case EventSubject.Approval approval -> subject.set("approval", approvals.toJson(approval));
      case EventSubject.OutOfScope(Reason reason) ->
          subject.set("outOfScope", reasons.toJson(reason));
      default -> throw new UnsupportedOperationException("contract");
    }
    return json.put("data", event.data());
  }

  @Override
  public SourceEvent fromJson(JsonNode json) {
    return new SourceEvent(
        Tenant.verified(Json.text(json, "tenant")),
        Json.text(json, "eventId"),
        Json.text(json, "type"),
        Json.instant(json, "occurredAt"),
        subject(json.path("subject")),
        Json.text(json, "data"));
  }

  private EventSubject subject(JsonNode json) {
    return json.has("approval")
        ? approvals.fromJson(json.get("approval"))
        : new EventSubject.OutOfScope(reasons.fromJson(json.get("outOfScope")));
  }
}

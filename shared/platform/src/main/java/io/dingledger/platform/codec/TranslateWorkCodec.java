package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.TranslateWork;

/** The content of the events queue: {@code {event}} or {@code {tenant, document}}. */
public final class TranslateWorkCodec implements JsonCodec<TranslateWork> {
  private final SourceEventCodec events = new SourceEventCodec();

  @Override
  public ObjectNode toJson(TranslateWork work) {
    ObjectNode json = Json.object();
    switch (work) {
      case TranslateWork.Happened happened -> json.set("event", events.toJson(happened.event()));
      case TranslateWork.Again(Tenant tenant, DocumentId document) ->
          json.put("tenant", tenant.id()).put("document", document.value());
      case TranslateWork.DayRead read -> throw new UnsupportedOperationException("contract");
    }
    return json;
  }

  @Override
  public TranslateWork fromJson(JsonNode json) {
    return json.has("event")
        ? new TranslateWork.Happened(events.fromJson(json.get("event")))
        : new TranslateWork.Again(
            Tenant.verified(Json.text(json, "tenant")),
            new DocumentId(Json.text(json, "document")));
  }
}

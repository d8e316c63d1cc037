package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.TranslateWork;
import java.time.Instant;
import java.time.YearMonth;

/**
 * The content of the events queue: {@code {event}}, {@code {tenant, document}}, {@code {tenant,
 * document, by}}, {@code {tenant, day, results, readAt}}, {@code {tenant, month, by}} or {@code
 * {tenant, document, message, text, receivedAt}}.
 */
public final class TranslateWorkCodec implements JsonCodec<TranslateWork> {
  private final SourceEventCodec events = new SourceEventCodec();

  @Override
  public ObjectNode toJson(TranslateWork work) {
    ObjectNode json = Json.object();
    switch (work) {
      case TranslateWork.Happened happened -> json.set("event", events.toJson(happened.event()));
      case TranslateWork.Again(Tenant tenant, DocumentId document) ->
          json.put("tenant", tenant.id()).put("document", document.value());
      case TranslateWork.Retranslate(Tenant tenant, DocumentId document, Signer by) ->
          json.put("tenant", tenant.id()).put("document", document.value()).put("by", by.id());
      case TranslateWork.DayRead(Tenant tenant, PersonDay day, String results, Instant readAt) ->
          json.put("tenant", tenant.id())
              .put("results", results)
              .put("readAt", readAt.toString())
              .set("day", AttendanceCodec.day(day));
      case TranslateWork.ClosePeriod(Tenant tenant, YearMonth month, String by) ->
          json.put("tenant", tenant.id()).put("month", month.toString()).put("by", by);
      case TranslateWork.Received received ->
          json.put("tenant", received.tenant().id())
              .put("document", received.document().value())
              .put("message", received.messageId())
              .put("text", received.text())
              .put("receivedAt", received.receivedAt().toString());
    }
    return json;
  }

  @Override
  public TranslateWork fromJson(JsonNode json) {
    if (json.has("event")) {
      return new TranslateWork.Happened(events.fromJson(json.get("event")));
    }
    Tenant tenant = Tenant.verified(Json.text(json, "tenant"));
    if (json.has("month")) {
      return new TranslateWork.ClosePeriod(
          tenant, YearMonth.parse(Json.text(json, "month")), Json.text(json, "by"));
    }
    if (json.has("day")) {
      return new TranslateWork.DayRead(
          tenant,
          AttendanceCodec.day(json.get("day")),
          Json.text(json, "results"),
          Json.instant(json, "readAt"));
    }
    DocumentId document = new DocumentId(Json.text(json, "document"));
    if (json.has("message")) {
      return new TranslateWork.Received(
          tenant,
          document,
          Json.text(json, "message"),
          Json.text(json, "text"),
          Json.instant(json, "receivedAt"));
    }
    return json.has("by")
        ? new TranslateWork.Retranslate(
            tenant,
            document,
            Signer.of(Json.text(json, "by")).orElseThrow(() -> new Unreadable("by")))
        : new TranslateWork.Again(tenant, document);
  }
}

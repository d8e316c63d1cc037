package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** A document's record with all that belongs to it. */
public final class DocumentRecordCodec implements JsonCodec<DocumentRecord> {
  private final ApprovalCodec approvals = new ApprovalCodec();
  private final WaitCodec waits = new WaitCodec();
  private final PostingCodec postings = new PostingCodec();
  private final ReasonCodec reasons = new ReasonCodec();
  private final TimelineEntryCodec entries = new TimelineEntryCodec();

  @Override
  public ObjectNode toJson(DocumentRecord record) {
    ObjectNode json =
        Json.object()
            .put("tenant", record.tenant().id())
            .put("id", record.id().value())
            .put("version", record.version())
            .put("state", record.state().name())
            .put("kind", record.kind())
            .put("title", record.title())
            .put("businessId", record.businessId());
    Json.putOptional(json, "businessDate", record.businessDate());
    record.total().ifPresent(total -> json.set("total", Json.money(total)));
    record.approval().ifPresent(approval -> json.set("approval", approvals.toJson(approval)));
    Json.putTexts(json, "eventIds", record.eventIds());
    json.set("fetch", waits.toJson(record.fetch()));
    Json.putList(json, "postings", record.postings(), postings::toJson);
    if (record.hasPayItems()) {
      Json.putTexts(json, "bookedIn", record.bookedIn().stream().map(YearMonth::toString).toList());
    }
    Json.putList(json, "reasons", record.reasons(), reasons::toJson);
    Json.putList(json, "timeline", record.timeline(), entries::toJson);
    record.supersededBy().ifPresent(later -> json.put("supersededBy", later.value()));
    if (!record.trace().isEmpty()) {
      json.put("trace", record.trace());
    }
    return json.put("createdAt", record.createdAt().toString())
        .put("updatedAt", record.updatedAt().toString());
  }

  @Override
  public DocumentRecord fromJson(JsonNode json) {
    return new DocumentRecord(
        Tenant.verified(Json.text(json, "tenant")),
        new DocumentId(Json.text(json, "id")),
        Json.whole(json, "version"),
        Json.constant(json, "state", DocumentState.class),
        Json.text(json, "kind"),
        Json.text(json, "title"),
        Json.text(json, "businessId"),
        Json.optionalText(json, "businessDate").map(LocalDate::parse),
        Json.optional(json, "total", owner -> Json.money(owner, "total")),
        Json.optional(json, "approval", owner -> approvals.fromJson(owner.get("approval"))),
        Json.texts(json, "eventIds"),
        waits.fromJson(json.path("fetch")),
        Json.list(json, "postings", postings::fromJson),
        Json.optional(json, "bookedIn", owner -> Json.texts(owner, "bookedIn")).stream()
            .flatMap(List::stream)
            .map(YearMonth::parse)
            .toList(),
        Json.list(json, "reasons", reasons::fromJson),
        Json.list(json, "timeline", entries::fromJson),
        Json.optionalText(json, "supersededBy").map(DocumentId::new),
        Json.optionalText(json, "trace").orElse(""),
        Json.instant(json, "createdAt"),
        Json.instant(json, "updatedAt"));
  }
}

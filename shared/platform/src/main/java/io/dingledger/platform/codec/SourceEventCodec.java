package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Tenant;
import java.util.List;

/**
 * A source event; {@code subject} holds one of {@code approval}, {@code attendance}, {@code
 * people}, {@code departments}, {@code form}, {@code outOfScope} and {@code unreadable}.
 */
public final class SourceEventCodec implements JsonCodec<SourceEvent> {
  private final ApprovalCodec approvals = new ApprovalCodec();
  private final AttendanceCodec attendance = new AttendanceCodec();
  private final ReasonCodec reasons = new ReasonCodec();

  @Override
  public ObjectNode toJson(SourceEvent event) {
    ObjectNode json =
        Json.object()
            .put("tenant", event.tenant().id())
            .put("eventId", event.eventId())
            .put("type", event.type())
            .put("occurredAt", event.occurredAt().toString());
    json.set("subject", subject(event.subject()));
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

  private ObjectNode subject(EventSubject subject) {
    ObjectNode json = Json.object();
    switch (subject) {
      case EventSubject.Approval approval -> json.set("approval", approvals.toJson(approval));
      case EventSubject.Attendance seen -> json.set("attendance", attendance.toJson(seen));
      case EventSubject.PeopleChanged(List<String> userIds) ->
          Json.putTexts(json, "people", userIds);
      case EventSubject.DepartmentsChanged(List<String> departmentIds) ->
          Json.putTexts(json, "departments", departmentIds);
      case EventSubject.FormChanged(String processCode, String change) ->
          json.putObject("form").put("processCode", processCode).put("change", change);
      case EventSubject.OutOfScope(Reason reason) -> json.set("outOfScope", reasons.toJson(reason));
      case EventSubject.Unreadable(Reason reason) -> json.set("unreadable", reasons.toJson(reason));
    }
    return json;
  }

  private EventSubject subject(JsonNode json) {
    String what = json.isObject() && json.size() > 0 ? json.fieldNames().next() : "";
    return switch (what) {
      case "approval" -> approvals.fromJson(json.get(what));
      case "attendance" -> attendance.fromJson(json.get(what));
      case "people" -> new EventSubject.PeopleChanged(Json.texts(json, what));
      case "departments" -> new EventSubject.DepartmentsChanged(Json.texts(json, what));
      case "form" -> form(json.get(what));
      case "outOfScope" -> new EventSubject.OutOfScope(reasons.fromJson(json.get(what)));
      case "unreadable" -> new EventSubject.Unreadable(reasons.fromJson(json.get(what)));
      default -> throw new Unreadable("subject");
    };
  }

  private static EventSubject form(JsonNode json) {
    return new EventSubject.FormChanged(Json.text(json, "processCode"), Json.text(json, "change"));
  }
}

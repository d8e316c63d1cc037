package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.event.EventSubject.Attendance;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.event.EventSubject.PunchSeen;
import java.time.LocalDate;

/** {@code {days: [{userId, day}], punches: [{userId, id, at, method, outside, byPerson}]}}. */
public final class AttendanceCodec implements JsonCodec<Attendance> {
  @Override
  public ObjectNode toJson(Attendance attendance) {
    ObjectNode json = Json.object();
    Json.putList(json, "days", attendance.days(), AttendanceCodec::day);
    Json.putList(json, "punches", attendance.punches(), AttendanceCodec::punch);
    return json;
  }

  @Override
  public Attendance fromJson(JsonNode json) {
    return new Attendance(
        Json.list(json, "days", AttendanceCodec::day),
        Json.list(json, "punches", AttendanceCodec::punch));
  }

  static ObjectNode day(PersonDay day) {
    return Json.object().put("userId", day.userId()).put("day", day.day().toString());
  }

  static PersonDay day(JsonNode json) {
    return new PersonDay(Json.text(json, "userId"), LocalDate.parse(Json.text(json, "day")));
  }

  private static ObjectNode punch(PunchSeen punch) {
    return Json.object()
        .put("userId", punch.userId())
        .put("id", punch.id())
        .put("at", punch.at().toString())
        .put("method", punch.method())
        .put("outside", punch.outside())
        .put("byPerson", punch.byPerson());
  }

  private static PunchSeen punch(JsonNode json) {
    return new PunchSeen(
        Json.text(json, "userId"),
        Json.text(json, "id"),
        Json.instant(json, "at"),
        Json.text(json, "method"),
        Json.yesOrNo(json, "outside"),
        Json.yesOrNo(json, "byPerson"));
  }
}

package io.dingledger.dingtalk.callback;

import static io.dingledger.dingtalk.callback.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Attendance;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.event.EventSubject.PunchSeen;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads attendance events entry by entry. One entry that can't be read makes the whole event one
 * for a person: nothing is half done.
 */
final class AttendanceEvents {
  /** The longest user id that is accepted; DingTalk's own limit is 64. */
  static final int LONGEST_USER = 128;

  /** The longest span of days that one entry of a schedule change may have. */
  static final int LONGEST_SPAN = 31;

  /** What one event may ask to read, in bytes as it is queued: well within a queue's message. */
  static final int HEAVIEST = 90_000;

  /** Before this hour, GMT+8, a punch may end the shift of the day before. */
  static final LocalTime NIGHT_ENDS = LocalTime.of(6, 0);

  private static final int DAY_WEIGHT = 40;
  private static final int PUNCH_WEIGHT = 160;
  private static final int LONGEST_METHOD = 20;

  private final Set<PersonDay> days = new LinkedHashSet<>();
  private final Set<PunchSeen> punches = new LinkedHashSet<>();
  private int weight;

  private AttendanceEvents() {}

  /** Reads one entry; gives the doubt that it leaves, if any. */
  @FunctionalInterface
  private interface Entry {
    Optional<EventDoubt> read(AttendanceEvents into, JsonNode entry);
  }

  /** {@code attendance_check_record}: the punches and their days. */
  static EventSubject punches(String type, JsonNode business, String corpId) {
    return read(type, business, corpId, AttendanceEvents::punch);
  }

  /** {@code attendance_schedule_change}: each day of the span, for each person. */
  static EventSubject schedule(String type, JsonNode business, String corpId) {
    return read(type, business, corpId, AttendanceEvents::span);
  }

  /** The events that name a person and a {@code workDate}. */
  static EventSubject days(String type, JsonNode business, String corpId) {
    return read(type, business, corpId, AttendanceEvents::day);
  }

  private static EventSubject read(String type, JsonNode business, String corpId, Entry kind) {
    AttendanceEvents read = new AttendanceEvents();
    boolean listed = !JsonTexts.field(business, "dataList").isMissingNode();
    List<JsonNode> entries = listed ? Fields.elements(business, "dataList") : List.of(business);
    if (entries.isEmpty()) {
      return EventDoubt.ENTRIES_MISSING.unreadable(type);
    }
    for (JsonNode wrapped : entries) {
      JsonNode entry = JsonTexts.unwrapped(wrapped);
      Optional<EventDoubt> doubt =
          entry.isObject()
              ? read.entry(entry, corpId, kind)
              : Optional.of(EventDoubt.ENTRIES_MISSING);
      if (doubt.isPresent()) {
        return doubt.get().unreadable(type);
      }
    }
    return new Attendance(List.copyOf(read.days), List.copyOf(read.punches));
  }

  private Optional<EventDoubt> entry(JsonNode entry, String corpId, Entry kind) {
    String company = Fields.id(entry, "corpId");
    if (!company.isEmpty() && !company.equals(corpId)) {
      return Optional.of(EventDoubt.OTHER_COMPANY);
    }
    Optional<EventDoubt> doubt = kind.read(this, entry);
    return doubt.isEmpty() && weight > HEAVIEST ? Optional.of(EventDoubt.SPAN_TOO_LONG) : doubt;
  }

  private Optional<EventDoubt> punch(JsonNode entry) {
    String user = Fields.id(entry, "userId", "staffId");
    if (!Fields.isIdentifier(user, LONGEST_USER)) {
      return Optional.of(EventDoubt.PERSON_UNUSABLE);
    }
    Optional<Instant> at = DingTalkDays.moment(text(entry, "checkTime", "userCheckTime"));
    if (at.isEmpty()) {
      return Optional.of(EventDoubt.DAY_UNUSABLE);
    }
    String id = Fields.id(entry, "bizId");
    String method = text(entry, "locationMethod").toUpperCase(Locale.ROOT);
    boolean isNew =
        punches.add(
            new PunchSeen(
                user,
                Fields.isIdentifier(id, LONGEST_USER) ? id : "",
                at.get(),
                Fields.isIdentifier(method, LONGEST_METHOD) ? method : "",
                text(entry, "locationResult").equalsIgnoreCase("Outside"),
                !text(entry, "checkByUser").equalsIgnoreCase("false")));
    weight += isNew ? PUNCH_WEIGHT + bytes(user) + bytes(id) : 0;
    LocalDate day = DingTalkDays.dayOf(at.get());
    if (at.get().atZone(DingTalkDays.ZONE).toLocalTime().isBefore(NIGHT_ENDS)) {
      mark(user, day.minusDays(1));
    }
    mark(user, day);
    return Optional.empty();
  }

  private Optional<EventDoubt> day(JsonNode entry) {
    String user = Fields.id(entry, "userId", "staffId");
    if (!Fields.isIdentifier(user, LONGEST_USER)) {
      return Optional.of(EventDoubt.PERSON_UNUSABLE);
    }
    Optional<LocalDate> day = DingTalkDays.day(text(entry, "workDate"));
    day.ifPresent(found -> mark(user, found));
    return day.isPresent() ? Optional.empty() : Optional.of(EventDoubt.DAY_UNUSABLE);
  }

  private Optional<EventDoubt> span(JsonNode entry) {
    long named =
        Fields.elements(entry, "userIds", "userId").stream()
            .map(JsonTexts::scalar)
            .distinct()
            .count();
    List<String> users = Fields.identifiers(entry, LONGEST_USER, "userIds", "userId");
    if (users.isEmpty() || users.size() < named) {
      return Optional.of(EventDoubt.PERSON_UNUSABLE);
    }
    Optional<LocalDate> first = DingTalkDays.day(text(entry, "workDateBegin"));
    Optional<LocalDate> last = DingTalkDays.day(text(entry, "workDateEnd"));
    if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
      return Optional.of(EventDoubt.DAY_UNUSABLE);
    }
    LocalDate end = last.get().plusDays(1);
    if (end.isAfter(first.get().plusDays(LONGEST_SPAN))) {
      return Optional.of(EventDoubt.SPAN_TOO_LONG);
    }
    for (String user : users) {
      first.get().datesUntil(end).forEach(day -> mark(user, day));
      if (weight > HEAVIEST) {
        return Optional.of(EventDoubt.SPAN_TOO_LONG);
      }
    }
    return Optional.empty();
  }

  private void mark(String user, LocalDate day) {
    weight += days.add(new PersonDay(user, day)) ? DAY_WEIGHT + bytes(user) : 0;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

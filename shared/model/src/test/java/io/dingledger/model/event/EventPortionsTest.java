package io.dingledger.model.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.event.EventSubject.Attendance;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.event.EventSubject.PunchSeen;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventPortionsTest {
  private static final Instant AT = Instant.parse("2026-03-31T02:00:00Z");
  private static final Tenant TENANT = Tenant.verified("t");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 30);

  private static SourceEvent event(EventSubject subject, String data) {
    return new SourceEvent(TENANT, "e-1", "type", AT, subject, data);
  }

  private static List<SourceEvent> portions(EventSubject subject) {
    return EventPortions.of(event(subject, "{}"));
  }

  private static List<PunchSeen> punches(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> new PunchSeen("u-" + n, "id-" + n, AT.plusSeconds(n), "MAP", false, true))
        .toList();
  }

  private static List<PersonDay> days(int count) {
    return IntStream.range(0, count).mapToObj(n -> new PersonDay("u-" + n, DAY)).toList();
  }

  @Test
  void whatFitsStaysAsItIs() {
    SourceEvent event = event(new Attendance(days(20), punches(20)), "{\"a\":1}");
    assertEquals(List.of(event), EventPortions.of(event));
  }

  @Test
  void aThousandPunchesBecomeSeveralEventsAndNoneIsLeftOut() {
    List<PersonDay> days = days(1000);
    List<PunchSeen> punches = punches(1000);
    List<SourceEvent> portions = portions(new Attendance(days, punches));
    assertTrue(portions.size() > 10, "there are " + portions.size());
    List<PersonDay> foundDays = new ArrayList<>();
    List<PunchSeen> foundPunches = new ArrayList<>();
    HashSet<String> ids = new HashSet<>();
    for (SourceEvent portion : portions) {
      Attendance attendance = (Attendance) portion.subject();
      foundDays.addAll(attendance.days());
      foundPunches.addAll(attendance.punches());
      ids.add(portion.eventId());
      assertEquals("{\"omitted\":true}", portion.data());
      assertEquals(AT, portion.occurredAt());
    }
    assertEquals(days, foundDays);
    assertEquals(punches, foundPunches);
    assertEquals(portions.size(), ids.size(), "each has an id of its own");
    assertEquals("e-1", portions.getFirst().eventId());
    assertEquals("e-1#2", portions.get(1).eventId());
    assertEquals(portions, portions(new Attendance(days, punches)), "a repeat gives the same");
  }

  @Test
  void longListsOfPeopleAndDepartmentsAreDividedToo() {
    List<String> ids = IntStream.range(0, 5000).mapToObj(n -> "user-" + n).toList();
    List<String> people = new ArrayList<>();
    portions(new EventSubject.PeopleChanged(ids))
        .forEach(each -> people.addAll(((EventSubject.PeopleChanged) each.subject()).userIds()));
    assertEquals(ids, people);
    List<String> departments = new ArrayList<>();
    portions(new EventSubject.DepartmentsChanged(ids))
        .forEach(
            each ->
                departments.addAll(
                    ((EventSubject.DepartmentsChanged) each.subject()).departmentIds()));
    assertEquals(ids, departments);
  }

  @Test
  void emptyListsStayOneEvent() {
    for (EventSubject empty :
        List.of(
            new Attendance(List.of(), List.of()),
            new EventSubject.PeopleChanged(List.of()),
            new EventSubject.DepartmentsChanged(List.of()))) {
      assertEquals(List.of(event(empty, "{}")), portions(empty));
    }
  }

  @Test
  void contentThatIsTooLongIsLeftOutAndSaidToBe() {
    String data = "x".repeat(EventPortions.LONGEST_DATA + 1);
    EventSubject changed = new EventSubject.FormChanged("PROC-1", "update");
    assertEquals(
        List.of(event(changed, "{\"omitted\":true}")), EventPortions.of(event(changed, data)));
  }

  @Test
  void textsAreCutOff() {
    String text = "字".repeat(2000);
    String cut = "字".repeat(EventPortions.LONGEST_TEXT);
    assertEquals(
        new EventSubject.Approval(
            "i",
            cut,
            cut,
            cut,
            EventSubject.Phase.START,
            Optional.empty(),
            cut,
            cut,
            Optional.empty()),
        portions(
                new EventSubject.Approval(
                    "i",
                    text,
                    text,
                    text,
                    EventSubject.Phase.START,
                    Optional.empty(),
                    text,
                    text,
                    Optional.empty()))
            .getFirst()
            .subject());
    assertEquals(
        new EventSubject.FormChanged(cut, cut),
        portions(new EventSubject.FormChanged(text, text)).getFirst().subject());
    Reason reason = new Reason("CODE", text, text);
    Reason shorter = new Reason("CODE", cut, cut);
    assertEquals(
        new EventSubject.OutOfScope(shorter),
        portions(new EventSubject.OutOfScope(reason)).getFirst().subject());
    assertEquals(
        new EventSubject.Unreadable(shorter),
        portions(new EventSubject.Unreadable(reason)).getFirst().subject());
  }
}

package io.dingledger.model.event;

import io.dingledger.model.event.EventSubject.Attendance;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.event.EventSubject.PunchSeen;
import io.dingledger.model.failure.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Makes events fit into a queue, whatever a push holds. A long list of people, days or punches
 * becomes several events; nothing of it is left out.
 */
public final class EventPortions {
  /**
   * The longest business content that travels with an event, in characters. Escaped for the queue a
   * character takes up to six bytes, and a queue takes 256 KB. Approvals are fetched whole later.
   */
  public static final int LONGEST_DATA = 30_000;

  /** The longest title, code or number that travels with an event, in characters. */
  public static final int LONGEST_TEXT = 500;

  /** The heaviest list of one event, in characters, with what each entry brings along. */
  static final int HEAVIEST_LIST = 10_000;

  private static final String OMITTED = "{\"omitted\":true}";
  private static final int ID_WEIGHT = 4;
  private static final int DAY_WEIGHT = 40;
  private static final int PUNCH_WEIGHT = 160;

  private EventPortions() {}

  /**
   * The event as one or more that fit. The first keeps the event's id, the others carry it with
   * their number, so that repeats of a push give the same events.
   */
  public static List<SourceEvent> of(SourceEvent event) {
    List<EventSubject> subjects = subjects(event.subject());
    boolean whole = subjects.size() == 1 && event.data().length() <= LONGEST_DATA;
    List<SourceEvent> portions = new ArrayList<>();
    for (EventSubject subject : subjects) {
      int number = portions.size() + 1;
      portions.add(
          new SourceEvent(
              event.tenant(),
              number == 1 ? event.eventId() : event.eventId() + "#" + number,
              event.type(),
              event.occurredAt(),
              subject,
              whole ? event.data() : OMITTED));
    }
    return portions;
  }

  private static List<EventSubject> subjects(EventSubject subject) {
    return switch (subject) {
      case EventSubject.Approval approval -> List.of(shortened(approval));
      case Attendance attendance -> attendances(attendance);
      case EventSubject.PeopleChanged(List<String> userIds) ->
          each(lists(userIds, EventPortions::weight), EventSubject.PeopleChanged::new, subject);
      case EventSubject.DepartmentsChanged(List<String> ids) ->
          each(lists(ids, EventPortions::weight), EventSubject.DepartmentsChanged::new, subject);
      case EventSubject.FormChanged(String processCode, String change) ->
          List.of(new EventSubject.FormChanged(shortened(processCode), shortened(change)));
      case EventSubject.OutOfScope(Reason reason) ->
          List.of(new EventSubject.OutOfScope(shortened(reason)));
      case EventSubject.Unreadable(Reason reason) ->
          List.of(new EventSubject.Unreadable(shortened(reason)));
    };
  }

  private static List<EventSubject> attendances(Attendance whole) {
    List<EventSubject> portions = new ArrayList<>();
    for (List<PersonDay> days : lists(whole.days(), day -> day.userId().length() + DAY_WEIGHT)) {
      portions.add(new Attendance(days, List.of()));
    }
    for (List<PunchSeen> punches : lists(whole.punches(), EventPortions::weight)) {
      portions.add(new Attendance(List.of(), punches));
    }
    boolean fits =
        portions.size() <= 1
            || weight(whole.days(), day -> day.userId().length() + DAY_WEIGHT)
                    + weight(whole.punches(), EventPortions::weight)
                <= HEAVIEST_LIST;
    return fits ? List.of(whole) : portions;
  }

  private static <T> List<EventSubject> each(
      List<List<T>> lists, Function<List<T>, EventSubject> subject, EventSubject empty) {
    return lists.isEmpty() ? List.of(empty) : lists.stream().map(subject).toList();
  }

  private static <T> List<List<T>> lists(List<T> all, ToIntFunction<T> weight) {
    List<List<T>> lists = new ArrayList<>();
    List<T> current = new ArrayList<>();
    int heavy = 0;
    for (T each : all) {
      int weighs = weight.applyAsInt(each);
      if (!current.isEmpty() && heavy + weighs > HEAVIEST_LIST) {
        lists.add(current);
        current = new ArrayList<>();
        heavy = 0;
      }
      current.add(each);
      heavy += weighs;
    }
    if (!current.isEmpty()) {
      lists.add(current);
    }
    return lists;
  }

  private static <T> int weight(List<T> all, ToIntFunction<T> weight) {
    return all.stream().mapToInt(weight).sum();
  }

  private static int weight(String id) {
    return id.length() + ID_WEIGHT;
  }

  private static int weight(PunchSeen punch) {
    return punch.userId().length() + punch.id().length() + punch.method().length() + PUNCH_WEIGHT;
  }

  private static EventSubject.Approval shortened(EventSubject.Approval approval) {
    return new EventSubject.Approval(
        approval.instanceId(),
        shortened(approval.processCode()),
        shortened(approval.category()),
        shortened(approval.businessId()),
        approval.phase(),
        approval.result(),
        shortened(approval.originatorId()),
        shortened(approval.title()),
        approval.finishedAt());
  }

  private static Reason shortened(Reason reason) {
    return new Reason(
        shortened(reason.code()), shortened(reason.chinese()), shortened(reason.english()));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }
}

package io.dingledger.dingtalk;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.DingTalkApp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the product reads from DingTalk. Failures come back classed; nothing is thrown. */
public interface DingTalk {
  /**
   * The detail of an approval instance (API0498). One call, counted against the company's monthly
   * quota.
   *
   * @param approval the event that named it: the answer repeats neither the instance id nor the
   *     form's code and category
   */
  Answer<ApprovalDetail> approval(DingTalkApp app, EventSubject.Approval approval);

  /**
   * A trip as {@code /v1.0/trip/processes/details} tells it: the result as JSON text. Counted;
   * needs a permission of its own.
   */
  Answer<String> trip(DingTalkApp app, String instanceId);

  /**
   * A person by user id (API0056); not counted. The day they were hired is in it for the company's
   * own apps; when they first worked is not, see {@link #hireDates}. Somebody who has left gives a
   * failure with code {@code 60121}.
   */
  Answer<Person> person(DingTalkApp app, String userId);

  /**
   * The direct members of a department, one page (API0062); not counted.
   *
   * @param cursor 0 for the first page
   */
  Answer<PeoplePage> people(DingTalkApp app, String departmentId, long cursor);

  /**
   * Hire and first-work dates by user id (API0939), as far as the roster has them; at most 100
   * people; not counted. An empty map for third-party apps, which are not told, without a call.
   */
  Answer<Map<String, HireDates>> hireDates(DingTalkApp app, List<String> userIds);

  /**
   * A department by id, {@code -1} or {@code 1} for the root (API0081); not counted. Its path holds
   * its own name only.
   */
  Answer<Department> department(DingTalkApp app, String departmentId);

  /** The departments right below one (API0082); not counted. Their codes are not in it. */
  Answer<List<Department>> departmentsBelow(DingTalkApp app, String departmentId);

  /**
   * How the punches of people were judged on the days of a span (API0195): the rows as JSON texts,
   * all pages. Each page counts.
   *
   * @param userIds at most 50
   * @param from the first day, in the zone of DingTalk's times, GMT+8
   * @param to the last day, at most six days later
   */
  Answer<List<AttendanceRow>> attendance(
      DingTalkApp app, List<String> userIds, LocalDate from, LocalDate to);

  /**
   * The ids of completed instances of a form that were started in a window (API0501), one page of
   * at most 20. Counted; for the company's own apps only.
   *
   * @param from start of the window (UTC), at most 365 days ago
   * @param to its end, at most 120 days later
   * @param nextToken 0 for the first page
   */
  Answer<InstancePage> completedInstances(
      DingTalkApp app, String processCode, Instant from, Instant to, long nextToken);

  /**
   * Pushes that DingTalk gave up on (API0015). <b>Destructive:</b> the next call clears what this
   * one returned, so store the rows before calling again. Counted.
   */
  Answer<FailedPushes> failedPushes(DingTalkApp app);

  /**
   * A page of people.
   *
   * @param next the cursor of the next page; empty after the last one
   */
  record PeoplePage(List<Person> people, Optional<Long> next) {
    public PeoplePage {
      people = List.copyOf(people);
    }
  }

  /**
   * When somebody was hired, and when they first worked anywhere.
   *
   * @param hiredOn 入职时间, when the roster has it
   * @param firstWorkedOn 首次参加工作时间, when the roster has it
   */
  record HireDates(Optional<LocalDate> hiredOn, Optional<LocalDate> firstWorkedOn) {}

  /**
   * One judged punch.
   *
   * @param userId whose
   * @param day the working day
   * @param json the row as received
   */
  record AttendanceRow(String userId, LocalDate day, String json) {}

  /**
   * A page of instance ids.
   *
   * @param next the token of the next page; empty after the last one
   */
  record InstancePage(List<String> ids, Optional<Long> next) {
    public InstancePage {
      ids = List.copyOf(ids);
    }
  }

  /**
   * Pushes that failed.
   *
   * @param rows each as JSON text, as received
   * @param more whether there are more to fetch, once these are stored
   */
  record FailedPushes(List<String> rows, boolean more) {
    public FailedPushes {
      rows = List.copyOf(rows);
    }
  }
}

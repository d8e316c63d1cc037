package io.dingledger.dingtalk.callback;

import static io.dingledger.dingtalk.callback.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.DepartmentsChanged;
import io.dingledger.model.event.EventSubject.FormChanged;
import io.dingledger.model.event.EventSubject.OutOfScope;
import io.dingledger.model.event.EventSubject.PeopleChanged;
import java.util.List;
import java.util.Locale;

/**
 * What an event is about, by its type: one table for the pushes to companies' own apps, for the
 * rows of third-party apps' pushes and for the list of failed pushes.
 */
final class EventSubjects {
  /** The longest form code or word of change that is kept, in characters. */
  static final int LONGEST_CODE = 200;

  private EventSubjects() {}

  /**
   * The subject of an event.
   *
   * @param type the event type, in whatever letter case
   * @param business its business fields
   * @param corpId the company it must concern
   */
  static EventSubject of(String type, JsonNode business, String corpId) {
    return switch (handling(type.toLowerCase(Locale.ROOT))) {
      case APPROVAL -> ApprovalEvents.instance(type, business);
      case ATTENDANCE_APPROVAL -> ApprovalEvents.attendance(type, business);
      case PUNCHES -> AttendanceEvents.punches(type, business, corpId);
      case SCHEDULE -> AttendanceEvents.schedule(type, business, corpId);
      case DAYS -> AttendanceEvents.days(type, business, corpId);
      case PEOPLE -> people(type, business);
      case DEPARTMENTS -> departments(type, business);
      case FORM -> form(type, business);
      case ROWS -> EventDoubt.ROWS_AT_OWN_APP.unreadable(type);
      case NONE -> none(type, business);
    };
  }

  /** Whether events of this type, in small letters, are understood. */
  static boolean isKnown(String type) {
    return handling(type) != Handling.NONE || OutOfScopeReason.ofType(type).isPresent();
  }

  private static Handling handling(String type) {
    return switch (type) {
      case "bpms_instance_change",
          "workflow_instance_change_broadcast",
          "workflow_instance_change_directed",
          "isv_bpms",
          "isv_bpms_cancel" ->
          Handling.APPROVAL;
      case "attendance_approve_status_change" -> Handling.ATTENDANCE_APPROVAL;
      case "attendance_check_record" -> Handling.PUNCHES;
      case "attendance_schedule_change" -> Handling.SCHEDULE;
      case "attendance_overtime_duration",
          "attend_bosscheck_change",
          "attend_user_daily_summary_refresh",
          "overtime_to_vacation_data" ->
          Handling.DAYS;
      case "user_add_org",
          "user_modify_org",
          "user_leave_org",
          "user_active_org",
          "user_dept_change" ->
          Handling.PEOPLE;
      case "org_dept_create", "org_dept_modify", "org_dept_remove" -> Handling.DEPARTMENTS;
      case "workflow_form_change", "smart_finance_form_change" -> Handling.FORM;
      case "sync_http_push_high", "sync_http_push_medium" -> Handling.ROWS;
      // Events of HR have new names now and then, and all of them are about people.
      default -> type.startsWith("hrm_") ? Handling.PEOPLE : Handling.NONE;
    };
  }

  private enum Handling {
    APPROVAL,
    ATTENDANCE_APPROVAL,
    PUNCHES,
    SCHEDULE,
    DAYS,
    PEOPLE,
    DEPARTMENTS,
    FORM,
    ROWS,
    NONE
  }

  private static EventSubject none(String type, JsonNode business) {
    if (type.isEmpty()) {
      return EventDoubt.TYPE_MISSING.unreadable(type);
    }
    return OutOfScopeReason.ofType(type.toLowerCase(Locale.ROOT))
        .<EventSubject>map(reason -> new OutOfScope(reason.reason(type)))
        .orElseGet(() -> unknown(type, business));
  }

  private static EventSubject unknown(String type, JsonNode business) {
    boolean namesApproval = !Fields.allTexts(business, ApprovalEvents.INSTANCE).isEmpty();
    return namesApproval
        ? EventDoubt.TYPE_UNKNOWN.unreadable(type)
        : new OutOfScope(OutOfScopeReason.UNKNOWN_TYPE.reason(type));
  }

  private static EventSubject people(String type, JsonNode business) {
    List<String> users =
        Fields.identifiers(business, AttendanceEvents.LONGEST_USER, "userId", "userIds", "staffId");
    return users.isEmpty()
        ? new OutOfScope(OutOfScopeReason.NAMES_NOBODY.reason(type))
        : new PeopleChanged(users);
  }

  private static EventSubject departments(String type, JsonNode business) {
    List<String> departments =
        Fields.identifiers(business, AttendanceEvents.LONGEST_USER, "deptId", "deptIds");
    return departments.isEmpty()
        ? new OutOfScope(OutOfScopeReason.NAMES_NOBODY.reason(type))
        : new DepartmentsChanged(departments);
  }

  private static EventSubject form(String type, JsonNode business) {
    String code = text(business, "formCode", "processCode");
    if (!Fields.isIdentifier(code, LONGEST_CODE)) {
      return EventDoubt.FORM_MISSING.unreadable(type);
    }
    String change = text(business, "type", "changeType").toLowerCase(Locale.ROOT);
    return new FormChanged(code, Fields.shortened(change, LONGEST_CODE));
  }
}

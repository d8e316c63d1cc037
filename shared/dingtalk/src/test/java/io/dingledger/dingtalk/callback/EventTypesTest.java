package io.dingledger.dingtalk.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.dingtalk.Apps;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Approval;
import io.dingledger.model.event.EventSubject.Attendance;
import io.dingledger.model.event.EventSubject.DepartmentsChanged;
import io.dingledger.model.event.EventSubject.FormChanged;
import io.dingledger.model.event.EventSubject.OutOfScope;
import io.dingledger.model.event.EventSubject.PeopleChanged;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.Result;
import io.dingledger.model.event.EventSubject.Unreadable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event type that DingTalk documents, and what becomes of it. */
class EventTypesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 11);
  private static final Attendance DAY_OF_U1 =
      new Attendance(List.of(new PersonDay("u1", DAY)), List.of());
  private static final PeopleChanged U1 = new PeopleChanged(List.of("u1"));

  static Stream<Arguments> work() {
    return Stream.of(
        Arguments.of(
            "attend_bossCheck_change", "'workDate':'2024-09-11 00:00:00','userId':'u1'", DAY_OF_U1),
        Arguments.of(
            "attend_user_daily_summary_refresh",
            "'workDate':'2024-09-11','userId':'u1'",
            DAY_OF_U1),
        Arguments.of("overtime_to_vacation_data", "'workDate':'20240911','userId':'u1'", DAY_OF_U1),
        Arguments.of(
            "attendance_overtime_duration",
            "'dataList':[{'workDate':1725984000000,'userid':'u1'}]",
            DAY_OF_U1),
        Arguments.of(
            "attendance_schedule_change",
            "'DataList':[{'workDateBegin':1725984000000,'workDateEnd':1725984000000,'userIds':['u1'],'type':'modify'}]",
            DAY_OF_U1),
        Arguments.of("user_add_org", "'timeStamp':'1726020312345','userId':['u1']", U1),
        Arguments.of("user_modify_org", "'UserId':['u1'],'diffInfo':{'userid':'u1'}", U1),
        Arguments.of("user_leave_org", "'userId':'u1'", U1),
        Arguments.of("user_active_org", "'userId':'[\\\"u1\\\"]'", U1),
        Arguments.of("user_dept_change", "'userid':['u1','u1']", U1),
        Arguments.of("hrm_mdm_user_change", "'staffId':'u1','changeType':1", U1),
        Arguments.of("hrm_user_record_change", "'staffId':'u1','actionType':'userInfoChange'", U1),
        Arguments.of("org_dept_create", "'deptId':[5]", new DepartmentsChanged(List.of("5"))),
        Arguments.of(
            "org_dept_modify", "'DeptId':['5','6']", new DepartmentsChanged(List.of("5", "6"))),
        Arguments.of("org_dept_remove", "'deptId':5", new DepartmentsChanged(List.of("5"))),
        Arguments.of(
            "workflow_form_change",
            "'formCode':'PROC-1','type':'update'",
            new FormChanged("PROC-1", "update")),
        Arguments.of(
            "smart_finance_form_change",
            "'suiteId':'dingtalk.businessFinance.noPayment','formCode':'PROC-1','changeType':'PUBLISHED'",
            new FormChanged("PROC-1", "published")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("work")
  void that_make_work_or_refresh_a_cache(String type, String fields, EventSubject expected) {
    assertEquals(expected, flat(type, fields));
    assertEquals(expected, flat(type.toUpperCase(Locale.ROOT), fields));
    assertEquals(expected, stream(type, "{" + fields + "}"));
    String text = ("{" + fields + "}").replace('\'', '"').replace("\\", "\\\\");
    assertEquals(expected, stream(type, "\"" + text.replace("\"", "\\\"") + "\""));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "bpms_task_change,TASK",
    "workflow_task_change_broadcast,TASK",
    "workflow_task_change_directed,TASK",
    "check_in,CHECK_IN",
    "org_admin_add,ADMINISTRATORS",
    "org_admin_remove,ADMINISTRATORS",
    "label_user_change,ROLES",
    "label_conf_add,ROLES",
    "label_conf_del,ROLES",
    "label_conf_modify,ROLES",
    "org_role_add,ROLES",
    "org_role_modify,ROLES",
    "org_role_remove,ROLES",
    "user_role_change,ROLES",
    "org_change,COMPANY",
    "org_update,COMPANY",
    "org_remove,COMPANY",
    "attend_group_change,SHIFTS",
    "attend_shift_change,SHIFTS",
    "attendance_report_column_change,REPORT_COLUMNS",
    "leave_rule_change,LEAVE_RULES",
    "leave_quota_update,LEAVE_QUOTA",
    "suite_ticket,APP_LIFE",
    "tmp_auth_code,APP_LIFE",
    "change_auth,APP_LIFE",
    "suite_relieve,APP_LIFE",
    "org_suite_auth,APP_LIFE",
    "org_suite_change,APP_LIFE",
    "org_suite_relieve,APP_LIFE",
    "org_micro_app_stop,APP_LIFE",
    "org_micro_app_restore,APP_LIFE",
    "org_micro_app_remove,APP_LIFE",
    "org_micro_app_scope_update,APP_LIFE",
    "market_order,ORDERS",
    "market_buy,ORDERS",
    "contact_add_org,EXTERNAL_CONTACTS",
    "todo_task_change,TODO",
    "smart_finance_project,FINANCE_RECORDS",
    "user_add_org,NAMES_NOBODY",
    "org_dept_modify,NAMES_NOBODY",
    "hrm_mdm_user_change,NAMES_NOBODY",
    "meetingroom_book,UNKNOWN_TYPE",
  })
  void that_are_out_of_scope_say_why(String type, OutOfScopeReason reason) {
    OutOfScope none = assertInstanceOf(OutOfScope.class, flat(type, "'id':'x'"));
    assertEquals(reason.code(), none.reason().code());
    assertTrue(none.reason().english().contains(type), none.reason().english());
    assertTrue(none.reason().chinese().contains(type), none.reason().chinese());
  }

  @ParameterizedTest(name = "{0} without what it is about is {1}")
  @CsvSource({
    "bpms_instance_change,INSTANCE_MISSING",
    "workflow_instance_change_broadcast,INSTANCE_MISSING",
    "attendance_approve_status_change,INSTANCE_MISSING",
    "attendance_check_record,PERSON_UNUSABLE",
    "attendance_schedule_change,PERSON_UNUSABLE",
    "attendance_overtime_duration,PERSON_UNUSABLE",
    "attend_bossCheck_change,PERSON_UNUSABLE",
    "attend_user_daily_summary_refresh,PERSON_UNUSABLE",
    "overtime_to_vacation_data,PERSON_UNUSABLE",
    "workflow_form_change,FORM_MISSING",
    "SYNC_HTTP_PUSH_HIGH,ROWS_AT_OWN_APP",
    "SYNC_HTTP_PUSH_MEDIUM,ROWS_AT_OWN_APP",
  })
  void that_may_matter_are_for_a_person(String type, EventDoubt doubt) {
    assertDoubt(doubt, flat(type, "'id':'x'"));
  }

  @Nested
  class An_approval_of_attendance {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
      "start,START",
      "发起,START",
      "finish,FINISH",
      "完成,FINISH",
      "审批完成,FINISH",
      "agree,FINISH",
      "refuse,FINISH",
      "terminate,TERMINATE",
      "revoke,TERMINATE",
      "撤销,TERMINATE",
      "delete,DELETE",
      "删除,DELETE",
      "FINISH,FINISH",
      "modified,CHANGED",
      "'',CHANGED"
    })
    void has_the_phase_of_its_status(String status, Phase phase) {
      assertEquals(phase, told(status, "i1").phase());
    }

    @Test
    void is_read_whole() {
      assertEquals(
          new Approval(
              "i1",
              "PROC-1",
              "attendance.leave",
              "",
              Phase.FINISH,
              Optional.of(Result.AGREE),
              "",
              "",
              Optional.empty()),
          told("agree", "i1"));
      assertEquals(Optional.empty(), told("finish", "i1").result());
    }

    @Test
    void that_belongs_to_an_earlier_one_has_only_changed() {
      assertEquals(Phase.CHANGED, told("terminate", "i0").phase());
      assertEquals(Phase.TERMINATE, told("terminate", "").phase());
    }

    private Approval told(String status, String main) {
      String fields =
          "'approveType':'LEAVE','processInstanceId':'i1','mainProcessInstanceId':'%s',"
              + "'processCode':'PROC-1','status':'%s','corpId':'%s'";
      return assertInstanceOf(
          Approval.class,
          flat("attendance_approve_status_change", fields.formatted(main, status, Apps.CORP)));
    }
  }

  static EventSubject flat(String type, String fields) {
    return subject("{'EventType':'" + type + "','CorpId':'" + Apps.CORP + "'," + fields + "}");
  }

  private static EventSubject stream(String type, String data) {
    String envelope = "{'eventCorpId':'%s','eventType':'%s','eventId':'e','data':%s}";
    return subject(envelope.formatted(Apps.CORP, type, data));
  }

  private static EventSubject subject(String message) {
    return assertInstanceOf(
            EventNormaliser.Event.class,
            EventNormaliser.normalise(
                Apps.internal(), message.replace('\'', '"'), Instant.parse("2024-09-11T03:00:00Z")))
        .event()
        .subject();
  }

  static void assertDoubt(EventDoubt doubt, EventSubject subject) {
    assertEquals(doubt.code(), assertInstanceOf(Unreadable.class, subject).reason().code());
  }
}

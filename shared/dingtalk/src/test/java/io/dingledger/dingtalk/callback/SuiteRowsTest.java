package io.dingledger.dingtalk.callback;

import static io.dingledger.dingtalk.callback.ThirdParty.MODIFIED;
import static io.dingledger.dingtalk.callback.ThirdParty.SAID;
import static io.dingledger.dingtalk.callback.ThirdParty.event;
import static io.dingledger.dingtalk.callback.ThirdParty.only;
import static io.dingledger.dingtalk.callback.ThirdParty.quoted;
import static io.dingledger.dingtalk.callback.ThirdParty.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
import io.dingledger.model.event.SourceEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of SyncHTTP pushes that concern a company, kind by kind. */
class SuiteRowsTest {
  private static final Instant FINISHED = Instant.ofEpochMilli(1_726_019_000_000L);
  private static final Approval APPROVED =
      new Approval(
          "i1",
          "PROC-1",
          "",
          "2024",
          Phase.FINISH,
          Optional.of(Result.AGREE),
          "u1",
          "t",
          Optional.of(FINISHED));
  private static final Attendance DAY =
      new Attendance(List.of(new PersonDay("u1", LocalDate.of(2024, 9, 11))), List.of());
  private static final PeopleChanged U1 = new PeopleChanged(List.of("u1"));
  private static final DepartmentsChanged D5 = new DepartmentsChanged(List.of("5"));

  private static final String BROADCAST =
      "{'syncAction':'%s','processInstanceId':'i1','processCode':'PROC-1','businessId':'2024',"
          + "'type':'%s','result':'agree','%s':1726019000000,'staffId':'u1','title':'t'}";

  private static String day(String action, String day) {
    return "{'syncAction':'%s','userId':'u1','workDate':'%s'}".formatted(action, day);
  }

  private static Arguments approved(int kind, String type, String word, String end) {
    return Arguments.of(kind, type, BROADCAST.formatted(type, word, end), APPROVED);
  }

  static Stream<Arguments> rows() {
    return Stream.of(people(), approvals(), days()).flatMap(each -> each);
  }

  private static Stream<Arguments> people() {
    String user = "{'syncAction':'user_dept_change','userId':['u1']}";
    return Stream.of(
        Arguments.of(13, "user_add_org", "{'syncAction':'user_add_org','userid':'u1'}", U1),
        Arguments.of(13, "user_leave_org", "{'syncAction':'user_leave_org'}", U1),
        Arguments.of(13, "user_dept_change", user, U1),
        Arguments.of(13, "user_modify_org", "{'syncAction':'never_heard_of'}", U1),
        Arguments.of(14, "org_dept_create", "{'syncAction':'org_dept_create','deptId':[5]}", D5),
        Arguments.of(14, "org_dept_modify", "{'id':5}", D5),
        Arguments.of(137, "hrm_mdm_user_change", "{'staffId':'u1','changeType':4}", U1),
        Arguments.of(175, "hrm_mdm_user_change", "{'staffId':'u1'}", U1),
        Arguments.of(309, "hrm_user_record_change", "{'staffId':'u1'}", U1));
  }

  private static Stream<Arguments> approvals() {
    String ours =
        "{'syncAction':'isv_bpms','processInstanceId':'i1','processCode':'PROC-1',"
            + "'businessId':'2024','status':'COMPLETED','result':'agree','title':'t',"
            + "'finishTime':1726019000000,'originatorUserid':'u1',"
            + "'formValueVOS':[{'name':'n','value':'v'}]}";
    return Stream.of(
        Arguments.of(22, "isv_bpms", ours, APPROVED),
        approved(245, "workflow_instance_change_broadcast", "finsh", "finshTime"),
        approved(247, "workflow_instance_change_directed", "finish", "finishTime"),
        Arguments.of(
            344,
            "attendance_approve_status_change",
            "{'processInstanceId':'i1','processCode':'PROC-1','businessId':'2024','title':'t',"
                + "'status':'agree','staffId':'u1','finishTime':1726019000000}",
            APPROVED),
        Arguments.of(
            347,
            "smart_finance_form_change",
            "{'formCode':'P','changeType':'DELETE'}",
            new FormChanged("P", "delete")));
  }

  private static Stream<Arguments> days() {
    return Stream.of(
        Arguments.of(67, "overtime_to_vacation_data", day("", "20240911"), DAY),
        Arguments.of(
            298,
            "attend_bossCheck_change",
            day("attend_bossCheck_change", "2024-09-11 00:00:00"),
            DAY),
        Arguments.of(354, "attend_user_daily_summary_refresh", day("x", "2024-09-11"), DAY));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("rows")
  void that_make_work_or_refresh_a_cache(
      int kind, String type, String data, EventSubject expected) {
    String bizId = kind == 14 ? "5" : "u1";
    SourceEvent event = event(row(kind, bizId, data));
    assertEquals(expected, event.subject());
    assertEquals(type, event.type());
    assertEquals(Apps.CORP + "@25300001", event.tenant().id());
    assertEquals(SAID, event.occurredAt());
    String text = quoted(data.replace('\'', '"'));
    assertEquals(event, event(row(Apps.CORP, kind, bizId, MODIFIED, text)));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "15,ROLES",
    "17,ORDERS",
    "20,EXTERNAL_CONTACTS",
    "37,ORDERS",
    "63,ORDERS",
    "108,TODO",
    "152,SHIFTS",
    "153,SHIFTS",
    "204,CHECK_IN",
    "207,FINANCE_RECORDS",
    "208,FINANCE_RECORDS",
    "209,FINANCE_RECORDS",
    "228,FINANCE_RECORDS",
    "246,TASK",
    "248,TASK",
    "318,CHECK_IN",
    "345,REPORT_COLUMNS",
    "346,LEAVE_RULES",
    "353,LEAVE_QUOTA",
    "418,FINANCE_RECORDS",
    "4711,UNKNOWN_TYPE"
  })
  void that_are_out_of_scope_say_why(int kind, OutOfScopeReason reason) {
    SourceEvent event = event(row(kind, "x", "{'syncAction':'never_heard_of'}"));
    OutOfScope none = assertInstanceOf(OutOfScope.class, event.subject());
    assertEquals(reason.code(), none.reason().code());
  }

  @Test
  void of_a_leave_balance_share_their_kind_with_overtime_but_name_no_day() {
    SourceEvent balance = event(row(67, "x", "{'syncAction':'leave_balance','userId':'u1'}"));
    assertEquals("leave_quota_update", balance.type());
    assertInstanceOf(EventSubject.OutOfScope.class, balance.subject());
    String broken = "{'syncAction':'overtime_to_vacation_data','userId':'u1'}";
    assertInstanceOf(EventSubject.Unreadable.class, event(row(67, "x", broken)).subject());
  }

  @Test
  void that_say_nothing_of_themselves_are_named_by_their_kind() {
    assertEquals("biz_type:4711", event(row(4711, "x", "{}")).type());
  }

  @Nested
  class The_name_of_a_row {
    private static final String DATA = "{'syncAction':'user_modify_org','userid':'u1','name':'a'}";

    @Test
    void stays_while_its_state_does() {
      String one = event(row(13, "u1", DATA)).eventId();
      String again =
          row(13, "u1", DATA)
              .replace("\"id\":23001", "\"id\":23002")
              .replace("\"open_cursor\":0,\"status\":0", "\"open_cursor\":9,\"status\":1");
      assertEquals(one, event(again).eventId());
      String reordered = "{'name':'a','userid':'u1','syncAction':'user_modify_org'}";
      assertEquals(one, event(row(13, "u1", reordered)).eventId());
    }

    @Test
    void changes_when_it_is_overwritten() {
      String one = event(row(13, "u1", DATA)).eventId();
      assertNotEquals(one, event(row(13, "u1", DATA.replace("'a'", "'b'"))).eventId());
      assertNotEquals(one, event(row(13, "u2", DATA)).eventId());
      assertNotEquals(one, event(row(Apps.CORP, 13, "u1", MODIFIED + 1, DATA)).eventId());
      assertNotEquals(one, event(row("dingY", 13, "u1", MODIFIED, DATA)).eventId());
    }
  }

  @Test
  void a_stream_push_is_read_like_a_row() {
    String stream =
        "{'eventUnifiedAppId':'a','eventCorpId':'%s','eventType':'user_leave_org','eventId':'e1',"
            + "'eventBornTime':1726020000000,'data':{'userId':['u1']}}";
    SourceEvent event =
        assertInstanceOf(SuitePush.Happened.class, only(stream.formatted(Apps.CORP))).event();
    assertEquals(U1, event.subject());
    assertEquals("e1", event.eventId());
    assertEquals(SAID, event.occurredAt());
  }
}

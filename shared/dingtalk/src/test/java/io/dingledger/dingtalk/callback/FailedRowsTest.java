package io.dingledger.dingtalk.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.dingledger.dingtalk.Apps;
import io.dingledger.model.event.EventSubject.Approval;
import io.dingledger.model.event.EventSubject.OutOfScope;
import io.dingledger.model.event.EventSubject.PeopleChanged;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.Result;
import io.dingledger.model.event.EventSubject.Unreadable;
import io.dingledger.model.event.SourceEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailedRowsTest {
  private static final Instant READ = Instant.parse("2024-09-12T03:00:00Z");
  private static final Instant SAID = Instant.ofEpochMilli(1_726_020_312_345L);
  private static final String CONTENT =
      "'processInstanceId':'i1','type':'finish','result':'agree','processCode':'PROC-1',"
          + "'finishTime':1726020312000";

  @Test
  void an_approval_is_found_in_its_wrapper_or_right_below_its_tag() {
    Approval expected =
        new Approval(
            "i1",
            "PROC-1",
            "",
            "",
            Phase.FINISH,
            Optional.of(Result.AGREE),
            "",
            "",
            Optional.of(Instant.ofEpochMilli(1_726_020_312_000L)));
    for (String below :
        new String[] {
          "{'corpid':'%s','bpmsCallBackData':{%s}}",
          "{'CorpId':'%s','BpmsCallbackData':{%s}}",
          "{'corpid':'%s',%s}",
        }) {
      SourceEvent event = approval(below.formatted(Apps.CORP, CONTENT));
      assertEquals(expected, event.subject());
      assertEquals("bpms_instance_change", event.type());
      assertEquals(SAID, event.occurredAt());
      assertEquals("acme", event.tenant().id());
    }
  }

  @Test
  void content_may_be_wrapped_in_a_text() {
    String inner = "{\\'processInstanceId\\':\\'i1\\',\\'type\\':\\'start\\'}";
    SourceEvent event = approval("{'bpmsCallBackData':'" + inner + "'}");
    assertEquals(Phase.START, assertInstanceOf(Approval.class, event.subject()).phase());
  }

  @Test
  void other_events_have_wrappers_of_their_own() {
    SourceEvent people = event("user_add_org", "{'callbackData':{'userid':['u1']}}");
    assertEquals(new PeopleChanged(List.of("u1")), people.subject());
    SourceEvent roles = event("label_user_change", "{'roleLabelChange':{'labelId':1}}");
    assertInstanceOf(OutOfScope.class, roles.subject());
  }

  @Test
  void fields_may_stand_beside_the_tag() {
    SourceEvent event = sourceEvent("{'call_back_tag':'user_leave_org','userid':'u1'}");
    assertEquals(new PeopleChanged(List.of("u1")), event.subject());
    assertEquals(READ, event.occurredAt());
  }

  @Test
  void the_identifier_is_that_of_the_push_where_the_row_repeats_it() {
    String push = "{'EventType':'bpms_instance_change','CorpId':'" + Apps.CORP + "',%s" + CONTENT;
    String wrapped = "{'corpid':'" + Apps.CORP + "','bpmsCallBackData':{%s" + CONTENT + "}}";
    for (String given : new String[] {"'eventId':'e1',", ""}) {
      SourceEvent original =
          assertInstanceOf(
                  EventNormaliser.Event.class,
                  EventNormaliser.normalise(
                      Apps.internal(), json(push.formatted(given) + "}"), READ))
              .event();
      assertEquals(original.eventId(), approval(wrapped.formatted(given)).eventId());
      assertEquals(original.subject(), approval(wrapped.formatted(given)).subject());
    }
    assertEquals(
        "e2", sourceEvent("{'call_back_tag':'check_in','eventId':'e2','check_in':{}}").eventId());
  }

  @Test
  void the_identifier_otherwise_follows_the_content() {
    String one = event("user_add_org", "{'callbackData':{'userid':['u1']}}").eventId();
    assertEquals(one, event("user_add_org", "{'callbackData':{'userid':['u1']}}").eventId());
    assertNotEquals(one, event("user_add_org", "{'callbackData':{'userid':['u2']}}").eventId());
    assertNotEquals(one, event("user_leave_org", "{'callbackData':{'userid':['u1']}}").eventId());
  }

  @Test
  void a_row_of_another_company_or_of_no_object_is_refused() {
    String row = "{'corpid':'dingX','bpmsCallBackData':{" + CONTENT + "}}";
    assertEquals(
        new Refused(CallbackRefusal.WRONG_CORP),
        read("{'call_back_tag':'bpms_instance_change','bpms_instance_change':" + row + "}"));
    String inner = "{'corpid':'" + Apps.CORP + "','callbackData':{'corpId':'dingX'}}";
    assertEquals(
        new Refused(CallbackRefusal.WRONG_CORP),
        read("{'call_back_tag':'user_add_org','user_add_org':" + inner + "}"));
    for (String text : new String[] {"", "[]", "7", "{"}) {
      assertEquals(new Refused(CallbackRefusal.CONTENT_NOT_OBJECT), read(text));
    }
  }

  @Test
  void a_row_without_tag_or_content_is_for_a_person() {
    assertInstanceOf(Unreadable.class, sourceEvent("{}").subject());
    assertInstanceOf(
        Unreadable.class, sourceEvent("{'call_back_tag':'bpms_instance_change'}").subject());
  }

  private static SourceEvent approval(String below) {
    return event("bpms_instance_change", below);
  }

  private static SourceEvent event(String tag, String below) {
    String row = "{'call_back_tag':'%s','event_time':1726020312345,'%s':%s}";
    return sourceEvent(row.formatted(tag, tag, below));
  }

  private static SourceEvent sourceEvent(String row) {
    return assertInstanceOf(EventNormaliser.Event.class, read(row)).event();
  }

  private static EventNormaliser.Normalised read(String row) {
    return FailedRows.read(Apps.internal(), json(row), READ);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}

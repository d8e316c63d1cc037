package io.dingledger.dingtalk.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.Apps;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.event.EventSubject.Approval;
import io.dingledger.model.event.EventSubject.OutOfScope;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.Result;
import io.dingledger.model.event.EventSubject.Unreadable;
import io.dingledger.model.event.SourceEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EventNormaliserTest {
  private static final Instant RECEIVED = Instant.parse("2024-09-11T03:00:00Z");
  private static final Instant FINISHED = Instant.ofEpochMilli(1_726_020_312_000L);

  private static final String FINISH =
      """
      {"EventType":"bpms_instance_change","EventTime":1726020312345,
       "CorpId":"ding0123456789abcdef35c2f4657eb6378f","eventId":"0a1b","processInstanceId":"kQ8x",
       "processCode":"PROC-1","bizCategoryId":"dingtalk.businessFinance.reimbursement",
       "businessId":"202409110943000123456","type":"finish","result":"agree",
       "title":"某人提交的报销","staffId":"manager1234","finishTime":1726020312000}""";

  @Nested
  class An_approval {
    @Test
    void of_a_flat_push_is_read_whole() {
      SourceEvent event = event(FINISH);
      assertEquals("acme", event.tenant().id());
      assertEquals("0a1b", event.eventId());
      assertEquals("bpms_instance_change", event.type());
      assertEquals(Instant.ofEpochMilli(1_726_020_312_345L), event.occurredAt());
      assertEquals(
          new Approval(
              "kQ8x",
              "PROC-1",
              "dingtalk.businessFinance.reimbursement",
              "202409110943000123456",
              Phase.FINISH,
              Optional.of(Result.AGREE),
              "manager1234",
              "某人提交的报销",
              Optional.of(FINISHED)),
          event.subject());
      assertEquals(JsonTexts.parse(FINISH), JsonTexts.parse(event.data()));
    }

    @Test
    void of_a_stream_push_is_read_from_its_data() {
      SourceEvent event =
          event(
              "{\"eventUnifiedAppId\":\"u\",\"eventCorpId\":\""
                  + Apps.CORP
                  + "\",\"eventType\":\"bpms_instance_change\",\"eventId\":\"e1\","
                  + "\"eventBornTime\":\"1726020312345\",\"data\":{\"processInstanceId\":\"kQ8x\","
                  + "\"type\":\"terminate\",\"finishTime\":\"1726020312000\"}}");
      assertEquals("e1", event.eventId());
      assertEquals(Instant.ofEpochMilli(1_726_020_312_345L), event.occurredAt());
      Approval approval = assertInstanceOf(Approval.class, event.subject());
      assertEquals(Phase.TERMINATE, approval.phase());
      assertEquals(Optional.of(FINISHED), approval.finishedAt());
      assertEquals(Optional.empty(), approval.result());
      assertEquals("", approval.processCode());
      assertTrue(event.data().startsWith("{\"processInstanceId\""), event.data());
    }

    @Test
    void of_a_stream_push_may_wrap_its_data_in_a_text() {
      Approval approval =
          approval(
              "{\"eventType\":\"bpms_instance_change\",\"data\":"
                  + "\"{\\\"processInstanceId\\\":\\\"kQ8x\\\",\\\"type\\\":\\\"start\\\"}\"}");
      assertEquals("kQ8x", approval.instanceId());
      assertEquals(Phase.START, approval.phase());
    }

    @Test
    void of_an_old_push_is_read_whatever_the_spelling_of_names() {
      String old =
          "{\"eventtype\":\"bpms_instance_change\",\"corpid\":\""
              + Apps.CORP
              + "\",\"timeStamp\":\"1726020312345\",\"ProcessInstanceId\":\"kQ8x\","
              + "\"Type\":\"finsh\",\"finshTime\":\"1726020312000\",\"Result\":\"refuse\"}";
      SourceEvent event = event(old);
      Approval approval = assertInstanceOf(Approval.class, event.subject());
      assertEquals(Phase.FINISH, approval.phase());
      assertEquals(Optional.of(Result.REFUSE), approval.result());
      assertEquals(Optional.of(FINISHED), approval.finishedAt());
      assertEquals(
          Apps.CORP + "|bpms_instance_change|kQ8x|finish|refuse|1726020312000", event.eventId());
    }

    @Test
    void that_starts_or_is_deleted_has_no_result() {
      Approval start = approval(FINISH.replace("\"finish\"", "\"start\""));
      assertEquals(Phase.START, start.phase());
      assertEquals(Optional.empty(), start.result());
      assertEquals(Optional.empty(), start.finishedAt());
      assertEquals(Phase.DELETE, approval(FINISH.replace("\"finish\"", "\"delete\"")).phase());
    }

    @Test
    void without_an_instance_or_with_an_impossible_one_is_for_a_person() {
      assertUnreadable(EventDoubt.INSTANCE_MISSING, FINISH.replace("\"kQ8x\"", "\" \""));
      assertUnreadable(
          EventDoubt.INSTANCE_MISSING, FINISH.replace("\"kQ8x\"", "{\"id\":\"kQ8x\"}"));
      for (String odd :
          new String[] {"x".repeat(201), "a\\u0000b", "a b", "a\\ud800b", "a\\u200bb"}) {
        assertUnreadable(EventDoubt.INSTANCE_UNUSABLE, FINISH.replace("kQ8x", odd));
      }
    }

    @Test
    void that_poses_as_one_of_our_own_names_is_for_a_person() {
      for (String prefix : new String[] {"event:", "day:", "punch:", "notice:", "directory:"}) {
        assertUnreadable(EventDoubt.INSTANCE_UNUSABLE, FINISH.replace("kQ8x", prefix + "x"));
        String capitals = prefix.toUpperCase(java.util.Locale.ROOT);
        assertUnreadable(EventDoubt.INSTANCE_UNUSABLE, FINISH.replace("kQ8x", capitals + "x"));
      }
    }

    @Test
    void with_two_different_instances_is_for_a_person() {
      String twice = FINISH.replace("\"type\"", "\"ProcessInstanceID\":\"other\",\"type\"");
      assertUnreadable(EventDoubt.INSTANCE_AMBIGUOUS, twice);
      assertEquals("kQ8x", approval(twice.replace("other", "kQ8x")).instanceId());
    }

    @Test
    void of_an_unknown_phase_has_changed_and_only_its_detail_says_how() {
      Approval changed = approval(FINISH.replace("\"finish\"", "\"frobnicate\""));
      assertEquals(Phase.CHANGED, changed.phase());
      assertEquals(Optional.empty(), changed.result());
      assertEquals(Phase.CHANGED, approval(FINISH.replace("\"type\":\"finish\",", "")).phase());
      assertEquals(Phase.CHANGED, approval(FINISH.replace("\"finish\"", "\"revoke\"")).phase());
    }

    @Test
    void with_an_absurd_time_takes_that_of_arrival() {
      for (String time : new String[] {"\"soon\"", "-5", "1", "99999999999999999999", "{}"}) {
        assertEquals(RECEIVED, event(FINISH.replace("1726020312345", time)).occurredAt(), time);
      }
    }
  }

  @Nested
  class The_identifier_of_an_event {
    @Test
    void is_a_hash_where_the_given_one_is_long_or_not_plain() {
      String fits = "e".repeat(150);
      assertEquals(fits, event(FINISH.replace("0a1b", fits)).eventId());
      for (String odd : new String[] {fits + "e", "a b", "事件", "\\ud800"}) {
        String id = event(FINISH.replace("0a1b", odd)).eventId();
        assertTrue(id.matches("sha256:[0-9a-f]{64}"), id);
      }
    }

    @Test
    void of_an_event_without_one_follows_its_content_and_not_the_order_of_its_fields() {
      String one = event("{\"EventType\":\"user_add_org\",\"UserId\":[\"u1\"]}").eventId();
      String same = event("{\"UserId\":[\"u1\"],\"EventType\":\"user_add_org\"}").eventId();
      String other = event("{\"EventType\":\"user_add_org\",\"UserId\":[\"u2\"]}").eventId();
      assertTrue(one.matches("sha256:[0-9a-f]{64}"), one);
      assertEquals(one, same);
      assertNotEquals(one, other);
    }

    @Test
    void of_a_change_without_one_follows_its_content_too() {
      String told =
          "{\"EventType\":\"bpms_instance_change\",\"processInstanceId\":\"k\",\"type\":\"%s\"}";
      String one = event(told.formatted("withdrawn")).eventId();
      assertEquals(one, event(told.formatted("withdrawn")).eventId());
      assertNotEquals(one, event(told.formatted("restored")).eventId());
    }
  }

  @Nested
  class Other_pushes {
    @Test
    void are_out_of_scope_and_name_their_type() {
      assertOutOfScope("never_heard_of", "{\"EventType\":\"never_heard_of\"}");
    }

    @Test
    void of_no_type_or_of_an_unknown_one_that_names_an_approval_are_for_a_person() {
      assertUnreadable(EventDoubt.TYPE_MISSING, "{}");
      assertUnreadable(EventDoubt.TYPE_UNKNOWN, FINISH.replace("bpms_instance", "bpms_insurance"));
    }

    @Test
    void keep_a_whole_beginning_of_an_endless_type() {
      String type = "x".repeat(99) + "\uD83D\uDE00" + "y".repeat(50);
      assertEquals("x".repeat(99), event("{\"EventType\":\"" + type + "\"}").type());
    }

    @Test
    void of_an_apps_own_life_are_kept_without_their_codes() {
      String data =
          event("{\"EventType\":\"suite_ticket\",\"SuiteTicket\":\"Tk\",\"SuiteKey\":\"s\"}")
              .data();
      assertTrue(data.contains("\"SuiteTicket\":\"***\"") && data.contains("\"s\""), data);
    }

    @Test
    void that_check_the_url_are_flagged() {
      for (String type :
          new String[] {"check_url", "check_create_suite_url", "check_update_suite_url"}) {
        assertEquals(
            new EventNormaliser.UrlCheck(type),
            normalise("{\"EventType\":\"" + type + "\",\"Random\":\"r\"}"));
      }
    }

    @Test
    void of_another_company_are_refused_wherever_it_is_named() {
      String stream = "{\"eventType\":\"x\",\"eventCorpId\":\"%s\",\"data\":{\"corpId\":\"%s\"}}";
      assertInstanceOf(
          EventNormaliser.Event.class, normalise(stream.formatted(Apps.CORP, Apps.CORP)));
      assertEquals(
          new Refused(CallbackRefusal.WRONG_CORP), normalise(stream.formatted(Apps.CORP, "dingX")));
      assertEquals(
          new Refused(CallbackRefusal.WRONG_CORP), normalise(stream.formatted("dingX", Apps.CORP)));
      assertEquals(
          new Refused(CallbackRefusal.WRONG_CORP), normalise(FINISH.replace(Apps.CORP, "dingX")));
    }

    @Test
    void that_are_no_json_object_are_refused() {
      for (String text : new String[] {"", "success", "[]", "null", "{\"a\":", "{}{}"}) {
        assertEquals(new Refused(CallbackRefusal.CONTENT_NOT_OBJECT), normalise(text), text);
      }
    }

    @Test
    void keep_their_business_fields_digit_by_digit() {
      ObjectNode data =
          JsonTexts.parseObject(
                  event("{\"EventType\":\"check_in\",\"latitude\":30.285230848524307000}").data())
              .orElseThrow();
      assertEquals("30.285230848524307000", JsonTexts.text(data.path("latitude")));
    }
  }

  @Test
  void no_payload_however_weird_throws() {
    Random random = new Random(42);
    byte[] good = FINISH.getBytes(StandardCharsets.UTF_8);
    int accepted = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = good.clone();
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      if (normalise(new String(bytes, StandardCharsets.UTF_8))
          instanceof EventNormaliser.Event(SourceEvent event)) {
        accepted++;
        assertTrue(event.eventId().length() <= 150 && !event.eventId().isBlank());
      }
    }
    assertTrue(accepted > 1_000, "accepted " + accepted);
  }

  private static EventNormaliser.Normalised normalise(String message) {
    return EventNormaliser.normalise(Apps.internal(), message, RECEIVED);
  }

  private static SourceEvent event(String message) {
    return assertInstanceOf(EventNormaliser.Event.class, normalise(message)).event();
  }

  private static Approval approval(String message) {
    return assertInstanceOf(Approval.class, event(message).subject());
  }

  private static void assertUnreadable(EventDoubt doubt, String message) {
    assertEquals(
        doubt.code(),
        assertInstanceOf(Unreadable.class, event(message).subject()).reason().code(),
        message);
  }

  private static void assertOutOfScope(String reason, String message) {
    String given = assertInstanceOf(OutOfScope.class, event(message).subject()).reason().english();
    assertTrue(given.contains(reason), given);
  }
}

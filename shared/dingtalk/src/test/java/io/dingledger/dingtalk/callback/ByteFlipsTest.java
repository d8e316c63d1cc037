package io.dingledger.dingtalk.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.dingtalk.Apps;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Approval;
import io.dingledger.model.event.EventSubject.Attendance;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.tenant.CallbackSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of damaged pushes of each sort: nothing is thrown, nothing that names an approval
 * disappears, and no other document is taken for the one that was meant.
 */
class ByteFlipsTest {
  private static final int ROUNDS = 10_000;
  private static final int FEWER = 2_500;
  private static final Instant RECEIVED = Instant.parse("2024-09-11T03:00:00Z");
  private static final String INSTANCE = "kQ8xYz3mRtO-abcdEFGH1A05001726019000";
  private static final String USER = "manager1234";

  private static final String APPROVAL =
      ("{'EventType':'bpms_instance_change','EventTime':1726020312345,'CorpId':'%s',"
              + "'eventId':'0a1b','processInstanceId':'%s','finishTime':1726020312000,"
              + "'processCode':'PROC-1A2B','businessId':'202409110943000123456','type':'finish',"
              + "'result':'agree','title':'张三提交的报销','staffId':'manager1234'}")
          .formatted(Apps.CORP, INSTANCE)
          .replace('\'', '"');

  private static final String PUNCH =
      ("{'EventType':'attendance_check_record','CorpId':'%s','dataList':[{'corpId':'%s',"
              + "'checkTime':1726019999000,'bizId':'E1','userId':'%s','checkByUser':true}]}")
          .formatted(Apps.CORP, Apps.CORP, USER)
          .replace('\'', '"');

  private final Random random = new Random(20240911);

  @Test
  void of_an_approval_give_the_same_document_or_none() {
    int same = 0;
    int person = 0;
    for (int round = 0; round < ROUNDS; round++) {
      EventNormaliser.Normalised read =
          EventNormaliser.normalise(Apps.internal(), flipped(APPROVAL), RECEIVED);
      if (read instanceof EventNormaliser.Event(SourceEvent event)) {
        if (event.subject() instanceof Approval approval) {
          assertTrue(differences(INSTANCE, approval.instanceId()) <= 1, approval.instanceId());
          same += approval.instanceId().equals(INSTANCE) ? 1 : 0;
        } else {
          assertInstanceOf(EventSubject.Unreadable.class, event.subject());
          person++;
        }
      }
    }
    assertTrue(same > ROUNDS / 3, "same " + same);
    assertTrue(person > ROUNDS / 100, "for a person " + person);
  }

  @Test
  void of_a_punch_give_the_same_person_or_none() {
    int same = 0;
    for (int round = 0; round < FEWER; round++) {
      EventNormaliser.Normalised read =
          EventNormaliser.normalise(Apps.internal(), flipped(PUNCH), RECEIVED);
      if (read instanceof EventNormaliser.Event(SourceEvent event)
          && event.subject() instanceof Attendance attendance) {
        assertEquals(1, attendance.punches().size());
        String user = attendance.punches().getFirst().userId();
        assertTrue(differences(USER, user) <= 1, user);
        assertTrue(attendance.days().stream().allMatch(day -> day.userId().equals(user)));
        same += user.equals(USER) ? 1 : 0;
      }
    }
    assertTrue(same > FEWER / 10, "same " + same);
  }

  @Test
  void of_one_row_leave_its_neighbours_as_they_are() {
    String neighbour = ThirdParty.row(13, "u1", "{'syncAction':'user_add_org'}");
    String row = broadcast();
    SuitePush expected = ThirdParty.only(ThirdParty.rows(neighbour));
    int apart = 0;
    for (int round = 0; round < FEWER; round++) {
      String message = ThirdParty.rows(neighbour, flipped(row), neighbour);
      if (SuitePushes.read(ThirdParty.SUITE, message, RECEIVED)
              instanceof SuitePushes.Pushes(List<SuitePush> pushes)
          && pushes.size() == 3) {
        apart++;
        assertEquals(expected, pushes.getFirst());
        assertEquals(expected, pushes.getLast());
        assertNoOther(pushes.get(1));
      }
    }
    assertTrue(apart > FEWER / 2, "apart " + apart);
  }

  @Test
  void of_a_whole_push_of_rows_never_throw() {
    String message = ThirdParty.rows(broadcast(), broadcast());
    for (int round = 0; round < FEWER; round++) {
      SuitePushes.Read read = SuitePushes.read(ThirdParty.SUITE, flipped(message), RECEIVED);
      if (read instanceof SuitePushes.Pushes(List<SuitePush> pushes)) {
        assertFalse(pushes.isEmpty());
        pushes.forEach(ByteFlipsTest::assertNoOther);
      }
    }
  }

  @Test
  void of_an_encrypted_body_are_refused_or_change_nothing() {
    CallbackReply sealed = sealed();
    Map<String, String> query =
        Map.of("signature", sealed.msgSignature(), "timestamp", "1", "nonce", "n");
    String body = "{\"encrypt\":\"" + sealed.encrypt() + "\"}";
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      ParsedCallback parsed = CallbackRequest.parse(query, flipped(body));
      CallbackCrypto.Opening opening =
          parsed instanceof CallbackRequest request
              ? CallbackCrypto.open(Apps.callback(), request)
              : new Refused(CallbackRefusal.BODY_NOT_JSON);
      if (opening instanceof CallbackCrypto.Opened opened) {
        assertEquals(APPROVAL, opened.message());
      } else {
        refused++;
      }
    }
    assertTrue(refused > ROUNDS * 9 / 10, "refused " + refused);
  }

  @Test
  void of_a_ciphertext_that_is_signed_all_the_same_give_no_other_document() {
    CallbackSettings app = Apps.callback();
    byte[] cipher = Base64.getDecoder().decode(sealed().encrypt());
    int opened = 0;
    for (int round = 0; round < FEWER; round++) {
      byte[] damaged = cipher.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      String encrypt = Base64.getEncoder().encodeToString(damaged);
      String signature = CallbackCrypto.signature(app, "1", "n", encrypt);
      CallbackRequest request = new CallbackRequest(signature, "1", "n", encrypt);
      if (CallbackCrypto.open(app, request) instanceof CallbackCrypto.Opened(var text, var owner)
          && EventNormaliser.normalise(Apps.internal(), text, RECEIVED)
              instanceof EventNormaliser.Event(SourceEvent event)) {
        opened++;
        if (event.subject() instanceof Approval approval) {
          assertTrue(differences(INSTANCE, approval.instanceId()) <= 1, approval.instanceId());
        }
      }
    }
    assertTrue(opened > FEWER / 100, "opened " + opened);
  }

  /** A damaged row is still about its approval, or for a person or the operator to look at. */
  private static void assertNoOther(SuitePush push) {
    switch (push) {
      case SuitePush.Happened(SourceEvent event) -> {
        if (event.subject() instanceof Approval approval) {
          assertTrue(differences(INSTANCE, approval.instanceId()) <= 1, approval.instanceId());
        } else {
          assertInstanceOf(EventSubject.Unreadable.class, event.subject());
        }
      }
      default -> assertInstanceOf(SuitePush.Unreadable.class, push);
    }
  }

  private static String broadcast() {
    String data =
        ("{'syncAction':'workflow_instance_change_broadcast','processInstanceId':'%s',"
                + "'type':'finish','result':'agree','processCode':'PROC-1A2B'}")
            .formatted(INSTANCE)
            .replace('\'', '"');
    return ThirdParty.row(Apps.CORP, 245, "b1", ThirdParty.MODIFIED, ThirdParty.quoted(data));
  }

  private static CallbackReply sealed() {
    byte[] padding = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    return CallbackCrypto.seal(Apps.callback(), Apps.CLIENT, APPROVAL, "1", "n", padding);
  }

  private String flipped(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static long differences(String meant, String read) {
    return meant.length() != read.length()
        ? Math.max(meant.length(), read.length())
        : IntStream.range(0, meant.length())
            .filter(place -> meant.charAt(place) != read.charAt(place))
            .count();
  }
}

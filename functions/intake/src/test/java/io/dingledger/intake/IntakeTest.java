package io.dingledger.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.dingtalk.callback.CallbackRefusal;
import io.dingledger.intake.IntakeFixture.Callback;
import io.dingledger.model.event.EventPortions;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.codec.TranslateWorkCodec;
import io.dingledger.platform.store.TenantRegistry;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
  private static final int LARGEST_MESSAGE = 256 * 1024;
  private static final String FINISHED =
      """
      {"EventType":"bpms_instance_change","EventTime":1774922400000,"CorpId":"%s","eventId":"e-1",\
      "processInstanceId":"p-1","processCode":"PROC-1","type":"finish","result":"agree",\
      "title":"%s"%s}""";

  private final IntakeFixture fixture = new IntakeFixture();

  private static String finished(String title, String more) {
    return FINISHED.formatted(IntakeFixture.CORP, title, more);
  }

  private Intake.Outcome receive(Callback callback) {
    return fixture.intake.receive(IntakeFixture.KEY, callback.query(), callback.body());
  }

  private String success(Intake.Outcome outcome) {
    return fixture.opened(assertInstanceOf(Intake.Outcome.Accepted.class, outcome).body());
  }

  private SourceEvent queued() {
    List<TranslateWork> messages = fixture.events.drain();
    assertEquals(1, messages.size());
    byte[] body =
        new TranslateWorkCodec()
            .encodeAscii(messages.getFirst())
            .getBytes(StandardCharsets.US_ASCII);
    assertTrue(body.length < LARGEST_MESSAGE, "a queue takes no message of " + body.length);
    return assertInstanceOf(TranslateWork.Happened.class, messages.getFirst()).event();
  }

  @Nested
  class AnEvent {
    @Test
    void isQueuedAndThenAnsweredSuccess() {
      assertEquals("success", success(receive(fixture.callback(finished("报销", "")))));
      SourceEvent event = queued();
      assertEquals(IntakeFixture.TENANT, event.tenant());
      assertEquals("e-1", event.eventId());
      assertEquals(
          "p-1", assertInstanceOf(EventSubject.Approval.class, event.subject()).instanceId());
    }

    @Test
    void thatIsRepeatedIsAnsweredSuccessEachTime() {
      Callback callback = fixture.callback(finished("报销", ""));
      assertEquals("success", success(receive(callback)));
      assertEquals("success", success(receive(callback)));
      assertEquals(2, fixture.events.drain().size(), "telling repeats apart is translate's work");
    }

    @Test
    void ofAnUnknownTypeIsQueuedToo() {
      assertEquals("success", success(receive(fixture.callback("{\"EventType\":\"new_thing\"}"))));
      assertInstanceOf(EventSubject.OutOfScope.class, queued().subject());
    }

    @Test
    void withMoreContentThanAQueueTakesIsQueuedWithoutIt() {
      String much = ",\"remark\":\"" + "记".repeat(EventPortions.LONGEST_DATA) + "\"";
      assertEquals("success", success(receive(fixture.callback(finished("报销", much)))));
      assertEquals("{\"omitted\":true}", queued().data());
    }

    @Test
    void withAsMuchContentAsIsKeptStillFitsIntoTheQueue() {
      int frame = finished("", ",\"remark\":\"\"").length();
      String much = "记".repeat(EventPortions.LONGEST_DATA - frame);
      String message = finished("", ",\"remark\":\"" + much + "\"");
      assertEquals("success", success(receive(fixture.callback(message))));
      assertTrue(queued().data().contains(much), "it is kept");
    }

    @Test
    void withAnEndlessTitleIsQueuedWithItsBeginning() {
      String message = finished("记".repeat(50_000), "");
      assertEquals("success", success(receive(fixture.callback(message))));
      assertEquals(
          "记".repeat(EventPortions.LONGEST_TEXT),
          assertInstanceOf(EventSubject.Approval.class, queued().subject()).title());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"check_url", "check_create_suite_url", "check_update_suite_url"})
  void aUrlCheckIsAnsweredSuccessAndQueuesNothing(String type) {
    Callback check = fixture.callback("{\"EventType\":\"" + type + "\"}");
    assertEquals("success", success(receive(check)));
    assertEquals(0, fixture.events.size());
  }

  @Nested
  class AForgery {
    @Test
    void isRefusedForItsFormBeforeAnythingIsLookedUp() {
      Callback malformed = fixture.callback(finished("", "")).withBody("[]");
      for (String key : List.of(IntakeFixture.KEY, "guessed")) {
        assertEquals(
            new Intake.Outcome.NotAccepted(CallbackRefusal.BODY_NOT_JSON),
            fixture.intake.receive(key, malformed.query(), malformed.body()),
            "whether a key is in use must not be told by the form");
      }
    }

    @Test
    void queuesNothing() {
      Callback forged = fixture.callback(finished("", "")).with("msg_signature", "00");
      assertInstanceOf(Intake.Outcome.NotAccepted.class, receive(forged));
      assertEquals(0, fixture.events.size());
    }
  }

  @Nested
  class Trouble {
    @Test
    void aQueueThatDoesNotTakeTheEventMeansNoSuccess() {
      Callback callback = fixture.callback(finished("", ""));
      Intake.Outcome outcome =
          fixture
              .intakeInto(IntakeFixture.DEAD_QUEUE)
              .receive(IntakeFixture.KEY, callback.query(), callback.body());
      assertInstanceOf(Intake.Outcome.Unavailable.class, outcome);
    }

    @Test
    void aRegistryThatDoesNotAnswerMeansNoSuccess() {
      TenantRegistry unreachable =
          (TenantRegistry)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {TenantRegistry.class},
                  (proxy, method, arguments) -> {
                    throw new IllegalStateException("no answer");
                  });
      Intake intake =
          new Intake(
              unreachable,
              fixture.suites,
              fixture.events,
              fixture.quarantine,
              new Random(7),
              IntakeFixture.CLOCK);
      Callback callback = fixture.callback(finished("", ""));
      assertInstanceOf(
          Intake.Outcome.Unavailable.class,
          intake.receive(IntakeFixture.KEY, callback.query(), callback.body()));
      assertEquals(0, fixture.events.size());
    }
  }
}

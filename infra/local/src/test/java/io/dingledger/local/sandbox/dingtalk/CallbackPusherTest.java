package io.dingledger.local.sandbox.dingtalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.http.LoopbackServer;
import io.dingledger.local.http.Reply;
import io.dingledger.local.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CallbackPusherTest {
  private static final SandboxApp APP = SandboxDingTalkTest.APP;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);
  private static final PushPolicy QUICK =
      new PushPolicy(Duration.ofSeconds(15), List.of(Duration.ofMillis(5), Duration.ofMillis(5)));

  private final CallbackCipher cipher =
      new CallbackCipher(APP.token(), APP.aesKey(), APP.clientId());
  private final Queue<JsonNode> received = new ConcurrentLinkedQueue<>();

  @Test
  void anEncryptedSuccessAcceptsThePush() throws Exception {
    Push push = pushed(request -> answer("success"), QUICK);
    assertTrue(push.isAccepted());
    assertEquals(1, push.deliveries().size());
    JsonNode event = received.element();
    assertEquals("bpms_instance_change", event.path("EventType").asText());
    assertEquals("dingcorp1", event.path("CorpId").asText());
    assertEquals("e1", push.eventId());
    assertEquals("e1", event.path("eventId").asText());
    assertEquals(CLOCK.millis(), event.path("EventTime").asLong());
    assertEquals("finish", event.path("type").asText());
    assertEquals("agree", event.path("result").asText());
    assertEquals("one", event.path("processInstanceId").asText());
  }

  @Test
  void everyOtherAnswerIsAFailureAndIsGivenUpAfterTheSecondRepeat() throws Exception {
    assertGivenUp("not success", request -> answer("failure"));
    assertGivenUp("status 500", request -> Reply.text(500, "text/plain", "x"));
    assertGivenUp("status 302", request -> new Reply(302, Map.of("Location", "/"), new byte[0]));
    assertGivenUp("no JSON", request -> Reply.text(200, "text/plain", "success"));
    assertGivenUp(
        "wrong signature",
        request ->
            Reply.text(200, "application/json", "{\"encrypt\":\"x\",\"msg_signature\":\"y\"}"));
  }

  @Test
  void aLateAnswerIsAFailure() throws Exception {
    PushPolicy impatient = new PushPolicy(Duration.ofMillis(100), List.of());
    Push push =
        pushed(
            request -> {
              sleep(Duration.ofMillis(600));
              return answer("success");
            },
            impatient);
    assertEquals(Optional.of("time-out"), push.deliveries().getFirst().fault());
  }

  @Test
  void aRepeatThatSucceedsEndsThePush() throws Exception {
    Push push =
        pushed(
            request -> received.size() < 2 ? Reply.text(503, "text/plain", "") : answer("success"),
            QUICK);
    assertTrue(push.isAccepted());
    assertEquals(
        List.of(Optional.of("status 503"), Optional.empty()),
        push.deliveries().stream().map(Push.Delivery::fault).toList());
  }

  @Test
  void oneEventCanArriveSeveralTimesAtOnce() throws Exception {
    try (LoopbackServer server = receiver(request -> answer("success"));
        CallbackPusher pusher = new CallbackPusher(APP, server.base(), QUICK, CLOCK)) {
      ObjectNode event = pusher.event("check_url", "e1", JsonNodeFactory.instance.objectNode());
      for (CompletableFuture<Push> push : pusher.pushAtOnce(event, 4)) {
        assertTrue(push.get(10, TimeUnit.SECONDS).isAccepted());
      }
      assertEquals(4, received.size());
      assertEquals(
          1, received.stream().map(each -> each.path("eventId").asText()).distinct().count());
      assertEquals(4, pusher.ended().size());
      assertEquals(List.of(), pusher.failed());
    }
  }

  @Test
  void whatIsGivenUpIsListedAsFailed() throws Exception {
    FailedPushes failures = new FailedPushes(CLOCK);
    try (LoopbackServer server = receiver(request -> Reply.text(500, "text/plain", "x"));
        CallbackPusher pusher =
            new CallbackPusher(APP, server.base(), QUICK, CLOCK, Optional.of(failures))) {
      ObjectNode event = pusher.changeOf(SandboxDingTalkTest.instance("one"), "e1", "finish");
      assertFalse(pusher.push(event).get(20, TimeUnit.SECONDS).isAccepted());
      assertEquals(1, failures.size());
    }
  }

  @Test
  void aStartTellsNoResultAndNoEnd() {
    ObjectNode start = SandboxDingTalkTest.instance("one").change("start");
    assertFalse(start.has("result"));
    assertFalse(start.has("finishTime"));
  }

  private void assertGivenUp(String fault, Function<Request, Reply> receiver) throws Exception {
    Push push = pushed(receiver, QUICK);
    assertFalse(push.isAccepted());
    assertEquals(
        List.of(fault, fault, fault),
        push.deliveries().stream().map(each -> each.fault().orElse("none")).toList());
  }

  private Push pushed(Function<Request, Reply> receiver, PushPolicy policy) throws Exception {
    try (LoopbackServer server = receiver(receiver);
        CallbackPusher pusher =
            new CallbackPusher(APP, server.base().resolve("/callback/k"), policy, CLOCK)) {
      Push push =
          pusher
              .push(pusher.changeOf(SandboxDingTalkTest.instance("one"), "e1", "finish"))
              .get(20, TimeUnit.SECONDS);
      assertEquals(push.isAccepted() ? List.of() : List.of(push), pusher.failed());
      return push;
    }
  }

  /** Checks each push as a receiver must, then answers. */
  private LoopbackServer receiver(Function<Request, Reply> answer) {
    return LoopbackServer.start(
        0,
        100_000,
        request -> {
          Map<String, String> parameters = request.parameters();
          String encrypted = read(request.text()).path("encrypt").asText();
          String expected =
              cipher.signature(parameters.get("timestamp"), parameters.get("nonce"), encrypted);
          assertEquals(expected, parameters.get("msg_signature"));
          assertEquals(expected, parameters.get("signature"));
          received.add(read(cipher.decrypted(encrypted).orElseThrow()));
          return answer.apply(request);
        });
  }

  private Reply answer(String text) {
    String encrypted = cipher.encrypted(text, new byte[16]);
    return Reply.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("msg_signature", cipher.signature("1", "n", encrypted))
            .put("timeStamp", "1")
            .put("nonce", "n")
            .put("encrypt", encrypted));
  }

  private static JsonNode read(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

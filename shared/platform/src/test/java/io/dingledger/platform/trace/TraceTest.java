package io.dingledger.platform.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.platform.support.HandClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROOT = "1-69cb2d20-bd862e3fe1be46a994272793";
  private static final String SAMPLED = "Root=" + ROOT + ";Parent=53995c3f42cd8ad8;Sampled=1";

  /** The second in which ROOT began. */
  private final HandClock clock = new HandClock(Instant.ofEpochSecond(0x69cb2d20L));

  private final List<JsonNode> segments = new ArrayList<>();
  private final Tracer tracer =
      new Tracer("post", text -> segments.add(read(text)), () -> "", clock, new Random(3));

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  @AfterEach
  void nothingStays() {
    assertEquals("", Trace.root());
  }

  @Test
  void aSegmentStandsBehindItsSenderAndBeforeWhatItSends() {
    tracer.begin(SAMPLED);
    clock.advance(Duration.ofMillis(1500));
    TraceHeader onward = Trace.forMessage().orElseThrow();
    tracer.end(false, Map.of("document", "instance-1"));
    JsonNode segment = segments.getFirst();
    assertEquals("dingledger-post", segment.path("name").asText());
    assertEquals(ROOT, segment.path("trace_id").asText());
    assertEquals("53995c3f42cd8ad8", segment.path("parent_id").asText());
    assertEquals(segment.path("id").asText(), onward.parent().orElseThrow());
    assertEquals("1.500", difference(segment).toPlainString());
    assertEquals("instance-1", segment.path("annotations").path("document").asText());
    assertFalse(segment.has("fault"));
  }

  private static java.math.BigDecimal difference(JsonNode segment) {
    return segment
        .path("end_time")
        .decimalValue()
        .subtract(segment.path("start_time").decimalValue())
        .setScale(3);
  }

  @Test
  void withoutAHeaderThereIsNoTrace() {
    tracer.begin("");
    assertEquals(Optional.empty(), Trace.forMessage());
    assertEquals("", Trace.forDocument());
    assertEquals(1, Trace.calls().<Integer>watched("a", "b", () -> 1, any -> Optional.empty()));
    tracer.end(false, Map.of());
    assertEquals(List.of(), segments);
  }

  @Test
  void whatIsNotSampledTravelsOnUnrecorded() {
    tracer.begin(SAMPLED.replace("Sampled=1", "Sampled=0"));
    assertEquals(ROOT, Trace.forMessage().orElseThrow().root());
    assertFalse(Trace.forMessage().orElseThrow().sampled());
    assertEquals("", Trace.forDocument(), "a record pays for nothing that is not there");
    tracer.end(false, Map.of());
    assertEquals(List.of(), segments);
  }

  @Nested
  class Calls {
    private JsonNode call(FailureKind kind) {
      tracer.begin(SAMPLED);
      Trace.calls().watched("kingdee-cloud", "send", () -> kind, Optional::of);
      tracer.end(false, Map.of());
      return segments.getFirst().path("subsegments").path(0);
    }

    @Test
    void saysWhatWasCalledAndNothingElse() {
      JsonNode call = call(FailureKind.AMBIGUOUS);
      assertEquals("kingdee-cloud", call.path("name").asText());
      assertEquals("remote", call.path("namespace").asText());
      assertEquals("{\"call\":\"send\"}", call.path("annotations").toString());
      assertTrue(call.path("fault").asBoolean());
    }

    @Test
    void tellsTooMuchFromOurOwnFault() {
      assertTrue(call(FailureKind.THROTTLE).path("throttle").asBoolean());
      segments.clear();
      JsonNode refused = call(FailureKind.DATA);
      assertTrue(refused.path("error").asBoolean());
      assertFalse(refused.has("throttle") || refused.has("fault"));
    }

    @Test
    void whatThrowsIsAFaultAndIsThrownOn() {
      tracer.begin(SAMPLED);
      assertThrows(
          IllegalStateException.class,
          () ->
              Trace.calls()
                  .watched(
                      "dingtalk",
                      "approval",
                      () -> {
                        throw new IllegalStateException("secret");
                      },
                      any -> Optional.empty()));
      tracer.end(true, Map.of());
      assertTrue(segments.getFirst().path("fault").asBoolean());
      assertTrue(segments.getFirst().path("subsegments").path(0).path("fault").asBoolean());
      assertFalse(segments.getFirst().toString().contains("secret"));
    }

    @Test
    void aThousandOfThemStillFitIntoADatagram() {
      tracer.begin(SAMPLED);
      for (int number = 0; number < 1000; number++) {
        Trace.calls().watched("kingdee-cloud", "send", () -> 1, any -> Optional.empty());
      }
      tracer.end(false, Map.of());
      assertEquals(100, segments.getFirst().path("subsegments").size());
      assertEquals(900, segments.getFirst().path("annotations").path("unlisted").asInt());
      assertTrue(segments.getFirst().toString().length() < 60_000);
    }
  }

  @Nested
  class WorkAboutMany {
    @Test
    void eachMessageBeginsATraceOfItsOwnWithTheStepAtItsBeginning() {
      tracer.begin(SAMPLED);
      Trace.isOfMany();
      TraceHeader first = Trace.forMessage().orElseThrow();
      TraceHeader second = Trace.forMessage().orElseThrow();
      assertEquals("", Trace.forDocument());
      tracer.end(false, Map.of());
      assertNotEquals(first.root(), second.root());
      assertNotEquals(ROOT, first.root());
      assertEquals(3, segments.size());
      assertEquals(first.root(), segments.getFirst().path("trace_id").asText());
      assertEquals(first.parent().orElseThrow(), segments.getFirst().path("id").asText());
      assertFalse(segments.getFirst().has("parent_id"));
    }

    @Test
    void aDocumentIsHandedOnInTheTraceThatItsRecordKept() {
      tracer.begin(SAMPLED);
      String kept = Trace.forDocument();
      tracer.end(false, Map.of());
      segments.clear();
      tracer.begin("Root=1-69cb2d21-aaaaaaaaaaaaaaaaaaaaaaaa;Sampled=1");
      Trace.isOfMany();
      List<TraceHeader> sent = new ArrayList<>();
      Trace.ofDocument(
          kept, Map.of("document", "d"), () -> sent.add(Trace.forMessage().orElseThrow()));
      tracer.end(false, Map.of());
      assertEquals(ROOT, sent.getFirst().root());
      JsonNode handedOn = segments.getFirst();
      assertEquals(handedOn.path("id").asText(), sent.getFirst().parent().orElseThrow());
      assertEquals(kept.substring(32), handedOn.path("parent_id").asText());
    }

    @Test
    void aDocumentThatIsNotRecordedStaysSoWhoeverHandsItOn() {
      tracer.begin(SAMPLED);
      Trace.isOfMany();
      List<TraceHeader> sent = new ArrayList<>();
      Trace.ofDocument("", Map.of(), () -> sent.add(Trace.forMessage().orElseThrow()));
      tracer.end(false, Map.of());
      assertFalse(sent.getFirst().sampled());
      assertNotEquals(ROOT, sent.getFirst().root());
    }

    @Test
    void aTraceThatXRayTakesNoMoreOfGoesOnInAnotherOneThatNamesIt() {
      String kept = ROOT.substring(2, 10) + ROOT.substring(11) + "53995c3f42cd8ad8";
      clock.advance(Duration.ofDays(30));
      tracer.begin("Root=1-69cb2d21-aaaaaaaaaaaaaaaaaaaaaaaa;Sampled=1");
      Trace.isOfMany();
      Trace.ofDocument(kept, Map.of(), Trace::forMessage);
      tracer.end(false, Map.of());
      JsonNode begun = segments.getFirst();
      assertNotEquals(ROOT, begun.path("trace_id").asText());
      assertEquals(ROOT, begun.path("annotations").path("continues").asText());
      assertEquals(
          "1-69cb2d21-aaaaaaaaaaaaaaaaaaaaaaaa",
          segments.getLast().path("annotations").path("continues").asText(),
          "so does an old message");
    }
  }

  @Nested
  class TheDaemon {
    @Test
    void getsEachSegmentBehindALineThatSaysWhatFollows() throws Exception {
      try (DatagramSocket daemon = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
        daemon.setSoTimeout(10_000);
        Segments segments = Segments.toDaemon("127.0.0.1:" + daemon.getLocalPort());
        segments.take("{\"name\":\"x\"}");
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        daemon.receive(packet);
        assertEquals(
            "{\"format\":\"json\",\"version\":1}\n{\"name\":\"x\"}",
            new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "nonsense",
          "127.0.0.1:99999",
          "127.0.0.1:x",
          "tcp:127.0.0.1:9 udp:127.0.0.1:9"
        })
    void whoIsNotThereOrIsNobodyNeverMatters(String address) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> {
            Segments segments = Segments.toDaemon(address);
            for (int number = 0; number < 1000; number++) {
              segments.take("{}");
            }
            segments.take("x".repeat(100_000));
          });
    }
  }
}

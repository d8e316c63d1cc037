package io.dingledger.platform.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeaderTest {
  private static final String ROOT = "1-5759e988-bd862e3fe1be46a994272793";
  private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");

  @Test
  void whatLambdaHandsOverIsReadWithWhateverElseStandsInIt() {
    TraceHeader header =
        TraceHeader.parse(
                "Root=" + ROOT + ";Parent=53995c3f42cd8ad8;Sampled=1;Lineage=1:8bbd5f61:0")
            .orElseThrow();
    assertEquals(new TraceHeader(ROOT, Optional.of("53995c3f42cd8ad8"), true), header);
    assertEquals(Optional.of(header), TraceHeader.parse(header.text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Root=",
        "Root=1-5759e988-bd86",
        "Root=2-5759e988-bd862e3fe1be46a994272793;Sampled=1",
        "Parent=53995c3f42cd8ad8;Sampled=1",
        "Root=1-5759E988-BD862E3FE1BE46A994272793"
      })
  void whatIsNoHeaderIsNoTrace(String text) {
    assertEquals(Optional.empty(), TraceHeader.parse(text));
  }

  @Test
  void whatIsNotSaidToBeSampledIsNot() {
    assertFalse(TraceHeader.parse("Root=" + ROOT).orElseThrow().sampled());
    assertFalse(TraceHeader.parse("Root=" + ROOT + ";Sampled=?").orElseThrow().sampled());
  }

  @Test
  void aRecordKeepsItInFortyEightDigitsAndOnlyWhatIsRecorded() {
    TraceHeader header = new TraceHeader(ROOT, Optional.of("53995c3f42cd8ad8"), true);
    assertEquals(48, header.packed().length());
    assertEquals(Optional.of(header), TraceHeader.ofPacked(header.packed()));
    assertEquals("", new TraceHeader(ROOT, header.parent(), false).packed());
    assertEquals(Optional.empty(), TraceHeader.ofPacked(""));
    assertEquals(Optional.empty(), TraceHeader.ofPacked("zz" + header.packed().substring(2)));
  }

  @Test
  void aTraceIsOverBeforeXRayRefusesIt() {
    TraceHeader begun = TraceHeader.begun(new Random(1), NOW, true);
    assertEquals(Optional.of(begun), TraceHeader.parse(begun.text()));
    assertFalse(begun.isOver(NOW.plus(Duration.ofDays(29))));
    assertTrue(begun.isOver(NOW.plus(Duration.ofDays(29)).plusSeconds(1)));
  }
}

package io.dingledger.platform.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.platform.metrics.Metrics.Dimension;
import io.dingledger.platform.metrics.Metrics.Label;
import io.dingledger.platform.support.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedMetricsTest {
  private final List<String> lines = new ArrayList<>();
  private final Metrics metrics =
      new EmbeddedMetrics(
          "DingLedger", new HandClock(Instant.parse("2026-03-01T00:00:00Z")), lines::add);

  @Test
  void a_count_is_one_line_that_CloudWatch_understands() {
    metrics.count(
        "documents.posted",
        new Label(Dimension.LEDGER_TYPE, "kingdee\n\"cloud\""),
        new Label(Dimension.STEP, "post"));
    assertEquals(
        List.of(
            "{\"_aws\":{\"Timestamp\":1772323200000,\"CloudWatchMetrics\":[{"
                + "\"Namespace\":\"DingLedger\",\"Dimensions\":[[\"STEP\",\"LEDGER_TYPE\"]],"
                + "\"Metrics\":[{\"Name\":\"documents.posted\",\"Unit\":\"Count\"}]}]},"
                + "\"STEP\":\"post\",\"LEDGER_TYPE\":\"kingdee\\n\\\"cloud\\\"\","
                + "\"documents.posted\":1}"),
        lines);
  }

  @Test
  void a_time_is_in_milliseconds() {
    metrics.time("fetch", Duration.ofNanos(1_999_999));
    assertTrue(lines.getFirst().endsWith("\"Unit\":\"Milliseconds\"}]}]},\"fetch\":1}"));
    assertTrue(lines.getFirst().contains("\"Dimensions\":[[]]"));
  }

  @Test
  void each_installation_has_a_namespace_of_its_own() {
    assertEquals("DingLedger", EmbeddedMetrics.namespace(Map.of()));
    assertEquals("DingLedger", EmbeddedMetrics.namespace(Map.of(EmbeddedMetrics.SETTING, " ")));
    assertEquals(
        "DingLedger/prod",
        EmbeddedMetrics.namespace(Map.of("DINGLEDGER_METRICS_NAMESPACE", "DingLedger/prod")));
  }

  @Test
  void no_dimension_names_a_tenant_a_person_or_a_document() {
    assertEquals(
        List.of("STEP", "OUTCOME", "FAILURE_KIND", "LEDGER_TYPE", "QUEUE"),
        Arrays.stream(Dimension.values()).map(Enum::name).toList());
  }

  @Test
  void nothing_is_measured_where_nobody_looks() {
    Metrics.NONE.count("x");
    Metrics.NONE.time("x", Duration.ZERO);
    assertEquals(List.of(), lines);
  }
}

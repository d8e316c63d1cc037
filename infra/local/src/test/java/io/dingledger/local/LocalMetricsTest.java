package io.dingledger.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.platform.metrics.Metrics.Dimension;
import io.dingledger.platform.metrics.Metrics.Label;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LocalMetricsTest {
  private final LocalMetrics metrics = new LocalMetrics();

  @Test
  void whatWasMeasuredIsSummedUpByNameAndLabels() {
    metrics.count("retry.decided", new Label(Dimension.OUTCOME, "PARKED"));
    metrics.count("retry.decided", 2, new Label(Dimension.OUTCOME, "PARKED"));
    metrics.count("retry.decided", new Label(Dimension.OUTCOME, "HELD"));
    assertEquals(
        "{\"retry.decided HELD\":{\"times\":1,\"sum\":1,\"most\":1,\"last\":1},"
            + "\"retry.decided PARKED\":{\"times\":2,\"sum\":3,\"most\":2,\"last\":2}}",
        metrics.json().toString());
  }

  @Test
  void theWorstIsKeptWhateverCameLater() {
    metrics.time("sweep.late", Duration.ofSeconds(9));
    metrics.time("sweep.late", Duration.ofSeconds(1));
    assertEquals(9000, metrics.json().path("sweep.late").path("most").asLong());
    assertEquals(1000, metrics.json().path("sweep.late").path("last").asLong());
  }
}

package io.dingledger.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.bench.cost.Sizes;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the costs are computed from is what a document and a round need today. */
class MeasuredSizesTest {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");

  @TempDir Path folder;
  private Sizes sizes;

  @BeforeEach
  void read() throws Exception {
    sizes = Sizes.read(Path.of("..", "aws", "prices", "sizes.json"));
  }

  @Test
  void aDocumentAndARoundNeedWhatTheFileSays() throws Exception {
    try (UnitsBenchmark benchmark = new UnitsBenchmark(folder, TEMPLATE)) {
      benchmark.cost(101, 1);
      UnitsBenchmark.Cost cost = benchmark.cost(102, 1);
      assertEquals(size("tableWritesPerDocument"), cost.units().allWrites(), "writes");
      assertEquals(size("tableReadsPerDocument"), cost.units().halfReads() / 2, "reads");
      assertEquals(size("queueMessagesPerDocument"), cost.sends(), "messages");
      assertNear("tableBytesPerDocument", cost.stored());
      Units tick = benchmark.tick();
      long round = tick.halfReads() / 2 - size("tableReadsPerSweep");
      long said = size("tableReadsPerRound");
      assertTrue(round <= said * 6 / 5 && round >= said / 2, "reads of a round: " + round);
    }
  }

  private long size(String name) {
    return sizes.of(name).longValueExact();
  }

  /** Times have more or fewer digits. */
  private void assertNear(String name, long measured) {
    long said = size(name);
    assertTrue(Math.abs(measured - said) * 10 <= said, name + ": " + measured);
  }
}

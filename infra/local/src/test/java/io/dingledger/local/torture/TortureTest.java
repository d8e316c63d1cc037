package io.dingledger.local.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.report.Progress;
import io.dingledger.local.torture.process.Role;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small torture: real processes, real kills, counted in the ledger's book. */
class TortureTest {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");

  private static final int LEAST_KILLS = 5;

  @TempDir Path folder;

  @BeforeEach
  void template() {
    System.setProperty("dingledger.template", TEMPLATE.toString());
  }

  private Plan plan(int documents, int seconds, int killEvery) {
    return new Plan(
        documents,
        Duration.ofSeconds(seconds),
        LEAST_KILLS,
        Duration.ofSeconds(killEvery),
        Set.of(Role.values()),
        5,
        folder,
        Duration.ofMinutes(10),
        false,
        false,
        true,
        Optional.<URI>empty(),
        0,
        0,
        Optional.empty());
  }

  @Test
  void twentyDocumentsSurviveKillsOfEveryKindBookedOnce() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Plan plan = plan(20, 10, 2);
    Torture.Result result = Torture.run(plan, new Progress(out, Clock.systemUTC()));
    Report.print(plan, result, out);
    String text = said.toString(StandardCharsets.UTF_8);
    assertTrue(result.tally().isClean(), text);
    assertEquals(20, result.tally().verdicts().size());
    assertTrue(
        result.kills().values().stream().mapToInt(Integer::intValue).sum() >= LEAST_KILLS, text);
    assertEquals(List.of(), result.diedAlone(), text);
    assertTrue(text.contains("nothing lost, nothing doubled"), text);
  }
}

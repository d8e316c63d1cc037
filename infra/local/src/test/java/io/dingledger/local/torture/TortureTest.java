package io.dingledger.local.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.command.Refusal;
import io.dingledger.local.report.Progress;
import io.dingledger.local.torture.process.Role;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
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
    return plan(documents, seconds, killEvery, Duration.ofMinutes(10), Optional.empty());
  }

  private Plan plan(
      int documents, int seconds, int killEvery, Duration patience, Optional<URI> url) {
    return new Plan(
        documents,
        Duration.ofSeconds(seconds),
        LEAST_KILLS,
        Duration.ofSeconds(killEvery),
        Set.of(Role.values()),
        5,
        folder,
        patience,
        false,
        false,
        true,
        url,
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

  @Test
  void processesThatDoNotStartAreNamedWithTheirLog() {
    System.setProperty("dingledger.template", folder.resolve("none.yaml").toString());
    Refusal refusal = refused(plan(1, 1, 0));
    assertEquals("TORTURE-NOT-STARTED", refusal.reasons().getFirst().code());
    String text = refusal.reasons().getFirst().english();
    assertTrue(text.contains(folder.resolve("logs").toString()), text);
  }

  @Test
  void aSystemElsewhereThatNeverAnswersIsNotWaitedForWithoutEnd() {
    URI nobody = URI.create("http://127.0.0.1:9");
    Refusal refusal = refused(plan(1, 1, 0, Duration.ofSeconds(1), Optional.of(nobody)));
    assertEquals("TORTURE-NOBODY-ANSWERS", refusal.reasons().getFirst().code());
  }

  private static Refusal refused(Plan plan) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Progress progress = new Progress(nowhere, Clock.systemUTC());
    return assertThrows(Refusal.class, () -> Torture.run(plan, progress));
  }
}

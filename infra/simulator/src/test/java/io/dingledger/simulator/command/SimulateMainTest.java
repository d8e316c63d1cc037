package io.dingledger.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateMainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(Path folder, String... line) {
    out.reset();
    err.reset();
    return SimulateMain.run(
        List.of(line),
        folder,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private int run(String... line) {
    return run(Path.of(""), line);
  }

  private void assertRefused(SimulateFault why, String... line) {
    assertEquals(2, run(line));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains(why.code()), err::toString);
    assertEquals(0, out.size());
  }

  @Test
  void helpIsInBothLanguages() {
    assertEquals(0, run("--help"));
    String text = out.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("种子") && text.contains("seeds"), text);
  }

  @Test
  void aNumberThatIsNoneIsRefused() {
    assertRefused(SimulateFault.NUMBER_WRONG, "--seeds", "many");
    assertRefused(SimulateFault.NUMBER_WRONG, "--seeds", "0");
    assertRefused(SimulateFault.NUMBER_WRONG, "--workers", "1000");
  }

  @Test
  void aFaultThatThereIsNotIsRefused() {
    assertRefused(SimulateFault.FAULT_UNKNOWN, "--faults", "EARTHQUAKE");
  }

  @Test
  void someFaultsAndAllButSomeExcludeEachOther() {
    assertRefused(SimulateFault.FAULTS_TWICE, "--faults", "SLOW_CALL", "--without", "STUCK_CALL");
  }

  @Test
  void whatConcernsOneRunNeedsOneSeed() {
    assertRefused(SimulateFault.ONE_SEED_ONLY, "--story", "--seeds", "2");
    assertRefused(SimulateFault.ONE_SEED_ONLY, "--suppress", "1", "--seeds", "2");
  }

  @Test
  void wordsWithoutAMeaningAreRefused() {
    assertRefused(SimulateFault.NOTHING_EXPECTED, "fast");
  }

  @Test
  void elsewhereThanInTheProjectThereIsNothingToSimulate(@TempDir Path folder) {
    assertEquals(2, run(folder, "--seeds", "1"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains(SimulateFault.NO_CHECKOUT.code()));
  }

  @Test
  void aSeedWhoseIntakeHasAClockOfItsOwnIsToldAsWell() {
    run("--seeds", "1", "--from", "7081", "--faults", "ONE_CLOCK_OFF", "--story");
    assertTrue(out.toString().contains("container of intake"), () -> out + "" + err);
  }

  @Test
  void aSeedTellsTheSameStoryByteForByte() {
    String[] line = {"--seeds", "1", "--from", "4", "--story"};
    run(line);
    byte[] first = out.toByteArray();
    run(line);
    assertEquals(new String(first, StandardCharsets.UTF_8), out.toString(StandardCharsets.UTF_8));
    assertTrue(first.length > 1000);
  }

  @Test
  void whereNothingGoesWrongEverythingIsKept() {
    assertEquals(0, run("--seeds", "2", "--faults", "none"), err::toString);
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("every promise was kept"));
  }

  @Test
  void ofWhatMayGoWrongTheTableHasEachPlace() {
    assertEquals(0, run("--seeds", "3", "--faults", "CALLBACK_REPEATED", "--workers", "1"));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("CALLBACK_REPEATED"));
  }
}

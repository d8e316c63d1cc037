package io.dingledger.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./dev run} is killed in the middle of the month and started again on the same folder. */
class KilledRunTest {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");

  @TempDir Path folder;

  @Test
  void aKilledRunGoesOnWhereItWasAndKeepsItsPromises() throws Exception {
    assertTrue(killedAt("进度"), "killed while documents were on their way");
    System.setProperty("dingledger.template", TEMPLATE.toString());
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    int exit = Main.run(List.of("--data", folder.toString(), "--port", "0", "--once"), out);
    assertEquals(0, exit, () -> printed.toString(StandardCharsets.UTF_8));
  }

  private boolean killedAt(String beginning) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-Ddingledger.template=" + TEMPLATE,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "--data",
                folder.toString(),
                "--port",
                "0",
                "--once")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.contains(beginning)) {
          process.destroyForcibly();
          process.waitFor();
          return true;
        }
      }
    }
    return false;
  }
}

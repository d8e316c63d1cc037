package io.dingledger.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What {@code ./dev} says when it can't do what it is asked for. */
@DisabledOnOs(OS.WINDOWS)
class DevScriptTest {
  private record Said(int exit, String text) {}

  private static Said dev(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "./dev";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of("..", "..").toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  private static void assertSays(Said said, int exit, String code) {
    assertEquals(exit, said.exit(), said.text());
    assertTrue(said.text().contains(code), said.text());
  }

  @Test
  void helpNamesEveryCommand() throws Exception {
    Said said = dev(Map.of(), "help");
    assertEquals(0, said.exit());
    for (String command : new String[] {"run", "rules", "test", "format", "package", "help"}) {
      assertTrue(said.text().contains("  " + command), command);
    }
  }

  @Test
  void anUnknownCommandIsNamed() throws Exception {
    assertSays(dev(Map.of(), "tset"), 2, "DEV-UNKNOWN-COMMAND");
  }

  @Test
  void aMissingJdkIsSaidPlainly() throws Exception {
    Said said = dev(Map.of("DINGLEDGER_LEAST_JDK", "999"), "run", "--help");
    assertSays(said, 3, "DEV-NO-JDK");
    assertTrue(said.text().contains("JAVA_HOME"), said.text());
    assertTrue(said.text().contains("请安装"), said.text());
  }

  @Test
  void aFailedBuildShowsWhyAndStops() throws Exception {
    Map<String, String> broken = Map.of("MAVEN_OPTIONS", "--no-such-option");
    assertSays(dev(broken, "run", "--help"), 4, "DEV-BUILD-FAILED");
  }
}

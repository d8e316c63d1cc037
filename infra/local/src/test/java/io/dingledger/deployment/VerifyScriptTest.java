package io.dingledger.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code infra/aws/verify/run} says where its tools are absent. */
@DisabledOnOs(OS.WINDOWS)
class VerifyScriptTest {
  @TempDir Path programs;

  private record Said(int exit, String text) {}

  private Said verify() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(Shipped.ROOT.resolve("infra/aws/verify/run").toString(), "--quick")
            .redirectErrorStream(true);
    builder.environment().put("PATH", programs.toString());
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  private static Optional<Path> program(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private void offer(String... names) throws IOException {
    for (String name : names) {
      script(name, "exec " + program(name).orElseThrow() + " \"$@\"");
    }
  }

  private void script(String name, String line) throws IOException {
    Path file = programs.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  @Test
  void withoutPythonItSaysSoInBothLanguages() throws Exception {
    offer("dirname", "cat");
    Said said = verify();
    assertEquals(3, said.exit(), said.text());
    assertTrue(said.text().contains("VERIFY-NO-PYTHON 没有找到"), said.text());
    assertTrue(said.text().contains("VERIFY-NO-PYTHON python3"), said.text());
  }

  @Test
  void withoutToolsItNamesEachAndHowToGetIt() throws Exception {
    Optional<Path> python = program("python3");
    assumeTrue(python.isPresent(), "no python3 here");
    offer("dirname", "cat");
    // Without its site packages Python knows no installed tool.
    script(
        "python3",
        "PATH=" + System.getenv("PATH") + "; export PATH; exec " + python.get() + " -S \"$@\"");
    Said said = verify();
    assertEquals(3, said.exit(), said.text());
    for (String tool : List.of("cfn-lint", "aws-sam-translator", "moto", "boto3")) {
      assertTrue(said.text().contains("VERIFY-NO-TOOL 缺少 " + tool), said.text());
      assertTrue(said.text().contains("VERIFY-NO-TOOL " + tool + " is absent"), said.text());
      assertTrue(said.text().contains("pip install"), said.text());
    }
    assertTrue(said.text().contains("VERIFY-INCOMPLETE"), said.text());
  }
}

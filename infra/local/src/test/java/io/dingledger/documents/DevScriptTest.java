package io.dingledger.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./dev} says when it can't do what it is asked for. */
@DisabledOnOs(OS.WINDOWS)
class DevScriptTest {
  private record Said(int exit, String text) {}

  private static final Path ROOT = Path.of("..", "..");

  @TempDir Path folder;
  private int seconds;

  private static Said dev(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return dev(ROOT, environment, arguments);
  }

  private static Said dev(Path root, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "./dev";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
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

  @Test
  void whatIsBuiltIsBuiltAgainOnlyAfterAChange() throws Exception {
    Path source = Files.createDirectories(folder.resolve("shared/model/src/main/java"));
    Files.createDirectories(folder.resolve("functions"));
    Path local = Files.createDirectories(folder.resolve("infra/local/target"));
    Files.createDirectories(local.resolve("lib"));
    Files.writeString(local.resolve("dingledger-local.jar"), "of long ago");
    Files.setLastModifiedTime(local.resolve("dingledger-local.jar"), FileTime.fromMillis(0));
    Files.copy(ROOT.resolve("dev"), folder.resolve("dev"), StandardCopyOption.COPY_ATTRIBUTES);
    Path maven = Files.writeString(folder.resolve("mvnw"), "#!/bin/sh\necho built >>builds\n");
    assertTrue(maven.toFile().setExecutable(true));

    assertEquals(1, buildsAfter(), "there is none yet");
    assertEquals(1, buildsAfter(), "nothing has changed, although Maven left the jar alone");
    Path class1 = Files.writeString(source.resolve("Changed.java"), "class Changed {}");
    ahead(class1);
    assertEquals(2, buildsAfter(), "a source that is newer");
    ahead(local.resolve("built"));
    Files.delete(class1);
    ahead(source);
    assertEquals(3, buildsAfter(), "a source that went");
  }

  /** Clocks of file systems are coarse: what is to be newer is made so by two seconds each time. */
  private void ahead(Path path) throws IOException {
    seconds += 2;
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(seconds)));
  }

  private int buildsAfter() throws Exception {
    Said said = dev(folder, Map.of(), "replay", "--help");
    assertTrue(said.text().contains("ReplayMain"), said.text());
    return Files.readAllLines(folder.resolve("builds")).size();
  }

  @Test
  void packagingExplainsItself() throws Exception {
    Said said = dev(Map.of(), "package", "--help");
    assertEquals(0, said.exit());
    for (String word : new String[] {"--native", "--arch", "GRAALVM_HOME", "docker"}) {
      assertTrue(said.text().contains(word), word);
    }
  }

  @Test
  void anUnknownProcessorIsRefused() throws Exception {
    assertSays(dev(Map.of(), "package", "--native", "--arch", "mips"), 2, "DEV-ARCH-UNKNOWN");
  }

  @Test
  void aNativeBuildWithoutAnyCompilerIsRefused() throws Exception {
    Map<String, String> nothing = Map.of("GRAALVM_HOME", "", "DINGLEDGER_ENGINES", "none");
    assertSays(dev(nothing, "package", "--native"), 3, "DEV-NO-NATIVE-IMAGE");
    Map<String, String> empty = Map.of("GRAALVM_HOME", compiler("").getParent().toString());
    assertSays(dev(empty, "package", "--native"), 3, "DEV-NO-NATIVE-IMAGE");
  }

  @Test
  void aCompilerOfAnotherVersionOrProcessorIsRefused() throws Exception {
    Map<String, String> old = Map.of("GRAALVM_HOME", compiler("21.0.2").toString());
    assertSays(dev(old, "package", "--native"), 3, "DEV-NATIVE-IMAGE-VERSION");
    Map<String, String> elsewhere =
        Map.of("GRAALVM_HOME", compiler("25.0.1").toString(), "DINGLEDGER_PROCESSOR", "x86_64");
    assertSays(dev(elsewhere, "package", "--native", "--arch", "arm64"), 3, "DEV-ARCH-ELSEWHERE");
  }

  /** A folder with a compiler that only tells its version. */
  private Path compiler(String version) throws IOException {
    Path home = folder.resolve("graal" + version);
    Path program = Files.createDirectories(home.resolve("bin")).resolve("native-image");
    Files.writeString(program, "#!/bin/sh\necho native-image " + version + " 2025-09-16\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }
}

package io.dingledger.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Another JVM with our class path, to be killed; what it says is one word and one argument per
 * line.
 */
final class ChildProcess {

  private static final int SIGKILL_EXIT = 137;

  private final List<String> said = new ArrayList<>();

  /** Runs a main class and kills it by SIGKILL as soon as it has said a certain line so often. */
  static ChildProcess killedAfter(
      Class<?> main, String beginning, int times, Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName(),
                folder.toString()));
    command.addAll(List.of(arguments));
    File errors = folder.resolveSibling(folder.getFileName() + ".errors").toFile();
    Process process = new ProcessBuilder(command).redirectError(errors).start();
    ChildProcess child = new ChildProcess();
    try (BufferedReader reader = process.inputReader()) {
      int left = times;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        child.said.add(line);
        if (line.startsWith(beginning) && --left == 0) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    int exit = process.waitFor();
    if (exit != SIGKILL_EXIT) {
      throw new IllegalStateException(
          "child ended by itself with " + exit + ": " + Files.readString(errors.toPath()));
    }
    return child;
  }

  /** The arguments of all complete lines with a certain first word. */
  Set<String> said(String word) {
    Set<String> arguments = new TreeSet<>();
    said.stream()
        .filter(line -> line.startsWith(word + " "))
        .forEach(line -> arguments.add(line.substring(word.length() + 1)));
    return arguments;
  }
}

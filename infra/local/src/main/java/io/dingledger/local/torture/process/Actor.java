package io.dingledger.local.torture.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One running process; what it logs is appended to a file of its role. */
final class Actor {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Role role;
  private final Process process;
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private volatile boolean killed;

  private Actor(Role role, Process process) {
    this.role = role;
    this.process = process;
    Thread.ofVirtual().name(role + " output").start(this::listen);
  }

  /**
   * Starts a process; it is not {@link #awaitReady ready} yet.
   *
   * @throws UncheckedIOException when the operating system refuses
   */
  static Actor start(Role role, Stage stage, Slip slip, String classPath, Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + role.megabytes() + "m");
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-cp",
            classPath,
            ProcessMain.class.getName()));
    command.addAll(ProcessMain.arguments(role, stage, slip));
    try {
      Files.createDirectories(log.getParent());
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new Actor(role, process);
    } catch (IOException refused) {
      throw new UncheckedIOException("the process " + role + " did not start", refused);
    }
  }

  /** Waits until it serves; false when it was killed or ended before. */
  boolean awaitReady() {
    try {
      return ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException never) {
      return false;
    }
  }

  /**
   * Ends it by SIGKILL and waits until it is gone. Waits for the process itself: what is told of
   * its end is told by a pool of few threads, and one of them may wait for whoever kills.
   */
  void kill() {
    killed = true;
    process.toHandle().destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it ended although nobody killed it. */
  boolean diedAlone() {
    return !process.isAlive() && !killed;
  }

  /** Its exit code, once it has ended. */
  int exitCode() {
    return process.exitValue();
  }

  Role role() {
    return role;
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.equals(ProcessMain.READY)) {
          ready.complete(true);
        }
      }
    } catch (IOException gone) {
      // It is gone, which is what completes below.
    }
    ready.complete(false);
  }
}

package io.dingledger.bench;

import io.dingledger.rules.Translation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much processor time a new process needs until it has checked a book of 100 rules and made a
 * first voucher, over what a process needs that does nothing.
 */
final class Start {
  private static final int FORKS = 20;
  private static final int RULES = 100;

  private Start() {}

  /** What a forked process does: nothing, or the first translation; then it says what it used. */
  public static void main(String[] arguments) {
    if (arguments.length > 0) {
      Translation first =
          Samples.translate(Samples.book(RULES, Samples.Others.OTHER_KIND), Samples.claim(1));
      if (!(first instanceof Translation.Vouchers)) {
        throw new IllegalStateException(first.toString());
      }
    }
    Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    System.out.println(used.toMillis());
  }

  /** Forks both kinds in turn and prints their means, in milliseconds of all processors. */
  static void measure() throws IOException, InterruptedException {
    long[] empty = new long[FORKS];
    long[] first = new long[FORKS];
    for (int fork = 0; fork < FORKS; fork++) {
      empty[fork] = forked();
      first[fork] = forked("translate");
    }
    double nothing = Arrays.stream(empty).average().orElseThrow();
    double something = Arrays.stream(first).average().orElseThrow();
    System.out.printf(
        "Start: %.0f ms of processor time to the first voucher (%.0f ms less %.0f ms of an empty process; means of %d)%n",
        something - nothing, something, nothing, FORKS);
  }

  private static long forked(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Start.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("A forked process failed");
    }
    return Long.parseLong(said.strip());
  }
}

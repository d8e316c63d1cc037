package io.dingledger.bench;

import java.io.IOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How much processor time a new process needs until it has given its first answer. */
final class Start {
  private static final int FORKS = 20;
  private static final int RULES = 100;

  private Start() {}

  /** What a forked process does. */
  enum First {
    /** Nothing: what any process needs. */
    NOTHING,
    /** Reads one expression and evaluates it. */
    EXPRESSION,
    /** Checks a book of 100 rules and makes a voucher of a claim of five rows. */
    VOUCHER
  }

  /** Answers what the argument says, then tells the processor time used so far, and the time. */
  public static void main(String[] arguments) {
    long began = System.nanoTime();
    Object answer =
        switch (First.valueOf(arguments[0])) {
          case NOTHING -> "";
          case EXPRESSION -> Wages.formula(Wages.FACTORS).value(new Wages(), RoundingMode.HALF_UP);
          case VOUCHER ->
              Samples.translate(Samples.book(RULES, Samples.Others.OTHER_KIND), Samples.claim(1));
        };
    long took = System.nanoTime() - began;
    Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    System.out.println(used.toMillis() + " " + took / 1000 + " " + answer.hashCode());
  }

  /** Forks each kind in turn and prints what they needed. */
  static void measure() throws IOException, InterruptedException {
    List<List<Used>> all = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int fork = 0; fork < FORKS; fork++) {
      for (First first : First.values()) {
        all.get(first.ordinal()).add(forked(first));
      }
    }
    System.out.printf("Start, of %d processes each:%n", FORKS);
    double nothing = mean(all.getFirst());
    for (First first : First.values()) {
      List<Used> used = all.get(first.ordinal());
      long fastest = used.stream().mapToLong(Used::micros).min().orElseThrow();
      System.out.printf(
          "  %-10s %4.0f ms of processor time, %4.0f more than nothing (means);"
              + " %6.1f ms from main to the answer (fastest)%n",
          first, mean(used), mean(used) - nothing, fastest / 1000.0);
    }
  }

  private record Used(long millis, long micros) {}

  private static double mean(List<Used> used) {
    return used.stream().mapToLong(Used::millis).average().orElseThrow();
  }

  private static Used forked(First first) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Start.class.getName(),
                first.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("A forked process failed");
    }
    String[] numbers = said.split(" ");
    return new Used(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
  }
}

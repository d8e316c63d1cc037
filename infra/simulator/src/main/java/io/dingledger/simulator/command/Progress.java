package io.dingledger.simulator.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Says on the error stream how far it is; results, which are the same each time, go to the other
 * one.
 */
final class Progress {
  private static final Duration SELDOM = Duration.ofSeconds(10);

  private final PrintStream err;
  private final long all;
  private final int workers;
  private final long began = System.nanoTime();
  private long toldAt = began;

  Progress(PrintStream err, long all, int workers) {
    this.err = err;
    this.all = all;
    this.workers = workers;
  }

  /** Says so from time to time. */
  synchronized void done(long seeds) {
    long now = System.nanoTime();
    if (now - toldAt >= SELDOM.toNanos()) {
      toldAt = now;
      err.println(line(seeds));
    }
  }

  /** Says what it was in the end. */
  synchronized void over(long seeds) {
    if (all > 1) {
      err.println(line(seeds));
    }
  }

  private String line(long seeds) {
    double seconds = Math.max(1e-3, (System.nanoTime() - began) / 1e9);
    double rate = seeds / seconds;
    int cores = Math.min(workers, Runtime.getRuntime().availableProcessors());
    String left =
        seeds >= all || rate <= 0
            ? ""
            : ", 约剩 / about %s left".formatted(words(Math.round((all - seeds) / rate)));
    return String.format(
        Locale.ROOT,
        "%,d / %,d 个种子 / seeds, %.1f/s, 每核 / per core %.1f/s, 用时 / in %s%s",
        seeds,
        all,
        rate,
        rate / cores,
        words(Math.round(seconds)),
        left);
  }

  private static String words(long seconds) {
    return seconds < 120
        ? seconds + " s"
        : seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }
}

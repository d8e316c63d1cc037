package io.dingledger.local.report;

import io.dingledger.model.progress.DocumentState;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what is going on, in short lines with the seconds since the start. */
public final class Progress {
  private final PrintStream out;
  private final Clock clock;
  private final Instant begin;
  private String lastCounts = "";

  /** Prints to a stream. */
  public Progress(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
    this.begin = clock.instant();
  }

  /** One step, in Chinese and English. */
  public synchronized void step(String chinese, String english) {
    Duration passed = Duration.between(begin, clock.instant());
    out.printf(
        "%4d.%d s  %s · %s%n", passed.toSeconds(), passed.toMillisPart() / 100, chinese, english);
  }

  /** How many documents stand in each state; says nothing when nothing has changed. */
  public synchronized void counts(Map<DocumentState, Integer> counts) {
    String text =
        counts.isEmpty()
            ? ""
            : new EnumMap<>(counts)
                .entrySet().stream()
                    .filter(each -> each.getValue() > 0)
                    .map(each -> each.getKey() + " " + each.getValue())
                    .collect(Collectors.joining(", "));
    if (!text.isEmpty() && !text.equals(lastCounts)) {
      lastCounts = text;
      step("进度", text);
    }
  }
}

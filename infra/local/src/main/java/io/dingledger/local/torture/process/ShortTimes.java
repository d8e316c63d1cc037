package io.dingledger.local.torture.process;

import io.dingledger.platform.settings.Span;
import io.dingledger.platform.settings.Times;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Times so short that a torture of some minutes sees many leases run out. They keep all the rules
 * that the usual ones keep; each span still is longer than what it must outlast.
 */
public final class ShortTimes {
  private ShortTimes() {}

  /** The times. */
  public static Times times() {
    Map<Span, Duration> spans = new EnumMap<>(Span.class);
    translate(spans);
    post(spans);
    retry(spans);
    set(spans, Span.PATROL_NUMBERS, 5);
    set(spans, Span.PATROL_ROUND, 30);
    set(spans, Span.PATROL_TIMEOUT, 42);
    set(spans, Span.PATROL_VISIBILITY, 45);
    set(spans, Span.PATROL_EVERY, 15);
    return Times.of(spans);
  }

  private static void translate(Map<Span, Duration> spans) {
    set(spans, Span.DINGTALK_CALL, 5);
    set(spans, Span.DINGTALK_TOKEN_LOCK, 6);
    set(spans, Span.TRANSLATE_TIMEOUT, 15);
    set(spans, Span.TRANSLATE_LEASE, 17);
    set(spans, Span.EVENTS_VISIBILITY, 19);
    set(spans, Span.TRANSLATE_WATCH, 20);
  }

  /** The ledger's connection states a read time-out of two seconds: twelve for a whole send. */
  private static void post(Map<Span, Duration> spans) {
    set(spans, Span.LEDGER_LONGEST_SEND, 13);
    set(spans, Span.LEDGER_QUESTION, 4);
    set(spans, Span.LEDGER_LONGEST_SETTLING, 60);
    set(spans, Span.POST_TIMEOUT, 18);
    set(spans, Span.POST_LEASE, 20);
    set(spans, Span.VOUCHERS_VISIBILITY, 22);
    set(spans, Span.POST_WATCH, 20);
    set(spans, Span.GATE_PLACE, 23);
    set(spans, Span.GATE_FIRST_PROBE, 3);
    set(spans, Span.GATE_LONGEST_PROBE, 10);
    set(spans, Span.GATE_SCOUTING, 10);
    set(spans, Span.GATE_UNCALLED, 20);
  }

  private static void retry(Map<Span, Duration> spans) {
    set(spans, Span.RETRY_TIMEOUT, 6);
    set(spans, Span.FAILURES_VISIBILITY, 8);
    set(spans, Span.RETRY_WATCH, 25);
    set(spans, Span.SWEEP_EVERY, 5);
    set(spans, Span.RETRY_LONGEST_DELAY, 20);
    set(spans, Span.RETRY_DOUBT_DELAY, 15);
    set(spans, Span.RETRY_PROBE, 30);
    set(spans, Span.RETRY_PERIOD_PROBE, 60);
    set(spans, Span.RETRY_LOOK, 10);
  }

  private static void set(Map<Span, Duration> spans, Span span, int seconds) {
    spans.put(span, Duration.ofSeconds(seconds));
  }
}

package io.dingledger.retry;

import io.dingledger.model.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The decision table of {@code docs/retry-policy.md}: what is done about each kind of failure, from
 * the failure, the number of tries that failed so and the time alone.
 *
 * <p>Delays grow by two from a base up to a cap and are then drawn evenly between nothing and that
 * (full jitter), but are never shorter than the outside system asked for.
 */
public final class RetryPolicy {
  /** DingTalk counts its monthly quota in this zone. */
  private static final ZoneId QUOTA_ZONE = ZoneId.of("Asia/Shanghai");

  /** No stated wait is kept for longer: a slip of the other side must not stop a document. */
  private static final Duration LONGEST_STATED = Duration.ofHours(24);

  /** DingTalk's detail follows its event within 5 to 30 seconds. */
  private static final Duration LAG_CAP = Duration.ofSeconds(30);

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Duration LATER = Duration.ofMinutes(30);

  private static final List<Duration> DELIVERY_WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** So many waits of {@link #SOON} make an hour. */
  private static final int SOON_TRIES = 30;

  private final RandomGenerator random;
  private final RetryTimes times;

  /** The policy with its usual waits. */
  public RetryPolicy(RandomGenerator random) {
    this(random, RetryTimes.USUAL);
  }

  /** The policy with the waits of this installation. */
  public RetryPolicy(RandomGenerator random, RetryTimes times) {
    this.random = random;
    this.times = times;
  }

  /**
   * What to do now.
   *
   * @param failure the last failure
   * @param inARow how many of the latest tries failed in this way; none counts as one, for what
   *     others found broken is as good as a try of one's own
   * @param now the time
   */
  public Decision decide(Failure failure, int inARow, Instant now) {
    int attempts = Math.max(1, inARow);
    return switch (failure.kind()) {
      case TRANSIENT -> patiently(failure, attempts, 10, Duration.ofSeconds(2), now);
      case TOKEN -> patiently(failure, attempts, 6, Duration.ofSeconds(2), now);
      case THROTTLE -> patiently(failure, attempts, 15, Duration.ofSeconds(1), now);
      case AMBIGUOUS ->
          untilTired(failure, attempts, 15, Duration.ofSeconds(2), times.doubtDelay());
      case UNDELIVERED -> onSchedule(failure, attempts);
      case NOT_READY -> untilTired(failure, attempts, 40, Duration.ofSeconds(5), LAG_CAP);
      case LOCKED -> untilTired(failure, attempts, 12, Duration.ofSeconds(5), times.longestDelay());
      case THROTTLE_LONG -> parked(failure, Duration.ofMinutes(5), now);
      case TICKET -> parked(failure, Duration.ofMinutes(30), now);
      case PREDECESSOR -> parked(failure, predecessor(attempts), now);
      case CONFIG -> parked(failure, times.probe(), now);
      case PERIOD_CLOSED -> parked(failure, times.periodProbe(), now);
      case QUOTA -> parkedUntil(failure, nextMonth(now));
      case POISON -> untilTired(failure, attempts, 3, Duration.ofMinutes(5), times.longestDelay());
      case DATA -> new Decision.Hold();
    };
  }

  /** Tries quickly a few times, then parks the connection and probes it every hour, for ever. */
  private Decision patiently(
      Failure failure, int attempts, int quickTries, Duration base, Instant now) {
    return attempts <= quickTries
        ? new Decision.Again(delay(failure, attempts, base, times.longestDelay()))
        : parked(failure, times.probe(), now);
  }

  /** Tries a number of times, then leaves it to a person. */
  private Decision untilTired(
      Failure failure, int attempts, int tries, Duration base, Duration cap) {
    return attempts <= tries
        ? new Decision.Again(delay(failure, attempts, base, cap))
        : new Decision.GiveUp();
  }

  /** A receiver that is away for a day or two still gets it (Standard Webhooks' schedule). */
  private Decision onSchedule(Failure failure, int attempts) {
    if (attempts > DELIVERY_WAITS.size()) {
      return new Decision.GiveUp();
    }
    Duration wait = DELIVERY_WAITS.get(attempts - 1);
    Duration drawn = wait.plusMillis(random.nextLong(wait.toMillis() / 10 + 1));
    return new Decision.Again(longer(drawn, stated(failure)));
  }

  /** An earlier voucher is usually known within minutes; one that isn't waits for a person. */
  private static Duration predecessor(int attempts) {
    return attempts <= SOON_TRIES ? SOON : LATER;
  }

  private static Decision parked(Failure failure, Duration atLeast, Instant now) {
    Duration wait = longer(atLeast, stated(failure));
    return parkedUntil(failure, now.plus(wait));
  }

  private static Decision parkedUntil(Failure failure, Instant until) {
    return new Decision.Park(WaitsFor.after(failure), failure.system(), until);
  }

  private static Instant nextMonth(Instant now) {
    return YearMonth.from(now.atZone(QUOTA_ZONE))
        .plusMonths(1)
        .atDay(1)
        .atTime(0, 10)
        .atZone(QUOTA_ZONE)
        .toInstant();
  }

  private Duration delay(Failure failure, int attempts, Duration base, Duration cap) {
    Duration ceiling = shorter(cap, base.multipliedBy(1L << Math.min(attempts - 1, 20)));
    Duration drawn = Duration.ofMillis(random.nextLong(ceiling.toMillis() + 1));
    return longer(drawn, stated(failure));
  }

  private static Duration stated(Failure failure) {
    return shorter(failure.retryAfter().orElse(Duration.ZERO), LONGEST_STATED);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}

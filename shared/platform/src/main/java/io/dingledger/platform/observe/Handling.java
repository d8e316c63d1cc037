package io.dingledger.platform.observe;

import io.dingledger.platform.Stumble;
import io.dingledger.platform.metrics.Metrics;
import io.dingledger.platform.trace.Segments;
import io.dingledger.platform.trace.Tracer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Wraps the handling of each message: its log lines carry whose they are, its trace gets a segment,
 * and one line says how it ended. A step has one, whatever it runs in.
 */
public final class Handling {
  private static final System.Logger LOG = System.getLogger(Handling.class.getName());

  private final String step;
  private final LogFields fields;
  private final Tracer tracer;
  private final Metrics metrics;
  private final InstantSource clock;

  /**
   * A step's.
   *
   * @param step its name
   * @param fields where the fields of log lines go
   * @param tracer records its part of traces
   */
  public Handling(
      String step, LogFields fields, Tracer tracer, Metrics metrics, InstantSource clock) {
    this.step = step;
    this.fields = fields;
    this.tracer = tracer;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** A function's, as Lambda has set its process up. */
  public static Handling ofProcess(
      String step, LogFields fields, Metrics metrics, InstantSource clock, RandomGenerator random) {
    return new Handling(step, fields, Tracer.ofProcess(step, clock, random), metrics, clock);
  }

  /** One that nobody sees anything of but the log, for tests and simulation. */
  public static Handling unseen(String step, InstantSource clock) {
    RandomGenerator never = () -> 0;
    return new Handling(
        step,
        LogFields.NONE,
        new Tracer(step, Segments.NONE, () -> "", clock, never),
        Metrics.NONE,
        clock);
  }

  /** What the handler measures with. */
  public Metrics metrics() {
    return metrics;
  }

  /** What has passed since. */
  public Duration since(Instant began) {
    return Duration.between(began, clock.instant());
  }

  /** Now. */
  public Instant now() {
    return clock.instant();
  }

  /**
   * Handles one message. What the deed throws is logged, without its words, and thrown on: the
   * message is then delivered again.
   *
   * @throws X what the deed throws
   */
  public <X extends Exception> void of(Delivery delivery, Deed<X> deed) throws X {
    SafeRecords.messagesCome();
    Instant began = clock.instant();
    tracer.begin(delivery.trace());
    Busy busy = Busy.begin(step, delivery, fields, metrics);
    boolean failed = true;
    try {
      deed.with(busy);
      failed = busy.isFailed();
    } catch (Exception | Error stumble) {
      LOG.log(
          System.Logger.Level.ERROR,
          "message " + delivery.message() + " failed: " + Stumble.places(stumble));
      throw stumble;
    } finally {
      ended(busy, began, failed);
    }
  }

  private void ended(Busy busy, Instant began, boolean failed) {
    String outcome = failed && busy.outcome().isEmpty() ? "FAILED" : busy.outcome();
    LOG.log(
        System.Logger.Level.INFO,
        "handled in " + since(began).toMillis() + " ms: " + (outcome.isEmpty() ? "DONE" : outcome));
    tracer.end(failed, busy.annotations());
    busy.end();
  }

  /**
   * What is done with a message.
   *
   * @param <X> what it may throw
   */
  @FunctionalInterface
  public interface Deed<X extends Exception> {
    /** Does it; says whose message it is as soon as that is known. */
    void with(Busy busy) throws X;
  }
}

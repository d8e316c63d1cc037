package io.dingledger.platform.trace;

import io.dingledger.model.access.CallWatch;
import io.dingledger.model.failure.FailureKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The trace in which this thread stands. Handlers put it there; queues hand it on with each
 * message, and a document that is stored for the first time keeps it, so that it goes on when a
 * sweep finds the document much later.
 *
 * <p>Without a header from outside there is no trace and nothing here does anything.
 */
public final class Trace {
  /** The attribute of SQS with which a header travels; it overrides that of the request. */
  public static final String ATTRIBUTE = "AWSTraceHeader";

  private static final ThreadLocal<Optional<Standing>> NOW =
      ThreadLocal.withInitial(Optional::empty);

  private static final CallWatch CALLS =
      new CallWatch() {
        @Override
        public <T> T watched(
            String system,
            String call,
            Supplier<T> doing,
            Function<T, Optional<FailureKind>> failure) {
          return calling(system, call, doing, failure);
        }
      };

  private Trace() {}

  /**
   * Where a thread stands.
   *
   * @param tracer makes segments
   * @param given where what is done now was told to stand
   * @param segment what is being recorded; empty when nothing is
   * @param isOfMany whether this is about many documents, each of which has its own trace
   * @param continues the older trace that this one takes up, which X-Ray takes no more of
   */
  record Standing(
      Tracer tracer,
      TraceHeader given,
      Optional<Segment> segment,
      boolean isOfMany,
      Optional<String> continues) {
    TraceHeader header() {
      return segment.map(Segment::header).orElse(given);
    }
  }

  static Optional<Standing> standing() {
    return NOW.get();
  }

  static void standAt(Optional<Standing> place) {
    NOW.set(place);
  }

  /** What happens from now on in this message is about many documents. */
  public static void isOfMany() {
    NOW.set(
        NOW.get()
            .map(
                now ->
                    new Standing(now.tracer(), now.given(), now.segment(), true, now.continues())));
  }

  /** The trace, for logs; empty when there is none. */
  public static String root() {
    return NOW.get().map(now -> now.given().root()).orElse("");
  }

  /**
   * The header for a message that is sent now. Of work about many documents each message begins a
   * trace of its own.
   */
  public static Optional<TraceHeader> forMessage() {
    return NOW.get()
        .map(now -> now.isOfMany() ? now.tracer().begun(now.given().sampled()) : now.header());
  }

  /** What a document that is stored for the first time keeps of its trace; may be empty. */
  public static String forDocument() {
    return NOW.get().filter(now -> !now.isOfMany()).map(now -> now.header().packed()).orElse("");
  }

  /**
   * Hands a document on in its own trace, whatever trace this thread is in. A document whose trace
   * is not recorded stays so; one whose trace is too old for X-Ray begins another one, which names
   * it.
   *
   * @param kept what its record kept
   * @param about who it is, as in logs
   */
  public static void ofDocument(String kept, Map<String, String> about, Runnable deed) {
    Optional<Standing> before = NOW.get();
    if (before.isEmpty()) {
      deed.run();
      return;
    }
    try {
      NOW.set(before.map(now -> now.tracer().handedOn(kept, about)));
      deed.run();
    } finally {
      NOW.set(before);
    }
  }

  /** Watches calls for the trace of the thread that makes them. */
  public static CallWatch calls() {
    return CALLS;
  }

  private static <T> T calling(
      String system, String call, Supplier<T> doing, Function<T, Optional<FailureKind>> failure) {
    Optional<Standing> now = NOW.get().filter(place -> place.segment().isPresent());
    if (now.isEmpty()) {
      return doing.get();
    }
    Instant began = now.get().tracer().instant();
    Optional<FailureKind> ended = Optional.of(FailureKind.POISON);
    try {
      T outcome = doing.get();
      ended = failure.apply(outcome);
      return outcome;
    } finally {
      Tracer tracer = now.get().tracer();
      Segment.Call made = new Segment.Call(system, call, began, tracer.instant(), ended);
      now.get().segment().get().called(tracer.id(), made);
    }
  }
}

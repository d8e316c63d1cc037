package io.dingledger.platform.trace;

import io.dingledger.platform.trace.Trace.Standing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Records the traces of one step. Whether a trace is recorded was decided where it began; what is
 * not, only travels on.
 */
public final class Tracer {
  /** What Lambda calls the header of an invocation, as a property and in the environment. */
  private static final String PROPERTY = "com.amazonaws.xray.traceHeader";

  private static final String VARIABLE = "_X_AMZN_TRACE_ID";

  private final String step;
  private final Segments segments;
  private final Supplier<String> invocation;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * A tracer.
   *
   * @param step the step's name
   * @param segments takes what is recorded
   * @param invocation the header of the invocation, empty when there is none
   * @param random draws identifiers
   */
  public Tracer(
      String step,
      Segments segments,
      Supplier<String> invocation,
      InstantSource clock,
      RandomGenerator random) {
    this.step = step;
    this.segments = segments;
    this.invocation = invocation;
    this.clock = clock;
    this.random = random;
  }

  /** As Lambda has set this process up; without a daemon nothing is recorded. */
  public static Tracer ofProcess(String step, InstantSource clock, RandomGenerator random) {
    String daemon = Optional.ofNullable(System.getenv(Segments.DAEMON)).orElse("");
    return new Tracer(step, Segments.toDaemon(daemon), Tracer::ofInvocation, clock, random);
  }

  private static String ofInvocation() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
        .orElse("");
  }

  /**
   * A message's part begins in this thread.
   *
   * @param message the message's own header, empty when it has none
   */
  public void begin(String message) {
    Trace.standAt(
        TraceHeader.parse(message)
            .or(() -> TraceHeader.parse(invocation.get()))
            .map(given -> at(given, Optional.empty())));
  }

  /** And ends; what is recorded of it leaves. */
  public void end(boolean failed, Map<String, String> annotations) {
    Optional<Standing> now = Trace.standing();
    Trace.standAt(Optional.empty());
    now.flatMap(Standing::segment)
        .ifPresent(
            segment -> {
              Map<String, String> notes = new HashMap<>(annotations);
              now.flatMap(Standing::continues).ifPresent(old -> notes.put("continues", old));
              segments.take(segment.ended(clock.instant(), failed, notes));
            });
  }

  /** A trace of its own for a message about one of many, with this step at its beginning. */
  TraceHeader begun(boolean sampled) {
    TraceHeader header = TraceHeader.begun(random, clock.instant(), sampled);
    return sampled ? passed(header, Map.of()) : header;
  }

  /** Where a document stands that is handed on. */
  Standing handedOn(String kept, Map<String, String> about) {
    Optional<TraceHeader> known = TraceHeader.ofPacked(kept);
    if (known.isEmpty()) {
      TraceHeader unrecorded = TraceHeader.begun(random, clock.instant(), false);
      return new Standing(this, unrecorded, Optional.empty(), false, Optional.empty());
    }
    Map<String, String> notes = new HashMap<>(about);
    TraceHeader header = known.get();
    if (header.isOver(clock.instant())) {
      notes.put("continues", header.root());
      header = TraceHeader.begun(random, clock.instant(), true);
    }
    return new Standing(this, passed(header, notes), Optional.empty(), false, Optional.empty());
  }

  /** A trace that came with an old message goes on in another one. */
  private Standing at(TraceHeader given, Optional<String> continues) {
    Instant now = clock.instant();
    if (given.isOver(now)) {
      return at(TraceHeader.begun(random, now, given.sampled()), Optional.of(given.root()));
    }
    Optional<Segment> segment =
        given.sampled()
            ? Optional.of(new Segment("dingledger-" + step, given, id(), now))
            : Optional.empty();
    return new Standing(this, given, segment, false, continues);
  }

  /** This step's short part of another trace than that in which it works. */
  private TraceHeader passed(TraceHeader header, Map<String, String> notes) {
    Instant now = clock.instant();
    Segment segment = new Segment("dingledger-" + step, header, id(), now);
    segments.take(segment.ended(now, false, notes));
    return segment.header();
  }

  Instant instant() {
    return clock.instant();
  }

  /** A segment's identifier. */
  String id() {
    byte[] drawn = new byte[8];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }
}

package io.dingledger.simulator.world;

import io.dingledger.simulator.kernel.Chance;
import io.dingledger.simulator.kernel.Fibers;
import io.dingledger.simulator.kernel.LocalClock;
import io.dingledger.simulator.kernel.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where calls to ports go through: others may run, the caller may die, and what can go wrong at a
 * call is drawn. Outside a worker nothing goes wrong: that is the simulator's own hand.
 *
 * <p>The name of a call is what is called and what about; the step that calls is put before it, and
 * both together are a crash point.
 */
public final class Troubles {
  private static final Duration LONGEST_SLOW_CALL = Duration.ofSeconds(20);
  private static final Duration LONGEST_STUCK_CALL = Duration.ofMinutes(8);
  private static final Duration LONGEST_CALL = Duration.ofMillis(80);
  private static final double MORE = 10;
  private static final double MORE_AT_FIRST = 5;
  private static final int FIRST_VISITS = 2;
  private static final int NEVER = Integer.MAX_VALUE;
  private static final double MOST = 0.3;

  /** Where pushes come in: what fails there is told to DingTalk. */
  private static final String DOOR = "intake";

  private static final List<Duration> CLOCK_JUMPS =
      List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofDays(1), Duration.ofDays(-1));

  private final Chance chance;
  private final Fibers fibers;
  private final SimulatedClock clock;
  private final Coverage coverage;
  private final Mood mood;
  private final Map<String, Map<String, String>> points = new HashMap<>();

  /** How often each call was made so far. */
  private final Map<String, Integer> visits = new HashMap<>();

  /** What goes wrong each time until then. */
  private final Map<Fault, Instant> always = new EnumMap<>(Fault.class);

  /** Workers on whose messages others work at the same time. */
  private final Set<Long> doubled = new HashSet<>();

  private Set<Fault> active;
  private Consumer<Chance.Struck> watcher = struck -> {};

  private Instant tableAwayAt = Instant.MIN;

  /** Troubles of a run, of these kinds only. */
  Troubles(
      Chance chance,
      Fibers fibers,
      SimulatedClock clock,
      Coverage coverage,
      Mood mood,
      Set<Fault> active) {
    this.chance = chance;
    this.fibers = fibers;
    this.clock = clock;
    this.coverage = coverage;
    this.mood = mood;
    this.active = active.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(active);
  }

  /** Somebody wants to hear of everything that goes wrong. */
  void watchedBy(Consumer<Chance.Struck> heard) {
    watcher = heard;
  }

  /** From now on nothing goes wrong, so that everything can come to its end. */
  public void cease() {
    active = EnumSet.noneOf(Fault.class);
  }

  /** Whether this goes wrong at this call. */
  public boolean strike(Fault fault, String where) {
    if (!active.contains(fault)) {
      return false;
    }
    String point = point(where);
    boolean strikes = chance.strikes(fault.name(), point, often(fault, point));
    if (strikes) {
      if (fault == Fault.TABLE_UNREACHABLE && isAway(fault)) {
        tableAwayAt = clock.steady();
      }
      coverage.struck(fault, point);
      watcher.accept(chance.latest());
    }
    return strikes;
  }

  private double often(Fault fault, String point) {
    double usual = mood.often(fault, point) * seldom(fault, point);
    return switch (fault) {
      case TABLE_UNREACHABLE, QUEUE_UNREACHABLE, KEYS_UNREACHABLE -> {
        if (isAway(fault)) {
          yield 1;
        }
        boolean isAtDoor = fault == Fault.QUEUE_UNREACHABLE && fibers.name().equals(DOOR);
        yield isAtDoor ? usual * MORE : usual;
      }
      case SLOW_CALL, STUCK_CALL, SLOW_ANSWER ->
          doubled.contains(fibers.number()) ? Math.min(MOST, usual * MORE) : usual;
      default -> usual;
    };
  }

  /**
   * Calls that a run makes once or twice would otherwise hardly ever meet what goes wrong seldom,
   * and those made thousands of times meet it all the time.
   */
  private double seldom(Fault fault, String point) {
    if (visits.getOrDefault(point, NEVER) > FIRST_VISITS) {
      return 1;
    }
    return switch (fault) {
      case ONE_CLOCK_JUMPS -> MORE;
      case DEATH_BEFORE,
          DEATH_AFTER,
          DEATH_WHILE,
          STUCK_CALL,
          TABLE_UNREACHABLE,
          TABLE_ANSWER_LOST,
          TABLE_ANSWERS_LATE,
          TABLE_CONTENDED,
          QUEUE_UNREACHABLE,
          QUEUE_ANSWER_LOST ->
          MORE_AT_FIRST;
      default -> 1;
    };
  }

  /** Until then each such call fails. */
  void awayUntil(Fault fault, Instant end) {
    always.put(fault, end);
  }

  /** When a call last found that the whole table was away, by the clock that never jumps. */
  Instant tableAwayAt() {
    return tableAwayAt;
  }

  private boolean isAway(Fault fault) {
    Instant end = always.get(fault);
    return end != null && clock.instant().isBefore(end);
  }

  /** Another worker gets the same messages as the one that runs now, so both had better be slow. */
  void doubled() {
    doubled.add(fibers.number());
  }

  /** Before a call has its effect; what can go wrong there at all is what {@code calls} says. */
  public void before(Call call, String where) {
    if (!fibers.isInside()) {
      return;
    }
    String point = point(where);
    coverage.reached(call, point);
    visits.merge(point, 1, Integer::sum);
    wrongClock(where);
    fibers.point(where, pause(call, where));
    if (strike(Fault.DEATH_BEFORE, where)) {
      fibers.die(point(where) + " before");
    }
  }

  /** After a call had its effect, and before its caller knows. */
  public void after(String where) {
    if (!fibers.isInside()) {
      return;
    }
    if (strike(Fault.DEATH_AFTER, where)) {
      fibers.die(point(where) + " after");
    }
    fibers.point(where, Duration.ZERO);
  }

  /**
   * Whether the caller dies while its request is on the way: what it asked for happens later, after
   * this span, when others have gone on perhaps.
   */
  public boolean diesWhile(String where) {
    return fibers.isInside() && strike(Fault.DEATH_WHILE, where);
  }

  /** What is done later, and is still of the worker that runs now. */
  public Runnable asNow(Runnable what) {
    long worker = fibers.number();
    return () -> fibers.as(worker, what);
  }

  /** The caller dies here. */
  public void die(String where) {
    fibers.die(point(where) + " while");
  }

  /** Whether a worker calls, rather than the simulator's own hand. */
  public boolean isInside() {
    return fibers.isInside();
  }

  /** A call that takes this long, whatever else happens meanwhile. */
  public void wait(String where, Duration span) {
    if (fibers.isInside()) {
      fibers.point(where + " waiting", span);
    }
  }

  /** A span up to the longest, and close to it where the ledger does its worst. */
  public Duration late(String label, Duration longest) {
    return mood.isTreacherous()
        ? longest.minus(upTo(label, longest.dividedBy(7)))
        : upTo(label, longest);
  }

  /** A span up to the longest. */
  public Duration upTo(String label, Duration longest) {
    return chance.upTo(label, longest);
  }

  /** A number below a bound. */
  int below(String label, int bound) {
    return chance.below(label, bound);
  }

  /** The clock of the run. */
  public SimulatedClock clock() {
    return clock;
  }

  private Duration pause(Call call, String where) {
    if (call != Call.SEND && strike(Fault.STUCK_CALL, where)) {
      return chance.upTo("stuck", LONGEST_STUCK_CALL);
    }
    return chance.upTo("pause", strike(Fault.SLOW_CALL, where) ? LONGEST_SLOW_CALL : LONGEST_CALL);
  }

  /** One machine's clock goes wrong while it works, or is set right again. */
  private void wrongClock(String where) {
    if (!active.contains(Fault.ONE_CLOCK_JUMPS) || fibers.localClock().isEmpty()) {
      return;
    }
    if (strike(Fault.ONE_CLOCK_JUMPS, where)) {
      LocalClock own = fibers.localClock().get();
      own.set(own.off().plus(chance.oneOf("clock", CLOCK_JUMPS)));
    }
  }

  private String point(String where) {
    String step = fibers.isInside() ? fibers.name() : "world";
    return points
        .computeIfAbsent(step, key -> new HashMap<>())
        .computeIfAbsent(where, key -> step + " · " + key);
  }
}

package io.dingledger.simulator.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Workers that run one at a time. Each call to a port is a {@link #point}: there a worker may be
 * put aside while others run, or die. Which one runs next is drawn, so that the same seed gives the
 * same order; the operating system's scheduler has no say.
 */
public final class Fibers {
  private static final Instant NEVER = Instant.MAX;

  private final SimulatedClock clock;
  private final Chance chance;
  private final List<Fiber> alive = new ArrayList<>();
  private Optional<Fiber> running = Optional.empty();
  private Function<Instant, Boolean> quietUntil = time -> false;
  private long started;
  private long acting;

  /** None yet. */
  public Fibers(SimulatedClock clock, Chance chance) {
    this.clock = clock;
    this.chance = chance;
  }

  /** How a worker ended. */
  public sealed interface End {
    /** It came to its end. */
    record Done() implements End {}

    /** It died at this point. */
    record Died(String where) implements End {}

    /** It threw. */
    record Threw(Throwable thrown) implements End {}
  }

  /** Is told how a worker ended; runs in the scheduler, not in the worker. */
  public interface Ending {
    /** The worker ended. */
    void ended(End end);
  }

  private static final class Fiber {
    private final long number;
    private final String name;
    private final Optional<LocalClock> local;
    private final Instant deadline;
    private final Ending ending;
    private final Semaphore mayRun = new Semaphore(0);
    private final Semaphore hasStopped = new Semaphore(0);
    private Instant wakesAt;
    private boolean condemned;
    private Optional<End> end = Optional.empty();

    Fiber(
        long number,
        String name,
        Optional<LocalClock> local,
        Instant wakesAt,
        Instant deadline,
        Ending ending) {
      this.number = number;
      this.name = name;
      this.local = local;
      this.wakesAt = wakesAt;
      this.deadline = deadline;
      this.ending = ending;
    }
  }

  /**
   * Tells when nothing but workers moves, which saves most of the switching between them.
   *
   * @param until says whether nothing else in the world happens before this time or at it
   */
  public void whenQuiet(Function<Instant, Boolean> until) {
    this.quietUntil = until;
  }

  /**
   * Starts a worker; it runs when it is its turn.
   *
   * @param local the clock of the machine that it runs on, if that has one of its own
   * @param limit how long it may live, as a function's time-out: at its first point after that it
   *     is dead
   */
  public void start(
      String name, Optional<LocalClock> local, Duration limit, Runnable body, Ending ending) {
    Instant now = clock.instant();
    Fiber fiber = new Fiber(++started, name, local, now, now.plus(limit), ending);
    alive.add(fiber);
    Thread.ofVirtual().name(name).start(() -> live(fiber, body));
  }

  /** Starts a worker that has no clock of its own. */
  public void start(String name, Duration limit, Runnable body, Ending ending) {
    start(name, Optional.empty(), limit, body, ending);
  }

  private static void live(Fiber fiber, Runnable body) {
    fiber.mayRun.acquireUninterruptibly();
    End end;
    try {
      if (fiber.condemned) {
        throw new Death("before it began");
      }
      body.run();
      end = new End.Done();
    } catch (Death death) {
      end = new End.Died(death.getMessage());
    } catch (Throwable thrown) {
      end = new End.Threw(thrown);
    }
    fiber.end = Optional.of(end);
    fiber.hasStopped.release();
  }

  /** Whether a worker could run now. */
  public boolean isAnyReady() {
    Instant now = clock.instant();
    for (Fiber fiber : alive) {
      if (!fiber.wakesAt.isAfter(now)) {
        return true;
      }
    }
    return false;
  }

  /** When the next worker that was put aside can go on. */
  public Optional<Instant> nextWaking() {
    Instant first = NEVER;
    for (Fiber fiber : alive) {
      first = fiber.wakesAt.isBefore(first) ? fiber.wakesAt : first;
    }
    return alive.isEmpty() ? Optional.empty() : Optional.of(first);
  }

  /** How many workers live. */
  public int alive() {
    return alive.size();
  }

  /** Lets one worker run up to where it is put aside or ends; one must be ready. */
  public void runOne() {
    Instant now = clock.instant();
    List<Fiber> ready = new ArrayList<>(alive.size());
    for (Fiber fiber : alive) {
      if (!fiber.wakesAt.isAfter(now)) {
        ready.add(fiber);
      }
    }
    Fiber fiber = ready.size() == 1 ? ready.getFirst() : chance.oneOf("turn", ready);
    resume(fiber);
    if (fiber.end.isPresent()) {
      alive.remove(fiber);
      fiber.ending.ended(fiber.end.get());
    }
  }

  /** Everybody dies where they stand. */
  public void killAll() {
    while (!alive.isEmpty()) {
      Fiber fiber = alive.removeFirst();
      fiber.condemned = true;
      resume(fiber);
      fiber.ending.ended(fiber.end.orElseThrow());
    }
  }

  /**
   * A call to a port, seen from inside the worker: others may run before this returns.
   *
   * @param pause how long the call takes
   * @throws Death when the worker's time is over, or it was killed meanwhile
   */
  public void point(String where, Duration pause) {
    Fiber self = self();
    if (!self.condemned) {
      await(self, clock.instant().plus(pause));
    }
    if (self.condemned || !clock.instant().isBefore(self.deadline)) {
      self.condemned = true;
      throw new Death(where + " (out of time)");
    }
  }

  /** Until then, or until its time is over: nobody lives longer than that. */
  private void await(Fiber self, Instant wakesAt) {
    self.wakesAt = wakesAt.isAfter(self.deadline) ? self.deadline : wakesAt;
    if (isAlone(self, self.wakesAt)) {
      clock.advanceTo(self.wakesAt);
    } else {
      self.hasStopped.release();
      self.mayRun.acquireUninterruptibly();
    }
  }

  /** Whether the scheduler would choose this one and nothing else before. */
  private boolean isAlone(Fiber self, Instant until) {
    for (Fiber fiber : alive) {
      if (fiber != self && !fiber.wakesAt.isAfter(until)) {
        return false;
      }
    }
    return quietUntil.apply(until);
  }

  /** The running worker dies at this call. */
  public void die(String where) {
    self().condemned = true;
    throw new Death(where);
  }

  private Fiber self() {
    return running.orElseThrow(() -> new IllegalStateException("no worker runs"));
  }

  /** Whether a worker runs, rather than the scheduler. */
  public boolean isInside() {
    return running.isPresent();
  }

  /** The name of the running worker. */
  public String name() {
    return running.map(fiber -> fiber.name).orElse("scheduler");
  }

  /** The own clock of the machine that the running worker runs on. */
  public Optional<LocalClock> localClock() {
    return running.flatMap(fiber -> fiber.local);
  }

  /** Does something for a worker that does not run, and perhaps lives no more. */
  public void as(long number, Runnable what) {
    acting = number;
    try {
      what.run();
    } finally {
      acting = 0;
    }
  }

  /** The number of the running worker, from 1; 0 is the scheduler. */
  public long number() {
    return running.map(fiber -> fiber.number).orElse(acting);
  }

  private void resume(Fiber fiber) {
    running = Optional.of(fiber);
    fiber.mayRun.release();
    fiber.hasStopped.acquireUninterruptibly();
    running = Optional.empty();
  }
}

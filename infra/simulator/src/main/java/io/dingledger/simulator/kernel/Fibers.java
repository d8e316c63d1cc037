package io.dingledger.simulator.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Workers that run one at a time. Each call to a port is a {@link #point}: there a worker may be
 * put aside while others run, or die. Which one runs next is drawn, so that the same seed gives the
 * same order; the operating system's scheduler has no say.
 */
public final class Fibers {
  private final SimulatedClock clock;
  private final Chance chance;
  private final List<Fiber> alive = new ArrayList<>();
  private Optional<Fiber> running = Optional.empty();
  private long started;

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
    private final Instant deadline;
    private final Ending ending;
    private final Semaphore mayRun = new Semaphore(0);
    private final Semaphore hasStopped = new Semaphore(0);
    private Instant wakesAt;
    private boolean condemned;
    private Optional<End> end = Optional.empty();

    Fiber(long number, String name, Instant wakesAt, Instant deadline, Ending ending) {
      this.number = number;
      this.name = name;
      this.wakesAt = wakesAt;
      this.deadline = deadline;
      this.ending = ending;
    }
  }

  /**
   * Starts a worker; it runs when it is its turn.
   *
   * @param limit how long it may live, as a function's time-out: at its first point after that it
   *     is dead
   */
  public void start(String name, Duration limit, Runnable body, Ending ending) {
    Instant now = clock.instant();
    Fiber fiber = new Fiber(++started, name, now, now.plus(limit), ending);
    alive.add(fiber);
    Thread.ofVirtual().name(name).start(() -> live(fiber, body));
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
    return alive.stream().anyMatch(this::isReady);
  }

  /** When the next worker that was put aside can go on. */
  public Optional<Instant> nextWaking() {
    return alive.stream().map(fiber -> fiber.wakesAt).min(Instant::compareTo);
  }

  /** How many workers live. */
  public int alive() {
    return alive.size();
  }

  /** Lets one worker run up to where it is put aside or ends; one must be ready. */
  public void runOne() {
    List<Fiber> ready = alive.stream().filter(this::isReady).toList();
    Fiber fiber = ready.size() == 1 ? ready.getFirst() : chance.oneOf(ready);
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
    Fiber self = running.orElseThrow(() -> new IllegalStateException("no worker runs"));
    self.wakesAt = clock.instant().plus(pause);
    self.hasStopped.release();
    self.mayRun.acquireUninterruptibly();
    if (self.condemned || clock.instant().isAfter(self.deadline)) {
      throw new Death(where + " (out of time)");
    }
  }

  /** The running worker dies at this call. */
  public void die(String where) {
    throw new Death(where);
  }

  /** Whether a worker runs, rather than the scheduler. */
  public boolean isInside() {
    return running.isPresent();
  }

  /** The name of the running worker. */
  public String name() {
    return running.map(fiber -> fiber.name).orElse("scheduler");
  }

  /** The number of the running worker, from 1; 0 is the scheduler. */
  public long number() {
    return running.map(fiber -> fiber.number).orElse(0L);
  }

  private void resume(Fiber fiber) {
    running = Optional.of(fiber);
    fiber.mayRun.release();
    fiber.hasStopped.acquireUninterruptibly();
    running = Optional.empty();
  }

  private boolean isReady(Fiber fiber) {
    return !fiber.wakesAt.isAfter(clock.instant());
  }
}

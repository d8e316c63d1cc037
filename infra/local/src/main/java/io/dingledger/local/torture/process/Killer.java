package io.dingledger.local.torture.process;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Kills processes at random moments: whom and when a seed says. Every other kill of a worker that
 * the harness can watch is aimed: it happens at the next moment of the kind that was drawn, while
 * the process waits for an answer.
 */
public final class Killer implements AutoCloseable {
  /** One kill in so many takes all processes at once. */
  private static final int ALL_IN = 15;

  /** One kill in so many does not wait until those are up again that were killed before. */
  private static final int STARTING_IN = 6;

  private static final Duration LONGEST_AIM = Duration.ofSeconds(4);

  /** A moment that the harness sees from outside. */
  public enum Moment {
    /** A callback was sent and is not answered yet. */
    CALLBACK_ON_ITS_WAY(Role.INTAKE),
    /** The ledger is asked for a key and has not answered yet. */
    LEDGER_IS_ASKED(Role.POST),
    /** A voucher has reached the ledger, which has not booked it yet. */
    BEFORE_BOOKING(Role.POST),
    /** The ledger has booked a voucher and not answered yet. */
    AFTER_BOOKING(Role.POST),
    /** DingTalk is asked and has not answered yet. */
    DINGTALK_IS_ASKED(Role.TRANSLATE);

    private final Role victim;

    Moment(Role victim) {
      this.victim = victim;
    }
  }

  private final Troupe troupe;
  private final Set<Role> victims;
  private final Duration every;
  private final SplittableRandom random;
  private final AtomicReference<Moment> aim = new AtomicReference<>();
  private final Map<String, Integer> struck = new TreeMap<>();
  private final CountDownLatch ending = new CountDownLatch(1);
  private Thread thread = Thread.ofVirtual().unstarted(() -> {});

  /**
   * Kills nobody before {@link #start}.
   *
   * @param every the mean time between two kills
   */
  public Killer(Troupe troupe, Set<Role> victims, Duration every, long seed) {
    this.troupe = troupe;
    this.victims = EnumSet.copyOf(victims);
    this.every = every;
    this.random = new SplittableRandom(seed);
  }

  /** Begins. */
  public void start() {
    thread = Thread.ofPlatform().daemon().name("killer").start(this::killUntilEnd);
  }

  /**
   * Told by the stand-ins that a moment is now; does not return before the process is dead when
   * this is what is aimed at.
   */
  public void reached(Moment moment) {
    if (aim.compareAndSet(moment, null)) {
      troupe.killAndRestart(moment.victim);
      count(moment.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
  }

  /** How many kills there were of which kind. */
  public synchronized Map<String, Integer> struck() {
    return new TreeMap<>(struck);
  }

  /** Kills nobody any more. */
  @Override
  public void close() {
    ending.countDown();
    aim.set(null);
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void killUntilEnd() {
    while (!ended(Duration.ofMillis(random.nextLong(2 * every.toMillis() + 1)))) {
      // Without this a crowded machine would do nothing but start processes.
      if (random.nextInt(STARTING_IN) > 0) {
        troupe.allServe();
      }
      Role victim = drawn();
      Moment[] moments =
          Arrays.stream(Moment.values())
              .filter(moment -> moment.victim == victim)
              .toArray(Moment[]::new);
      if (victims.size() > 1 && random.nextInt(ALL_IN) == 0) {
        troupe.killAllAndRestart();
        count("all at once");
      } else if (moments.length > 0 && random.nextBoolean()) {
        aimAt(moments[random.nextInt(moments.length)]);
      } else {
        troupe.killAndRestart(victim);
        count("at random");
      }
    }
  }

  /** What does not come in time is killed all the same. */
  private void aimAt(Moment moment) {
    aim.set(moment);
    ended(LONGEST_AIM);
    if (aim.compareAndSet(moment, null) && ending.getCount() > 0) {
      troupe.killAndRestart(moment.victim);
      count("at random");
    }
  }

  private Role drawn() {
    Role[] roles = victims.toArray(Role[]::new);
    return roles[random.nextInt(roles.length)];
  }

  private synchronized void count(String how) {
    struck.merge(how, 1, Integer::sum);
  }

  private boolean ended(Duration patience) {
    try {
      return ending.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}

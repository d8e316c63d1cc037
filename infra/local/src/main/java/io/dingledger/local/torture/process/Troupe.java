package io.dingledger.local.torture.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * All processes of one system. Each can be killed at any time, also while it starts; it is started
 * again over the same data folder, at the same ports. A process that ends by itself is started
 * again as well, and counted.
 */
public final class Troupe implements AutoCloseable {
  private final Stage stage;
  private final String classPath;
  private final Path logs;
  private final Function<Role, Slip> slips;
  private final Map<Role, Actor> actors = new EnumMap<>(Role.class);
  private final Map<Role, ReentrantLock> locks = new EnumMap<>(Role.class);
  private final Map<Role, Integer> kills = new EnumMap<>(Role.class);
  private final List<String> diedAlone = new ArrayList<>();
  private volatile boolean ending;

  /**
   * Nothing is started yet.
   *
   * @param classPath of the processes
   * @param logs the folder for their logs
   * @param slips how the clock of the next process of a role goes wrong; the ground's is always
   *     right
   */
  public Troupe(Stage stage, String classPath, Path logs, Function<Role, Slip> slips) {
    this.stage = stage;
    this.classPath = classPath;
    this.logs = logs;
    this.slips = slips;
    for (Role role : Role.values()) {
      locks.put(role, new ReentrantLock());
      kills.put(role, 0);
    }
  }

  /**
   * Starts a process and waits until it serves.
   *
   * @throws IllegalStateException when it does not; its log tells why
   */
  public void start(Role role) {
    Actor actor = begin(role);
    if (!actor.awaitReady()) {
      throw new IllegalStateException(role + " did not start; see " + log(role));
    }
  }

  /** Starts several side by side; as {@link #start}. */
  public void startAll(Set<Role> roles) {
    roles.forEach(this::begin);
    for (Role role : roles) {
      if (!actor(role).awaitReady()) {
        throw new IllegalStateException(role + " did not start; see " + log(role));
      }
    }
  }

  /** Kills a process, if it runs, and starts it again; does not wait until it serves. */
  public void killAndRestart(Role role) {
    locked(
        role,
        () -> {
          kill(role);
          begin(role);
        });
  }

  /** Kills all at once, as when the power fails, and starts all again. */
  public void killAllAndRestart() {
    for (Role role : Role.values()) {
      locked(role, () -> kill(role));
    }
    for (Role role : Role.values()) {
      locked(role, () -> begin(role));
    }
  }

  /** Waits until all serve. */
  public boolean allServe() {
    boolean all = true;
    for (Role role : Role.values()) {
      Actor actor = actor(role);
      all &= actor != null && actor.awaitReady();
    }
    return all;
  }

  /** How often each was killed. */
  public synchronized Map<Role, Integer> kills() {
    return new EnumMap<>(kills);
  }

  /** The processes that ended although nobody had killed them, with their exit codes. */
  public synchronized List<String> diedAlone() {
    return List.copyOf(diedAlone);
  }

  /** The log of a role. */
  public Path log(Role role) {
    return logs.resolve(role.logName());
  }

  /** Kills all; these kills are not counted. */
  @Override
  public void close() {
    ending = true;
    for (Role role : Role.values()) {
      locked(
          role,
          () -> {
            Actor actor = actor(role);
            if (actor != null) {
              actor.kill();
            }
          });
    }
  }

  private Actor begin(Role role) {
    Slip slip = role == Role.GROUND ? Slip.NONE : slips.apply(role);
    Actor actor = Actor.start(role, stage, slip, classPath, log(role));
    synchronized (this) {
      actors.put(role, actor);
    }
    actor.onExit().thenAcceptAsync(gone -> ended(actor), Thread::startVirtualThread);
    return actor;
  }

  private void kill(Role role) {
    Actor actor = actor(role);
    if (actor != null) {
      actor.kill();
      synchronized (this) {
        kills.merge(role, 1, Integer::sum);
      }
    }
  }

  private void ended(Actor actor) {
    locked(
        actor.role(),
        () -> {
          if (!ending && actor.diedAlone() && actor(actor.role()) == actor) {
            synchronized (this) {
              diedAlone.add(actor.role() + " exit " + actor.exitCode());
            }
            begin(actor.role());
          }
        });
  }

  private synchronized Actor actor(Role role) {
    return actors.get(role);
  }

  private void locked(Role role, Runnable action) {
    ReentrantLock lock = locks.get(role);
    lock.lock();
    try {
      if (!ending || actor(role) != null) {
        action.run();
      }
    } finally {
      lock.unlock();
    }
  }
}

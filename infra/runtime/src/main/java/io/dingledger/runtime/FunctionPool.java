package io.dingledger.runtime;

import io.dingledger.embedded.template.FunctionDefinition;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * The processes of one function: a new one is started when all are busy, up to a number; whoever
 * comes then waits. One that is gone is replaced at the next event.
 */
public final class FunctionPool implements AutoCloseable {
  private final FunctionDefinition function;
  private final FunctionPackage zip;
  private final Surroundings surroundings;
  private final Path lambdaRuntime;
  private final Path log;
  private final Semaphore room;
  private final Deque<PackagedFunction> idle = new ArrayDeque<>();
  private final List<PackagedFunction> started = new ArrayList<>();

  /**
   * Nothing is started yet.
   *
   * @param most how many processes there may be at once
   */
  public FunctionPool(
      FunctionDefinition function,
      FunctionPackage zip,
      Surroundings surroundings,
      Path lambdaRuntime,
      Path log,
      int most) {
    this.function = function;
    this.zip = zip;
    this.surroundings = surroundings;
    this.lambdaRuntime = lambdaRuntime;
    this.log = log;
    this.room = new Semaphore(most);
  }

  /** Whose processes they are. */
  public FunctionDefinition function() {
    return function;
  }

  /** Starts a first process ahead of its first event. */
  public synchronized void begin() {
    if (started.isEmpty()) {
      idle.push(fresh());
    }
  }

  /**
   * Waits for the process that {@link #begin} started.
   *
   * @throws PackageUnusable when it does not start
   */
  public void awaitStart() {
    PackagedFunction first;
    synchronized (this) {
      first = started.getFirst();
    }
    first.awaitStart();
  }

  /** Hands over an event; waits for its outcome, and for a process if need be. */
  public Invocation invoke(String event) {
    room.acquireUninterruptibly();
    try {
      PackagedFunction process = free();
      Invocation outcome = process.invoke(event);
      giveBack(process);
      return outcome;
    } finally {
      room.release();
    }
  }

  /** How many processes were started so far. */
  public synchronized int started() {
    return started.size();
  }

  /** Ends all. */
  @Override
  public synchronized void close() {
    started.forEach(PackagedFunction::close);
    idle.clear();
  }

  private synchronized PackagedFunction free() {
    return idle.isEmpty() ? fresh() : idle.pop();
  }

  private PackagedFunction fresh() {
    PackagedFunction fresh =
        PackagedFunction.start(function, zip, surroundings, lambdaRuntime, log);
    started.add(fresh);
    return fresh;
  }

  private synchronized void giveBack(PackagedFunction process) {
    if (process.isAlive()) {
      idle.push(process);
    }
  }
}

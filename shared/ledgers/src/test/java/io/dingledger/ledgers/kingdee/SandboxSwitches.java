package io.dingledger.ledgers.kingdee;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Makes a {@link SandboxKingdee} misbehave. Faults for a key are looked at first, then those for
 * the next requests in the order in which they were set, then percentages. Safe for several
 * threads; a seed makes the percentages repeat.
 */
public final class SandboxSwitches {
  /** The requests that can be told apart. */
  public enum Operation {
    LOGIN,
    SAVE,
    QUERY,
    UPLOAD
  }

  /** What can go wrong. A name that ends in AFTER means that the request had its effect. */
  public enum Fault {
    /** HTTP 500 before anything is done. */
    SERVER_ERROR_BEFORE,
    /** HTTP 500 instead of the answer. */
    SERVER_ERROR_AFTER,
    /** No answer for the time of silence, then the connection ends; nothing is done. */
    SILENCE_BEFORE,
    /** The request is done, then as above: commit, then time-out. */
    SILENCE_AFTER,
    /** The connection ends at once; nothing is done. */
    DROP_BEFORE,
    /** The request is done, then the connection ends: commit, then reset. */
    DROP_AFTER,
    /** The answer ends in the middle. */
    CUT_BODY_AFTER,
    /** The answer is no valid JSON. */
    MALFORMED_AFTER,
    /** The answer is five megabytes of JSON. */
    HUGE_AFTER,
    /** HTTP 200 without a body. */
    EMPTY_AFTER,
    /** HTTP 429. */
    THROTTLE,
    /** HTTP 429 with {@code Retry-After: 7}. */
    THROTTLE_WITH_WAIT,
    /** All sessions are forgotten before the request is looked at. */
    SESSION_LOST,
    /** HTTP 200 with a log-in page; nothing is done. */
    PAGE,
    /** HTTP 200 with a database failure (MsgCode 6); nothing is done. */
    DATABASE_FAILURE,
    /** HTTP 200 with the refusal of an unbalanced voucher (MsgCode 11); nothing is done. */
    UNBALANCED,
    /** The right answer, late. */
    SLOW
  }

  private record Choice(Operation operation, Fault fault) {}

  private record ForKey(String key, Choice choice) {}

  private final Random random;
  private final Map<Operation, Deque<Fault>> next = new EnumMap<>(Operation.class);
  private final Map<Choice, Integer> percentages = new LinkedHashMap<>();
  private final Deque<ForKey> forKeys = new ArrayDeque<>();
  private final Set<YearMonth> closedPeriods = new HashSet<>();
  private Duration silence = Duration.ofMinutes(2);
  private Duration slowness = Duration.ofMillis(300);

  SandboxSwitches(long seed) {
    this.random = new Random(seed);
    for (Operation operation : Operation.values()) {
      next.put(operation, new ArrayDeque<>());
    }
  }

  /** The next requests of a kind fail so. */
  public synchronized void next(int requests, Operation operation, Fault fault) {
    for (int request = 0; request < requests; request++) {
      next.get(operation).add(fault);
    }
  }

  /** So many of a hundred requests of a kind fail so, chosen by the seeded random. 0 ends it. */
  public synchronized void percentage(int percent, Operation operation, Fault fault) {
    percentages.put(new Choice(operation, fault), percent);
  }

  /** The next request of a kind whose body holds this key fails so, once. */
  public synchronized void forKey(String key, Operation operation, Fault fault) {
    forKeys.add(new ForKey(key, new Choice(operation, fault)));
  }

  /** Ends all faults; closed periods stay closed. */
  public synchronized void calm() {
    next.values().forEach(Deque::clear);
    percentages.clear();
    forKeys.clear();
  }

  /** How long a silent request takes before its connection ends; two minutes at first. */
  public synchronized void silence(Duration duration) {
    silence = duration;
  }

  /** How late a slow answer comes; 300 milliseconds at first. */
  public synchronized void slowness(Duration duration) {
    slowness = duration;
  }

  /** Closes an accounting period. */
  public synchronized void close(YearMonth period) {
    closedPeriods.add(period);
  }

  /** Opens a closed period again. */
  public synchronized void reopen(YearMonth period) {
    closedPeriods.remove(period);
  }

  /** The periods that are closed. */
  public synchronized List<YearMonth> closedPeriods() {
    return closedPeriods.stream().sorted().toList();
  }

  synchronized boolean isClosed(YearMonth period) {
    return closedPeriods.contains(period);
  }

  synchronized Duration silence() {
    return silence;
  }

  synchronized Duration slowness() {
    return slowness;
  }

  synchronized Optional<Fault> take(Operation operation, String body) {
    for (Iterator<ForKey> each = forKeys.iterator(); each.hasNext(); ) {
      ForKey candidate = each.next();
      if (candidate.choice().operation() == operation && body.contains(candidate.key())) {
        each.remove();
        return Optional.of(candidate.choice().fault());
      }
    }
    Fault queued = next.get(operation).poll();
    return queued != null ? Optional.of(queued) : byChance(operation);
  }

  private Optional<Fault> byChance(Operation operation) {
    for (Map.Entry<Choice, Integer> each : percentages.entrySet()) {
      boolean meant = each.getKey().operation() == operation;
      if (meant && random.nextInt(100) < each.getValue()) {
        return Optional.of(each.getKey().fault());
      }
    }
    return Optional.empty();
  }
}

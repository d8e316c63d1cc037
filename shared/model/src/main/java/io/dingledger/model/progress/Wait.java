package io.dingledger.model.progress;

import io.dingledger.model.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What stands between a piece of work and its next try.
 *
 * @param attempts failed tries of all kinds so far
 * @param inARow how many of the latest tries failed in the same way as the last one; a new kind of
 *     trouble is given its own patience
 * @param dueAt when the sweep looks at it again
 * @param waitsFor the thing it is parked for, in words, for example {@code connection
 *     kingdee-cloud}
 * @param failure the last failure
 * @param turn its place in the line before the ledger, while it stands there
 */
public record Wait(
    int attempts,
    int inARow,
    Optional<Instant> dueAt,
    Optional<String> waitsFor,
    Optional<Failure> failure,
    Optional<Turn> turn) {
  private static final Duration SHORTLY = Duration.ofMinutes(1);

  /** Nothing is waited for. */
  public static final Wait NONE =
      new Wait(0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Fresh work that the sweep looks at when nobody has moved it until then. */
  public static Wait watchedUntil(Instant dueAt) {
    return NONE.until(dueAt);
  }

  /** One more failed try; looked at again at {@code dueAt}. */
  public Wait failed(Failure why, Instant dueAt) {
    boolean sameKind = failure.filter(last -> last.kind() == why.kind()).isPresent();
    return new Wait(
        attempts + 1,
        sameKind ? inARow + 1 : 1,
        Optional.of(dueAt),
        Optional.empty(),
        Optional.of(why),
        Optional.empty());
  }

  /** The next try is at another time; attempts, failure and place in the line stay. */
  public Wait until(Instant dueAt) {
    return new Wait(attempts, inARow, Optional.of(dueAt), Optional.empty(), failure, turn);
  }

  /**
   * A person has it tried anew: the next try is at another time, patience begins anew, and what
   * failed before decides nothing any more.
   */
  public Wait anew(Instant dueAt) {
    return new Wait(
        attempts, 0, Optional.of(dueAt), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * A try has begun that is over at {@code overAt} at the latest; it stands in no line any more.
   * When the sweep was to look at it shortly before anyway, it stays so, for another time would be
   * two more writes to an index; the sweep leaves alone what a worker still holds.
   */
  public Wait begun(Instant overAt) {
    Instant dueAt =
        this.dueAt
            .filter(due -> !due.isAfter(overAt) && !due.isBefore(overAt.minus(SHORTLY)))
            .orElse(overAt);
    return new Wait(
        attempts, inARow, Optional.of(dueAt), Optional.empty(), failure, Optional.empty());
  }

  /**
   * Stands in the line before the ledger; no try was lost.
   *
   * @param at the moment kept for it
   * @param dueAt when the sweep looks at it
   */
  public Wait inLine(Instant at, Instant dueAt) {
    Turn next = new Turn(at, turn.map(Turn::waits).orElse(0) + 1);
    return new Wait(
        attempts, inARow, Optional.of(dueAt), Optional.empty(), failure, Optional.of(next));
  }

  /** Parked for what others found broken; no try of its own was lost. */
  public Wait shutOut(Failure why, String forWhat, Instant dueAt) {
    boolean sameKind = failure.filter(last -> last.kind() == why.kind()).isPresent();
    return new Wait(
        attempts,
        sameKind ? inARow : 0,
        Optional.of(dueAt),
        Optional.of(forWhat),
        Optional.of(why),
        Optional.empty());
  }

  /** Parked for something named, looked at again at {@code dueAt}. */
  public Wait parked(String forWhat, Instant dueAt) {
    return new Wait(
        attempts, inARow, Optional.of(dueAt), Optional.of(forWhat), failure, Optional.empty());
  }

  /** Nothing more will be tried by machine; the attempts and the last failure stay visible. */
  public Wait ended() {
    return new Wait(
        attempts, inARow, Optional.empty(), Optional.empty(), failure, Optional.empty());
  }
}

package io.dingledger.model.progress;

import io.dingledger.model.failure.Failure;
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
 */
public record Wait(
    int attempts,
    int inARow,
    Optional<Instant> dueAt,
    Optional<String> waitsFor,
    Optional<Failure> failure) {
  /** Nothing is waited for. */
  public static final Wait NONE =
      new Wait(0, 0, Optional.empty(), Optional.empty(), Optional.empty());

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
        Optional.of(why));
  }

  /** The next try is at another time; attempts and failure stay. */
  public Wait until(Instant dueAt) {
    return new Wait(attempts, inARow, Optional.of(dueAt), Optional.empty(), failure);
  }

  /** Parked for something named, looked at again at {@code dueAt}. */
  public Wait parked(String forWhat, Instant dueAt) {
    return new Wait(attempts, inARow, Optional.of(dueAt), Optional.of(forWhat), failure);
  }

  /** Nothing more will be tried by machine; the attempts and the last failure stay visible. */
  public Wait ended() {
    return new Wait(attempts, inARow, Optional.empty(), Optional.empty(), failure);
  }
}

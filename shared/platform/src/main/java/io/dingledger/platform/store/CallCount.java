package io.dingledger.platform.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many calls a tenant has made.
 *
 * @param used in this month
 * @param second the second of the last one, since the epoch
 * @param inSecond how many in that second
 * @param told what a person has been told
 * @param toldOf how many calls a month were allowed when that was told
 */
record CallCount(long used, long second, long inSecond, Level told, long toldOf) {
  static final CallCount NONE = new CallCount(0, 0, 0, Level.PLENTY, 0);

  /** Clocks of machines differ by less; a second further ahead comes from a broken one. */
  private static final long MOST_AHEAD = 5;

  private static final String USED = "used";
  private static final String SECOND = "second";
  private static final String IN_SECOND = "inSecond";
  private static final String TOLD = "told";
  private static final String TOLD_OF = "toldOf";

  static CallCount of(Item item) {
    return new CallCount(
        item.whole(USED),
        item.whole(SECOND),
        item.whole(IN_SECOND),
        item.text(TOLD).map(word -> level(item, word)).orElse(Level.PLENTY),
        item.whole(TOLD_OF));
  }

  Item into(Item item) {
    return item.with(USED, used)
        .with(SECOND, second)
        .with(IN_SECOND, inSecond)
        .with(TOLD, told.name())
        .with(TOLD_OF, toldOf);
  }

  /** How long to wait until another call may be made; empty when it may now. */
  Optional<Duration> pause(Instant now, int perSecond) {
    return window(now) == second && inSecond >= perSecond
        ? Optional.of(Duration.between(now, Instant.ofEpochSecond(second + 1)))
        : Optional.empty();
  }

  /** One call more. */
  CallCount taken(Instant now) {
    long window = window(now);
    return new CallCount(used + 1, window, window == second ? inSecond + 1 : 1, told, toldOf);
  }

  /** Whether a person has not been told this yet. */
  boolean isNews(Level level, long allowed) {
    return level != told || (level != Level.PLENTY && allowed != toldOf);
  }

  CallCount told(Level level, long allowed) {
    return new CallCount(used, second, inSecond, level, allowed);
  }

  /** The second that a call counts in: a count never goes back to an earlier one. */
  private long window(Instant now) {
    long own = now.getEpochSecond();
    return second > own && second - own <= MOST_AHEAD ? second : own;
  }

  private static Level level(Item item, String word) {
    try {
      return Level.valueOf(word);
    } catch (IllegalArgumentException unknown) {
      throw StoredText.damaged(item.key());
    }
  }

  /** How much of a month's calls is left. */
  enum Level {
    PLENTY,
    /** Four fifths are used. */
    SCARCE,
    USED_UP;

    static Level of(long used, long allowed) {
      if (used >= allowed) {
        return USED_UP;
      }
      return used >= scarceFrom(allowed) ? SCARCE : PLENTY;
    }

    /** The first count that is scarce. */
    static long scarceFrom(long allowed) {
      return Math.ceilDiv(Math.multiplyExact(allowed, 4L), 5L);
    }
  }
}

package io.dingledger.retry;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The reasons that hold only while a document waits. They are drawn anew from what its fetch and
 * its vouchers wait for, so that none is left over and none is missing when one of them moves on.
 */
final class StandingReasons {
  /** From so many failed tries on, waiting is worth a word. */
  private static final int WORTH_A_WORD = 6;

  /** So long nobody waits without a word, however few tries have failed. */
  private static final Duration LONG = Duration.ofHours(1);

  private static final Set<String> CODES =
      Set.of(RetryReason.PARKED.code(), RetryReason.STILL_TRYING.code());

  private StandingReasons() {}

  /** The document with those that are true of it now; one that is HELD says only what it must. */
  static DocumentRecord restated(DocumentRecord record, Instant now) {
    Stream<Reason> others =
        record.reasons().stream().filter(reason -> !CODES.contains(reason.code()));
    Stream<Reason> standing =
        record.state() == DocumentState.HELD
            ? Stream.empty()
            : waits(record).flatMap(wait -> reason(wait, now).stream());
    List<Reason> reasons = Stream.concat(others, standing).distinct().toList();
    return record.changed().reasons(reasons).build();
  }

  private static Stream<Wait> waits(DocumentRecord record) {
    return Stream.concat(
        Stream.of(record.fetch()), record.postings().stream().map(Posting::pending));
  }

  private static Optional<Reason> reason(Wait wait, Instant now) {
    if (wait.dueAt().isEmpty() || wait.failure().isEmpty()) {
      return Optional.empty();
    }
    Failure why = wait.failure().get();
    if (wait.waitsFor().isPresent()) {
      WaitsFor thing = WaitsFor.after(why);
      return Optional.of(
          Reason.of(
              RetryReason.PARKED,
              thing.chinese(),
              thing.english(),
              why.system(),
              why.code(),
              why.detail(),
              wait.dueAt().get().truncatedTo(ChronoUnit.SECONDS),
              thing.chineseAdvice(),
              thing.englishAdvice()));
    }
    boolean isWorthAWord =
        wait.attempts() >= WORTH_A_WORD || wait.dueAt().get().isAfter(now.plus(LONG));
    return isWorthAWord
        ? Optional.of(
            Reason.of(
                RetryReason.STILL_TRYING, why.system(), why.code(), why.detail(), wait.attempts()))
        : Optional.empty();
  }
}

package io.dingledger.translate;

import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.translate.RuleBooksByDate.InForce;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be said of an approval before its detail is fetched, which costs a call. Its business
 * date is not known yet, so every version is asked that may be the one.
 *
 * @param unwanted why it is none of the rule book's business, when all those versions say so
 * @param unusable why none of them can be used
 */
record Prospect(Optional<Reason> unwanted, Optional<Reason> unusable) {
  /** An approval of which no push told the end is found by the catch-up, this late at most. */
  private static final Duration FOUND_AFTER = Duration.ofDays(60);

  private static final Prospect OPEN = new Prospect(Optional.empty(), Optional.empty());

  static Prospect of(
      RuleBookSource.Active active,
      DocumentRecord record,
      EventSubject.Approval approval,
      Instant now) {
    return active instanceof RuleBookSource.Active.Ready ready
        ? of(possible(ready, record, approval, now), approval)
        : OPEN;
  }

  private static List<InForce> possible(
      RuleBookSource.Active.Ready ready,
      DocumentRecord record,
      EventSubject.Approval approval,
      Instant now) {
    ZoneId zone = ready.settings().zone();
    Instant earliest = approval.finishedAt().orElseGet(() -> record.createdAt().minus(FOUND_AFTER));
    LocalDate first = LocalDate.ofInstant(earliest, zone).withDayOfMonth(1);
    LocalDate today = LocalDate.ofInstant(now, zone);
    return ready.books().between(first, first.isAfter(today) ? first : today);
  }

  private static Prospect of(List<InForce> possible, EventSubject.Approval approval) {
    List<Reason> unwanted = new ArrayList<>();
    List<Reason> unusable = new ArrayList<>();
    for (InForce each : possible) {
      switch (each) {
        case InForce.None(Reason reason) -> unusable.add(reason);
        case InForce.Version(String version, var book) ->
            book.outOfScope(approval).ifPresent(unwanted::add);
      }
    }
    return new Prospect(all(unwanted, possible), all(unusable, possible));
  }

  /** The newest of the reasons, when every version has one. */
  private static Optional<Reason> all(List<Reason> reasons, List<InForce> possible) {
    return reasons.size() == possible.size() ? Optional.of(reasons.getLast()) : Optional.empty();
  }
}

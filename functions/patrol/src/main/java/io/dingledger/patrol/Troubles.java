package io.dingledger.patrol;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.Reason;
import io.dingledger.platform.store.Notices;
import io.dingledger.platform.store.PatrolNotes;
import io.dingledger.platform.store.PatrolNotes.Chore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Tells people what keeps the patrol from its work, takes it back when it works again, and keeps
 * later rounds from asking DingTalk in vain.
 */
final class Troubles {
  /** After this time it is seen whether an administrator has cured what was not allowed. */
  static final Duration PROBE = Duration.ofHours(1);

  /** The quota may be enlarged within the month. */
  static final Duration QUOTA_PROBE = Duration.ofHours(6);

  private static final System.Logger LOG = System.getLogger(Troubles.class.getName());
  private static final String QUOTA_NOTICE = "patrol:quota";

  private final PatrolNotes notes;
  private final Notices notices;

  Troubles(PatrolNotes notes, Notices notices) {
    this.notes = notes;
    this.notices = notices;
  }

  /** Tells of a chore's outcome what people must know. */
  void after(Visit visit, Task task, Outcome outcome) {
    switch (outcome) {
      case Outcome.NotDue none -> {}
      case Outcome.Done done -> works(visit, task.area(), task.isCounted());
      case Outcome.Unfinished unfinished -> works(visit, task.area(), task.isCounted());
      case Outcome.Failed(Failure why) -> failed(visit, task.area(), why);
    }
  }

  /** Something that is no chore of its own failed: people are told, and the rest goes on. */
  void failed(Visit visit, Area area, Failure why) {
    LOG.log(
        System.Logger.Level.WARNING,
        "patrol failed: "
            + String.join(" ", area.name(), why.kind().name(), why.system(), why.code()));
    switch (why.kind()) {
      case CONFIG, TOKEN, TICKET, DATA -> {
        notices.raise(visit.tenant(), area.notice(), notAllowed(area, why));
        notes.done(visit.tenant(), Chore.PAUSED, visit.now().plus(PROBE));
      }
      case QUOTA -> {
        Instant probed = visit.now().plus(QUOTA_PROBE).truncatedTo(ChronoUnit.MINUTES);
        notices.raise(
            visit.tenant(),
            QUOTA_NOTICE,
            Reason.of(PatrolReason.QUOTA_GONE, why.code(), why.detail(), probed));
        notes.done(visit.tenant(), Chore.COUNTED_PAUSED, probed);
      }
      case THROTTLE_LONG ->
          why.retryAfter()
              .ifPresent(wait -> notes.done(visit.tenant(), Chore.PAUSED, visit.now().plus(wait)));
      case THROTTLE,
          TRANSIENT,
          AMBIGUOUS,
          NOT_READY,
          PREDECESSOR,
          LOCKED,
          PERIOD_CLOSED,
          POISON -> {}
    }
  }

  /** It works again, or still. */
  void works(Visit visit, Area area, boolean isCounted) {
    notices.settle(visit.tenant(), area.notice());
    if (isCounted) {
      notices.settle(visit.tenant(), QUOTA_NOTICE);
    }
  }

  private static Reason notAllowed(Area area, Failure why) {
    return Reason.of(
        PatrolReason.NOT_ALLOWED, area.chinese(), area.english(), why.code(), why.detail());
  }
}

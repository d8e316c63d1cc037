package io.dingledger.platform.store;

import io.dingledger.model.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the patrol remembers of a tenant from one round to the next. */
public interface PatrolNotes {
  /** Up to when a chore is done (UTC); empty when it never was. */
  Optional<Instant> doneUpTo(Tenant tenant, Chore chore);

  /** Notes that a chore is done up to a time. */
  void done(Tenant tenant, Chore chore, Instant upTo);

  /** Notes that approvals of a form exist, and their category; cheap when that is known. */
  void seenForm(Tenant tenant, String processCode, String category);

  /** The forms of which approvals were seen: category by code of the form. */
  Map<String, String> forms(Tenant tenant);

  /** On which days documents came, as far as it was noted. */
  Traffic traffic(Tenant tenant);

  /** Notes on which days documents came. */
  void traffic(Tenant tenant, Traffic seen);

  /**
   * When documents come.
   *
   * @param lookedAt when it was looked at last (UTC); {@link Instant#EPOCH} for never
   * @param days the days on which documents came, by the tenant's zone, the first one first
   * @param silent whether it was found that documents come no more
   */
  record Traffic(Instant lookedAt, List<LocalDate> days, boolean silent) {
    /** Nothing was looked at yet. */
    public static final Traffic UNKNOWN = new Traffic(Instant.EPOCH, List.of(), false);

    public Traffic {
      days = List.copyOf(days);
    }
  }

  /** What the patrol does for a tenant, and what it must remember beside that. */
  enum Chore {
    /** Since when there is such a tenant; noted with its settings. */
    ADOPTED,
    /** Since when the tenant is looked after: what was started before is not looked for. */
    FIRST_ROUND,
    /** Until when nothing is asked of DingTalk, for it would be in vain. */
    PAUSED,
    /** Until when no call is made that counts against the quota, for there are none left. */
    COUNTED_PAUSED,
    /** Fetch the pushes that DingTalk gave up on. */
    FAILED_PUSHES,
    /** Mark the settled days of everybody who works. */
    EVERYBODYS_DAYS,
    /** Look through instances started lately. */
    RECENT_INSTANCES,
    /** Look through instances started three to fifteen days ago, for approvals that took long. */
    OLD_INSTANCES,
    /** Look through instances started 15 to 30 days ago. */
    INSTANCES_FROM_DAY_15,
    /** Look through instances started 30 to 45 days ago. */
    INSTANCES_FROM_DAY_30,
    /** Look through instances started 45 to 60 days ago. */
    INSTANCES_FROM_DAY_45,
    /** When the close of a month of pay was asked for last. */
    PAY_PERIOD,
    /** When reading people and departments was begun; later than DIRECTORY while it goes on. */
    DIRECTORY_STARTED,
    /** Read people and departments anew. */
    DIRECTORY
  }
}

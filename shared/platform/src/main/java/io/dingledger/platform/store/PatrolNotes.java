package io.dingledger.platform.store;

import io.dingledger.model.tenant.Tenant;
import java.time.Instant;
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

  /** What the patrol does for a tenant. */
  enum Chore {
    /** Fetch the pushes that DingTalk gave up on. */
    FAILED_PUSHES,
    /** Look through instances started lately. */
    RECENT_INSTANCES,
    /** Look through instances started long ago, for approvals that took weeks. */
    OLD_INSTANCES,
    /** Read people and departments anew. */
    DIRECTORY
  }
}

package io.dingledger.translate;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;

/** Finds what a translation needs to know about its tenant. */
public interface RuleBookSource {
  /** The tenant's settings and rule books, or why there are none. */
  Active of(Tenant tenant);

  /** What was found. */
  sealed interface Active {
    /** The rule books, of which the document's date tells the right one. */
    record Ready(TenantSettings settings, RuleBooksByDate books) implements Active {}

    /** A person must mend the tenant's set-up first. */
    record Unusable(Reason reason) implements Active {}

    /**
     * Nothing is done for this tenant until the company authorises the app, which may happen at any
     * time: its documents are parked, not held.
     */
    record Waiting(Failure why, Reason reason) implements Active {}
  }
}

package io.dingledger.model.access;

import io.dingledger.model.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;

/**
 * The calls that a tenant's own app may make: so many a month, by DingTalk's edition, and so many a
 * second, counted over all running copies. Calls that DingTalk does not count (tokens, contacts)
 * are not asked for here.
 */
public interface CallBudget {
  /** No limit at all, for third-party apps and tests. */
  CallBudget UNLIMITED = (tenant, now) -> new Permit.Granted();

  /**
   * Asks for one call that counts. A permit that was granted counts as used, whatever becomes of
   * the call.
   *
   * @throws RuntimeException when the count can't be kept; then the call must not be made
   */
  Permit take(Tenant tenant, Instant now);

  /** Whether the call may be made. */
  sealed interface Permit {
    /** It may be made now. */
    record Granted() implements Permit {}

    /** Too many in this second; try again after this wait. */
    record TooFast(Duration pause) implements Permit {}

    /**
     * The month's calls are used up.
     *
     * @param until when the next month begins at DingTalk (UTC)
     */
    record Exhausted(Instant until) implements Permit {}
  }
}

package io.dingledger.model.tenant;

import java.time.Instant;

/**
 * Whether work is done for a tenant.
 *
 * @param isActive false after the company has withdrawn its authorisation: nothing is read or
 *     posted for it, and its data stay
 * @param since when that was said (UTC); what was said earlier no longer counts
 */
public record Standing(boolean isActive, Instant since) {
  /** Set up by hand, and active until something else is said. */
  public static final Standing ACTIVE = new Standing(true, Instant.EPOCH);
}

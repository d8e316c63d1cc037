package io.dingledger.patrol;

import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * One round at one tenant.
 *
 * @param settings the tenant's
 * @param began when the round began (UTC)
 * @param until when it has to end; a call that was begun may end a little later
 * @param clock tells the time meanwhile
 */
record Visit(TenantSettings settings, Instant began, Instant until, InstantSource clock) {
  Tenant tenant() {
    return settings.tenant();
  }

  DingTalkApp app() {
    return settings.app();
  }

  ZoneId zone() {
    return settings.zone();
  }

  Instant now() {
    return clock.instant();
  }

  /** Whether no further call may be begun; the next round goes on. */
  boolean isOver() {
    return !now().isBefore(until);
  }
}

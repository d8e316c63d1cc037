package io.dingledger.local.rulebook;

import io.dingledger.model.tenant.Tenant;
import java.time.LocalDate;

/** Tells which business dates may still change. */
@FunctionalInterface
public interface OpenPeriods {
  /** The first day after the tenant's last closed pay period; the earliest date without any. */
  LocalDate openFrom(Tenant tenant);
}

package io.dingledger.rules.simulation;

import io.dingledger.model.tenant.Tenant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * Under which circumstances documents are tried.
 *
 * @param tenant for whom; identifiers of vouchers and pay items depend on it
 * @param zone the zone in which business dates are dates
 * @param months the months to close; empty for all that pay items concern
 */
public record SimulationOptions(Tenant tenant, ZoneId zone, List<YearMonth> months) {
  public SimulationOptions {
    months = List.copyOf(months);
  }

  /** Closing all months that pay items concern. */
  public SimulationOptions(Tenant tenant, ZoneId zone) {
    this(tenant, zone, List.of());
  }
}

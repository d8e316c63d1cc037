package io.dingledger.model.tenant;

import java.time.Duration;
import java.util.Map;

/**
 * A tenant's configured ledger. Which settings and secrets a type needs is described by the
 * ledger's own form.
 *
 * @param tenant whose ledger it is
 * @param type the registered ledger type, for example {@code kingdee-cloud}
 * @param settings plain settings by name
 * @param secrets credentials by name
 * @param settlingTime how long after a request a voucher may still appear in look-ups
 */
public record LedgerConnection(
    Tenant tenant,
    String type,
    Map<String, String> settings,
    Map<String, Secret> secrets,
    Duration settlingTime) {
  public LedgerConnection {
    settings = Map.copyOf(settings);
    secrets = Map.copyOf(secrets);
  }

  @Override
  public String toString() {
    return "LedgerConnection[" + tenant + ", " + type + "]";
  }
}

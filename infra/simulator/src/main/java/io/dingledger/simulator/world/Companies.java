package io.dingledger.simulator.world;

import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** The settings of the companies of a run. */
final class Companies {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  private Companies() {}

  /** A company by its name, with an app of its own and a ledger. */
  static TenantSettings of(String name) {
    Tenant tenant = Tenant.verified(name);
    return TenantSettings.ofInternalApp(
        tenant,
        name,
        World.ZONE,
        new DingTalkApp(
            tenant,
            "corp-" + name,
            new DingTalkApp.Internal("client-" + name, Secret.of("secret")),
            NOWHERE,
            NOWHERE),
        new CallbackSettings(
            "callback-key-of-" + name,
            Secret.of("token-" + name),
            Secret.of("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
            Set.of("client-" + name)),
        new LedgerConnection(tenant, "simulated", Map.of(), Map.of(), SimulatedLedger.SETTLING));
  }
}

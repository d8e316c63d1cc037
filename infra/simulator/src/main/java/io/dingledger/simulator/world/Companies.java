package io.dingledger.simulator.world;

import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.model.access.LedgerGate;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.post.LedgerSource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings of the companies of a run. */
final class Companies {
  /** What ledgers do with repeats, the weakest that can be asked most often. */
  static final List<Guard> GUARDS =
      List.of(
          Guard.ASKED_FIRST,
          Guard.ASKED_FIRST,
          Guard.ASKED_FIRST,
          Guard.REFUSES_REPEATS,
          Guard.RECEIVER_REMOVES_REPEATS,
          Guard.SENT_ONCE);

  /** What ledgers are given to do: as much as comes, or little at once and in a minute. */
  static final List<LedgerSource.Terms> TERMS =
      List.of(LedgerSource.Terms.UNLIMITED, terms(1, 60), terms(2, 120), terms(2, 600));

  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  private Companies() {}

  private static LedgerSource.Terms terms(int atOnce, int inMinute) {
    return new LedgerSource.Terms(
        "simulated", "fingerprint", new LedgerGate.Limits(atOnce, inMinute), false);
  }

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

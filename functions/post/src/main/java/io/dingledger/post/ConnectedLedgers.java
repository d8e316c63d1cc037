package io.dingledger.post;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.TenantRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tenants' ledgers by their settings; an open ledger is kept, with its session. */
public final class ConnectedLedgers implements LedgerSource {
  /** More tenants than this in one process, and all are opened anew. */
  private static final int MOST_KEPT = 500;

  private final TenantRegistry tenants;
  private final LedgerTools tools;
  private final Map<Tenant, Open> open = new ConcurrentHashMap<>();

  public ConnectedLedgers(TenantRegistry tenants, LedgerTools tools) {
    this.tenants = tenants;
    this.tools = tools;
  }

  private record Open(LedgerConnection connection, Ledger ledger) {}

  @Override
  public Answer<Connected> of(Tenant tenant) {
    Optional<TenantSettings> settings = tenants.find(tenant);
    if (settings.isEmpty()) {
      return missing("NO-TENANT", "the tenant is not configured");
    }
    if (!settings.get().standing().isActive()) {
      return missing("TENANT-SUSPENDED", "the company has withdrawn its authorisation");
    }
    return settings
        .get()
        .ledger()
        .map(connection -> connected(tenant, connection))
        .orElseGet(() -> missing("NO-LEDGER", "the tenant has no ledger yet"));
  }

  private static Answer<Connected> missing(String code, String why) {
    return new Answer.Failed<>(Failure.of(FailureKind.CONFIG, "dingledger", code, why));
  }

  private Answer<Connected> connected(Tenant tenant, LedgerConnection connection) {
    if (open.size() > MOST_KEPT) {
      open.clear();
    }
    Open current =
        open.compute(
            tenant,
            (key, known) ->
                known != null && known.connection().equals(connection)
                    ? known
                    : new Open(connection, Ledgers.open(connection, tools)));
    return new Answer.Got<>(new Connected(current.ledger(), connection.settlingTime()));
  }
}

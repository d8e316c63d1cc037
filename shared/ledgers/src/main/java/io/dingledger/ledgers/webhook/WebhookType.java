package io.dingledger.ledgers.webhook;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.LedgerType;
import io.dingledger.model.tenant.LedgerConnection;

/** Any receiver of signed HTTP pushes, {@code webhook}: Zapier, n8n, a program of one's own. */
public final class WebhookType implements LedgerType {
  @Override
  public LedgerDescription description() {
    return WebhookForm.description();
  }

  @Override
  public Ledger open(LedgerConnection connection, LedgerTools tools) {
    return new WebhookLedger(WebhookSettings.of(connection), tools);
  }
}

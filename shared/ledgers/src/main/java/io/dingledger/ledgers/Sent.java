package io.dingledger.ledgers;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.progress.LedgerReference;

/** What became of a sent voucher. */
public sealed interface Sent {
  /** It is in the ledger. */
  record Posted(LedgerReference reference) implements Sent {}

  /** It is not known to be in the ledger; the failure's kind says whether it may be. */
  record Failed(Failure failure) implements Sent {}
}

package io.dingledger.post;

import io.dingledger.model.access.LedgerGate.Ticket;
import io.dingledger.model.failure.Failure;

/** Whether a voucher may go to its ledger now. */
sealed interface Way {
  /** It may; the ticket must be given back. */
  record Free(LedgerSource.Connected connected, Ticket ticket) implements Way {}

  /** Not now; when it comes again is noted already. */
  record PutOff() implements Way {}

  /** There is no ledger for it, or nobody can say. */
  record None(Failure why) implements Way {}
}

package io.dingledger.post;

import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.Posting;
import io.dingledger.platform.store.Restored;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Why a voucher is not sent although the ledger does not show it: it may be there all the same, and
 * nobody could tell the second one from the first.
 *
 * @param why for the posting
 * @param reason for the person who has to look
 */
record Doubt(Failure why, Reason reason) {
  private static final String SETTLED_ABSENT = "SETTLED_ABSENT";

  /** Empty when it may be sent. */
  static Optional<Doubt> of(Progress progress, Posting claimed, LedgerSource.Connected connected) {
    Guard guard = connected.ledger().guard();
    if (claimed.isPerhapsInLedger() && guard == Guard.SENT_ONCE) {
      return Optional.of(new Doubt(Findings.unclear(), Findings.unclear(progress)));
    }
    return connected
        .restored()
        .filter(restored -> isForgetful(guard, restored))
        .filter(restored -> restored.mayHaveLost(earliest(progress.record())))
        .filter(restored -> !isSettled(progress, restored))
        .map(restored -> new Doubt(Findings.restored(), Findings.restored(progress, restored)));
  }

  /** A month of pay may be closed before it ends. */
  private static Optional<LocalDate> earliest(DocumentRecord record) {
    return record.kind().equals(DocumentKind.PAY_PERIOD.word())
        ? record.businessDate().map(end -> end.withDayOfMonth(1))
        : record.businessDate();
  }

  /** Whether neither the ledger nor our own list knows what was delivered in the time lost. */
  private static boolean isForgetful(Guard guard, Restored restored) {
    return switch (guard) {
      case REFUSES_REPEATS, ASKED_FIRST, ASKED_BY_CONFIGURATION, RECEIVER_REMOVES_REPEATS -> false;
      case SENT_ONCE -> true;
      case OWN_LIST -> !restored.listsKept();
    };
  }

  /** Whether a person has said since then that the ledger has not got it. */
  private static boolean isSettled(Progress progress, Restored restored) {
    DocumentRecord record = progress.record();
    return record.timeline().stream()
        .anyMatch(
            entry ->
                entry.what().equals(SETTLED_ABSENT)
                    && entry.detail().startsWith(progress.key().value())
                    && !entry.at().isBefore(restored.until()));
  }
}

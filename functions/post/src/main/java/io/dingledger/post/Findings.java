package io.dingledger.post;

import io.dingledger.ledgers.Asked;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.platform.store.Restored;

/** What the ledger says of a voucher that a person must look at: as failures and as reasons. */
final class Findings {
  private Findings() {}

  static Failure different(String difference) {
    return conflict("DIFFERENT", difference);
  }

  static Reason otherContent(Progress progress, LedgerReference found, String difference) {
    return Reason.of(PostReason.KEY_HAS_OTHER_CONTENT, progress.key(), found.number(), difference);
  }

  static Failure twice(Asked.Several several) {
    return conflict("SEVERAL", several.references().size() + " vouchers");
  }

  static Reason twice(Progress progress, Asked.Several several) {
    return Reason.of(PostReason.KEY_FOUND_TWICE, progress.key(), several.references().size());
  }

  static Failure gone() {
    return conflict("GONE", "not found any more");
  }

  static Reason gone(Progress progress) {
    return Reason.of(PostReason.VOUCHER_GONE, progress.key());
  }

  static Reason superseded(DocumentRecord record, Posting posting) {
    return Reason.of(PostReason.SUPERSEDED, posting.key(), record.supersededBy().orElseThrow());
  }

  static Reason refused(Progress progress, Failure why) {
    return Reason.of(
        PostReason.LEDGER_REFUSED, progress.key(), why.system(), why.code(), why.detail());
  }

  private static Failure conflict(String code, String detail) {
    return Failure.of(FailureKind.DATA, "ledger", code, detail);
  }

  /** A ledger that can't be asked and keeps repeats: only a person can tell whether it has it. */
  static Failure unclear() {
    return conflict("SENT-ONCE", "sent once, outcome unknown");
  }

  static Reason unclear(Progress progress) {
    return Reason.of(PostReason.SENT_ONCE, progress.key());
  }

  /** The table was put back, and this ledger can't be asked what was delivered meanwhile. */
  static Failure restored() {
    return conflict("RESTORED", "perhaps delivered before the table was put back");
  }

  static Reason restored(Progress progress, Restored restored) {
    return Reason.of(PostReason.RESTORED, progress.key(), restored.point(), restored.until());
  }
}

package io.dingledger.ledgers;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.VoucherKey;
import java.util.List;

/** What a ledger answers when asked for a voucher's key. */
public sealed interface Asked {
  /** It has not got the key. Only who holds this may send. */
  record Absent(VoucherKey key) implements Asked {}

  /** It holds the key once, with the same totals and accounts. */
  record Found(LedgerReference reference) implements Asked {}

  /**
   * It holds the key with other content.
   *
   * @param difference what differs, in words
   */
  record Different(LedgerReference reference, String difference) implements Asked {}

  /** It holds the key more than once. Nothing is deleted by machine. */
  record Several(List<LedgerReference> references) implements Asked {
    public Several {
      references = List.copyOf(references);
    }
  }

  /** It could not be asked. */
  record Failed(Failure failure) implements Asked {}
}

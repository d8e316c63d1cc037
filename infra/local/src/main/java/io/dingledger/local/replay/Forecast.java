package io.dingledger.local.replay;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.translate.Previews;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What would become of a document that is tried again.
 *
 * @param record the document as it stands
 * @param parts what would become of its vouchers, or of itself where it has none; never empty
 */
public record Forecast(DocumentRecord record, List<Part> parts) {
  public Forecast {
    parts = List.copyOf(parts);
  }

  /** Whether anything would be done. */
  public boolean isReplayed() {
    return parts.stream().anyMatch(part -> !(part instanceof Part.Nothing));
  }

  /** What would become of one voucher, or of the document. */
  public sealed interface Part {
    /**
     * A voucher that would be delivered: the ledger was asked just now.
     *
     * @param waits what it waits for besides, in English words
     */
    record Delivery(VoucherKey key, Finding finding, Optional<String> waits) implements Part {}

    /** It would be translated by the rule book in force, with this outcome. */
    record Translation(Previews.Preview outcome) implements Part {}

    /**
     * It would be fetched.
     *
     * @param waits what it waits for
     */
    record Fetch(Optional<String> waits) implements Part {}

    /** Nothing would be done, for this reason. */
    record Nothing(Optional<VoucherKey> key, Reason reason) implements Part {}
  }

  /** What the ledger says of a voucher. */
  public sealed interface Finding {
    /** It has not got it: it would be sent. */
    record New() implements Finding {}

    /**
     * It has not got it, but a request may still have its effect.
     *
     * @param until when it is known (UTC); nothing is sent before
     */
    record Settling(Instant until) implements Finding {}

    /** It has got it: it would be linked, and nothing be sent. */
    record AlreadyThere(LedgerReference reference) implements Finding {}

    /** It has got something else under the key: a person would have to decide. */
    record Different(List<LedgerReference> references, String difference) implements Finding {}

    /** Nobody knows; the reason in words, of either language. */
    record CannotBeAsked(String code, String detail) implements Finding {}
  }
}

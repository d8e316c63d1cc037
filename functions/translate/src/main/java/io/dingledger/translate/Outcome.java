package io.dingledger.translate;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.voucher.Voucher;
import java.util.List;
import java.util.Optional;

/**
 * What comes of a document that was fetched.
 *
 * @param kind the word of its kind if it was recognised, otherwise empty
 * @param document the typed document, if it was typed
 * @param supersededBy the later document that withdrew or replaced it
 * @param ending how its translation ends
 */
record Outcome(
    String kind,
    Optional<SourceDocument> document,
    Optional<DocumentId> supersededBy,
    Ending ending) {

  /** An end for a reason that no rule gave. */
  static Outcome ignored(Reason reason) {
    return new Outcome("", Optional.empty(), Optional.empty(), new Ignored(reason));
  }

  /** The four ends. */
  sealed interface Ending {}

  /** Vouchers are to be posted; at least one. */
  record Made(List<Voucher> vouchers) implements Ending {
    public Made {
      vouchers = List.copyOf(vouchers);
    }
  }

  /** A person must look at it. */
  record Held(List<Reason> reasons) implements Ending {
    public Held {
      reasons = List.copyOf(reasons);
    }
  }

  /** Nothing is to be posted. */
  record Ignored(Reason reason) implements Ending {}

  /** The approval still runs; it is looked at again later. */
  record Running() implements Ending {}
}

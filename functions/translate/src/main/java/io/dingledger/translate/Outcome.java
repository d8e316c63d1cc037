package io.dingledger.translate;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PersonYear;
import io.dingledger.model.voucher.Voucher;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What comes of a document that was fetched.
 *
 * @param kind the word of its kind if it was recognised, otherwise empty
 * @param document the typed document, if it was typed
 * @param supersededBy the later document that withdrew or replaced it
 * @param ending how its translation ends
 * @param counts how often the people's years that were looked at had been written to; it holds only
 *     while that is so
 */
record Outcome(
    String kind,
    Optional<SourceDocument> document,
    Optional<DocumentId> supersededBy,
    Ending ending,
    Map<PersonYear, Long> counts) {
  Outcome {
    counts = Map.copyOf(counts);
  }

  /** One for which nothing was counted. */
  Outcome(
      String kind,
      Optional<SourceDocument> document,
      Optional<DocumentId> supersededBy,
      Ending ending) {
    this(kind, document, supersededBy, ending, Map.of());
  }

  /** An end for a reason that no rule gave. */
  static Outcome ignored(Reason reason) {
    return new Outcome("", Optional.empty(), Optional.empty(), new Ignored(reason));
  }

  /** The pay items that it books. */
  List<PayItem> items() {
    return ending instanceof Made made ? made.items() : List.of();
  }

  /** The same, with another end. */
  Outcome ending(Ending other) {
    return new Outcome(kind, document, supersededBy, other, counts);
  }

  /** The same, HELD. */
  Outcome held(Reason reason) {
    return ending(new Held(List.of(reason)));
  }

  /** The same, which holds only while this is so. */
  Outcome counted(Map<PersonYear, Long> seen) {
    return new Outcome(kind, document, supersededBy, ending, seen);
  }

  /** The four ends. */
  sealed interface Ending {}

  /**
   * Vouchers are to be posted, pay items to be booked. Only a fact that was read again and says the
   * same as before has neither.
   */
  record Made(List<Voucher> vouchers, List<PayItem> items) implements Ending {
    public Made {
      vouchers = List.copyOf(vouchers);
      items = List.copyOf(items);
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

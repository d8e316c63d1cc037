package io.dingledger.rules.simulation;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.rules.audit.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of one document, or of the close of one month.
 *
 * @param name what people call it; {@code 2026-03} for a month
 * @param id its identifier
 * @param date its business date
 * @param kind the word of its kind; empty when it was not recognised
 * @param state what became of it
 * @param document it as typed, as far as it could be typed
 * @param vouchers the vouchers made of it
 * @param items the pay items made of it
 * @param reasons why it is held, ignored or has failed; empty otherwise
 * @param lineVerdicts what recomputing each line of the vouchers gave, in their order
 * @param itemVerdicts what recomputing each pay item gave
 * @param sumVerdicts what adding up anew each sum of a month gave; none for documents
 */
public record Outcome(
    String name,
    DocumentId id,
    LocalDate date,
    String kind,
    State state,
    Optional<SourceDocument> document,
    List<Voucher> vouchers,
    List<PayItem> items,
    List<Reason> reasons,
    List<Verdict> lineVerdicts,
    List<Verdict> itemVerdicts,
    List<Verdict> sumVerdicts) {
  public Outcome {
    vouchers = List.copyOf(vouchers);
    items = List.copyOf(items);
    reasons = List.copyOf(reasons);
    lineVerdicts = List.copyOf(lineVerdicts);
    itemVerdicts = List.copyOf(itemVerdicts);
    sumVerdicts = List.copyOf(sumVerdicts);
  }

  /** What may become of a document. */
  public enum State {
    /** Vouchers were made of it. */
    VOUCHERS,
    /** Pay items were made of it, which wait for the close of their month. */
    ACCRUED,
    /** A person must look at it. */
    HELD,
    /** There is nothing to post. */
    IGNORED,
    /** It could not be tried. */
    FAILED
  }

  /** How many of its amounts do not follow from their explanations. */
  public long disputed() {
    return Stream.of(lineVerdicts, itemVerdicts, sumVerdicts)
        .flatMap(List::stream)
        .filter(verdict -> !verdict.agrees())
        .count();
  }
}

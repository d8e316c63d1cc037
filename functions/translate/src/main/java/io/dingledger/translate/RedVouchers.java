package io.dingledger.translate;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.platform.store.DocumentStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the red vouchers (红字冲销) that take posted ones back: same accounts, dimensions and sides,
 * negative amounts. The key is the earlier document's, so that whoever takes it back, it is taken
 * back once.
 */
final class RedVouchers {
  private final DocumentStore documents;

  RedVouchers(DocumentStore documents) {
    this.documents = documents;
  }

  /**
   * One red voucher for each posted voucher that records one of these documents.
   *
   * @param by the document that takes them back
   * @param date the date of the red vouchers, in the tenant's zone
   */
  List<Voucher> reversing(List<DocumentRecord> replaced, DocumentId by, LocalDate date) {
    List<Voucher> red = new ArrayList<>();
    for (DocumentRecord record : replaced) {
      int revision = 0;
      for (Posting posting : record.postings()) {
        if (posting.purpose() == Purpose.RECORD) {
          revision++;
          if (posting.state() == PostingState.POSTED) {
            red.add(reversing(record, posting, revision, by, date));
          }
        }
      }
    }
    return red;
  }

  private Voucher reversing(
      DocumentRecord record, Posting posting, int revision, DocumentId by, LocalDate date) {
    Voucher booked =
        documents
            .voucher(record.tenant(), record.id(), posting.key())
            .orElseThrow(() -> new IllegalStateException("no voucher stored: " + posting.key()));
    String number = posting.reference().map(found -> found.number()).orElse("");
    String name = number.isEmpty() ? posting.key().value() : number;
    return new Voucher(
        VoucherKey.of(record.tenant(), record.id(), Purpose.REVERSE, revision),
        by,
        Purpose.REVERSE,
        date,
        booked.currency(),
        "冲销 " + name + " " + booked.summary(),
        booked.attachments(),
        booked.lines().stream().map(line -> negated(line, booked, name)).toList());
  }

  private static VoucherLine negated(VoucherLine line, Voucher booked, String name) {
    Explanation why = line.explanation();
    String origin =
        "voucher %s (number %s) of document %s"
            .formatted(booked.key(), name, booked.document().value());
    return new VoucherLine(
        "冲销 " + name + " " + line.summary(),
        line.account(),
        line.dimensions(),
        line.side(),
        line.amount().negated(),
        new Explanation(
            why.rule(),
            why.ruleBookVersion(),
            List.of(
                new Explanation.Input("reversed", booked.key().value(), origin),
                new Explanation.Input("amount", line.amount().plain(), origin)),
            "-amount",
            "none",
            line.amount().negated()));
  }
}

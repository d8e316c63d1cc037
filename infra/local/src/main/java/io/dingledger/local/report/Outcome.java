package io.dingledger.local.report;

import io.dingledger.local.demo.DemoDocument;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What became of a document of the demo.
 *
 * @param document the document and where it must end
 * @param record its record, empty when it was lost
 * @param vouchers its vouchers as stored
 * @param booked what the ledger's own books hold under its keys
 * @param items its pay items; of a month of pay all that are booked in it
 */
public record Outcome(
    DemoDocument document,
    Optional<DocumentRecord> record,
    List<Voucher> vouchers,
    List<Booked> booked,
    List<PayItem> items) {
  public Outcome {
    vouchers = List.copyOf(vouchers);
    booked = List.copyOf(booked);
    items = List.copyOf(items);
  }

  /** Without pay items. */
  public Outcome(
      DemoDocument document,
      Optional<DocumentRecord> record,
      List<Voucher> vouchers,
      List<Booked> booked) {
    this(document, record, vouchers, booked, List.of());
  }

  /**
   * A voucher in the ledger's own books.
   *
   * @param purpose what it is for, by the key under which it stands
   * @param number its number
   * @param debit the sum of its debits; negative when it reverses another
   * @param credit the sum of its credits
   */
  public record Booked(Purpose purpose, String number, BigDecimal debit, BigDecimal credit) {}
}

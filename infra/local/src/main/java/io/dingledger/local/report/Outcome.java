package io.dingledger.local.report;

import io.dingledger.local.demo.DemoDocument;
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
 */
public record Outcome(
    DemoDocument document,
    Optional<DocumentRecord> record,
    List<Voucher> vouchers,
    List<Booked> booked) {
  public Outcome {
    vouchers = List.copyOf(vouchers);
    booked = List.copyOf(booked);
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

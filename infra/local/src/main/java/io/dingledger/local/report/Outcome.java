package io.dingledger.local.report;

import io.dingledger.local.demo.DemoClaim;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.voucher.Voucher;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What became of a claim.
 *
 * @param claim the claim and where it must end
 * @param record its record, empty when it was lost
 * @param vouchers its vouchers as stored
 * @param booked what the ledger's own books hold under its key
 */
public record Outcome(
    DemoClaim claim, Optional<DocumentRecord> record, List<Voucher> vouchers, List<Booked> booked) {
  public Outcome {
    vouchers = List.copyOf(vouchers);
    booked = List.copyOf(booked);
  }

  /** A voucher in the ledger's own books: its number and the sums of its sides. */
  public record Booked(String number, BigDecimal debit, BigDecimal credit) {}
}

package io.dingledger.local.report;

import io.dingledger.local.demo.DemoClaim;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.voucher.Voucher;
import java.util.List;
import java.util.Optional;

/**
 * What became of a claim.
 *
 * @param claim the claim and where it must end
 * @param record its record, empty when it was lost
 * @param vouchers its vouchers as stored
 * @param copiesInLedger how many vouchers with one of its keys the ledger holds
 */
public record Outcome(
    DemoClaim claim, Optional<DocumentRecord> record, List<Voucher> vouchers, int copiesInLedger) {
  public Outcome {
    vouchers = List.copyOf(vouchers);
  }
}

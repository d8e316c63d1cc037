package io.dingledger.simulator.judge;

import io.dingledger.ledgers.Ledger;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.simulator.world.Scene;
import io.dingledger.simulator.world.SimulatedLedger;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What may leave for a ledger, and what may be booked there. */
final class BookRules {
  private final Findings findings;
  private final Vouchers vouchers;

  BookRules(Findings findings, Vouchers vouchers) {
    this.findings = findings;
    this.vouchers = vouchers;
  }

  /** A request leaves: its record says so, and it carries what was stored. */
  void sending(Scene scene, TenantSettings company, Ledger ledger, Voucher voucher) {
    boolean isRecorded =
        posting(scene, company, voucher)
            .filter(posting -> posting.state() == PostingState.SENDING)
            .filter(Posting::isPerhapsInLedger)
            .isPresent();
    if (!isRecorded) {
      findings.add(
          scene,
          Invariant.SENT_UNRECORDED,
          subject(company, voucher),
          "its record says "
              + posting(scene, company, voucher)
                  .map(Posting::state)
                  .map(Object::toString)
                  .orElse("nothing"));
    }
    known(scene, company, voucher);
  }

  void booked(Scene scene, TenantSettings company, SimulatedLedger.Booked booked) {
    Voucher voucher = booked.voucher();
    List<SimulatedLedger.Booked> same =
        scene.book(company).stream()
            .filter(each -> each.voucher().key().equals(voucher.key()))
            .toList();
    if (same.size() > 1) {
      findings.add(
          scene,
          Invariant.BOOKED_TWICE,
          subject(company, voucher),
          "as numbers " + same.stream().map(SimulatedLedger.Booked::number).toList());
    }
    balanced(scene, subject(company, voucher), voucher.lines());
    known(scene, company, voucher);
    boolean isKnownToHaveLeft =
        posting(scene, company, voucher).filter(Posting::isPerhapsInLedger).isPresent();
    if (!isKnownToHaveLeft) {
      findings.add(
          scene,
          Invariant.SENT_UNRECORDED,
          subject(company, voucher),
          "it is booked, and its record does not say that a request left");
    }
  }

  /** A voucher goes as it was stored, into the books of the company that it was made for. */
  private void known(Scene scene, TenantSettings company, Voucher voucher) {
    Optional<Voucher> stored = vouchers.find(company.tenant(), voucher.key().value());
    if (stored.isEmpty()) {
      findings.add(
          scene,
          Invariant.FOREIGN,
          subject(company, voucher),
          "nothing of this company made such a voucher");
    } else if (!stored.get().equals(voucher)) {
      findings.add(
          scene,
          Invariant.VOUCHER_CHANGED,
          subject(company, voucher),
          "other content leaves for the ledger than was stored");
    }
  }

  private static Optional<Posting> posting(Scene scene, TenantSettings company, Voucher voucher) {
    return scene
        .stores()
        .documents()
        .find(company.tenant(), voucher.document())
        .flatMap(record -> record.posting(voucher.key()));
  }

  /** Vouchers refuse to be made otherwise; that is not believed here. */
  void balanced(Scene scene, String subject, List<VoucherLine> lines) {
    BigDecimal debits = sum(lines, Side.DEBIT);
    BigDecimal credits = sum(lines, Side.CREDIT);
    if (debits.compareTo(credits) != 0) {
      findings.add(scene, Invariant.UNBALANCED, subject, debits + " and " + credits);
    }
  }

  private static BigDecimal sum(List<VoucherLine> lines, Side side) {
    return lines.stream()
        .filter(line -> line.side() == side)
        .map(VoucherLine::amount)
        .map(money -> money.amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String subject(TenantSettings company, Voucher voucher) {
    return company.tenant().id() + " " + voucher.document() + " " + voucher.key();
  }
}

package io.dingledger.local;

import io.dingledger.ledgers.kingdee.SandboxKingdee;
import io.dingledger.ledgers.kingdee.SandboxVoucher;
import io.dingledger.local.demo.DemoDocument;
import io.dingledger.local.demo.DemoDocument.Stage;
import io.dingledger.local.demo.DemoPay;
import io.dingledger.local.report.Outcome;
import io.dingledger.model.pay.BookedPayItem;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a tenant's documents: in our records, and in the ledger's own books. */
final class DemoBooks {
  private static final int CENTS = 2;
  private static final String KEY_FIELD = "FBUSNO";

  private final LocalSystem system;
  private final Tenant tenant;
  private final SandboxKingdee kingdee;

  DemoBooks(LocalSystem system, Tenant tenant, SandboxKingdee kingdee) {
    this.system = system;
    this.tenant = tenant;
    this.kingdee = kingdee;
  }

  Tenant tenant() {
    return tenant;
  }

  Optional<DocumentRecord> record(DemoDocument document) {
    return system.documents().find(tenant, document.id());
  }

  /** The key of the voucher that records a document. */
  VoucherKey key(DemoDocument document) {
    return VoucherKey.of(tenant, document.id(), Purpose.RECORD, 1);
  }

  /** How many vouchers the ledger holds. */
  int size() {
    return kingdee.vouchers().size();
  }

  Outcome outcome(DemoDocument document) {
    Optional<DocumentRecord> record = record(document);
    List<Voucher> vouchers =
        record.stream()
            .flatMap(found -> found.postings().stream())
            .flatMap(
                posting ->
                    system.documents().voucher(tenant, document.id(), posting.key()).stream())
            .toList();
    // A document without vouchers must have none in the ledger either.
    Map<VoucherKey, Purpose> keys = new LinkedHashMap<>();
    keys.put(key(document), Purpose.RECORD);
    record.stream()
        .flatMap(found -> found.postings().stream())
        .forEach(posting -> keys.put(posting.key(), posting.purpose()));
    List<Outcome.Booked> booked = new ArrayList<>();
    keys.forEach((key, purpose) -> booked.addAll(booked(key, purpose)));
    return new Outcome(document, record, vouchers, booked, items(document));
  }

  /** Those of a document; of a month of pay all that are booked in it. */
  private List<PayItem> items(DemoDocument document) {
    return document.stage() == Stage.CLOSE
        ? system.payItems().bookedIn(tenant, DemoPay.MONTH)
        : record(document).stream()
            .flatMap(record -> system.payItems().of(record).stream())
            .map(BookedPayItem::item)
            .toList();
  }

  private List<Outcome.Booked> booked(VoucherKey key, Purpose purpose) {
    return kingdee.vouchers().stream()
        .filter(voucher -> voucher.holds(KEY_FIELD, key.value()))
        .map(voucher -> booked(voucher, purpose))
        .toList();
  }

  private static Outcome.Booked booked(SandboxVoucher voucher, Purpose purpose) {
    return new Outcome.Booked(
        purpose,
        Integer.toString(voucher.number()),
        voucher.debit().setScale(CENTS, RoundingMode.UNNECESSARY),
        voucher.credit().setScale(CENTS, RoundingMode.UNNECESSARY));
  }
}

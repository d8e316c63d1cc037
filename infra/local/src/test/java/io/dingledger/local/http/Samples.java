package io.dingledger.local.http;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.platform.queue.MemoryMessageQueue;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.TablePayItemStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tenant with a document in which every field is filled. */
final class Samples {
  static final Tenant TENANT = Tenant.verified("demo 一");
  static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");
  static final DocumentId FULL = new DocumentId("event:full/1");

  private Samples() {}

  /** The part for months of pay, over an empty table; nobody may close any. */
  static PayApi pay(MemoryDocuments documents) {
    return new PayApi(
        documents,
        documents,
        new TablePayItemStore(new MemoryTable()),
        new MemoryMessageQueue<>(Clock.systemUTC()),
        OperatorToken.at(temporary()),
        Clock.systemUTC());
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("dingledger").resolve("operator.token");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static MemoryDocuments documents() {
    MemoryDocuments documents = new MemoryDocuments();
    documents.tenants.add(TENANT);
    documents.records.add(full());
    documents.records.add(plain("held", DocumentState.HELD));
    documents.records.add(plain("received", DocumentState.RECEIVED));
    documents.vouchers.add(voucher());
    documents.typed.put(FULL, "{\"kind\":\"expenseClaim\",\"total\":{\"amount\":\"545.10\"}}");
    return documents;
  }

  static Voucher voucher() {
    return new Voucher(
        key(),
        FULL,
        Purpose.RECORD,
        LocalDate.of(2026, 3, 2),
        "CNY",
        "报销",
        1,
        List.of(line(Side.DEBIT, "6602.03"), line(Side.CREDIT, "2241")));
  }

  private static VoucherKey key() {
    return VoucherKey.of(TENANT, FULL, Purpose.RECORD, 1);
  }

  private static VoucherLine line(Side side, String account) {
    Money amount = Money.of("545.10", "CNY");
    return new VoucherLine(
        "高铁",
        account,
        Map.of(Dimension.DEPARTMENT, "D101", Dimension.EMPLOYEE, "E0001"),
        side,
        amount,
        new Explanation(
            "travel",
            "v1",
            List.of(new Explanation.Input("amount", "545.10", "row 1")),
            "amount",
            "HALF_UP 2",
            amount));
  }

  private static DocumentRecord full() {
    EventSubject.Approval approval =
        new EventSubject.Approval(
            FULL.value(),
            "PROC-1",
            "",
            "2026-1",
            EventSubject.Phase.FINISH,
            Optional.of(EventSubject.Result.AGREE),
            "u1",
            "张三提交的报销",
            Optional.of(NOW));
    return DocumentRecord.announced(TENANT, FULL, Optional.of(approval), NOW)
        .changed()
        .kind("expenseClaim")
        .businessDate(LocalDate.of(2026, 3, 2))
        .total(Money.of("545.10", "CNY"))
        .heardOf("e1")
        .supersededBy(new DocumentId("later"))
        .state(DocumentState.PARKED)
        .postings(List.of(parked(), posted()))
        .reasons(List.of(new Reason("A-CODE", "中文", "English")))
        .build()
        .noting(NOW, "post", "SENDING", "to kingdee-cloud");
  }

  private static Posting parked() {
    Failure failure = Failure.of(FailureKind.AMBIGUOUS, "kingdee-cloud", "TIMEOUT", "no answer");
    return Posting.ready(key(), Purpose.RECORD, NOW)
        .claimed(NOW, Duration.ofMinutes(1))
        .sending(NOW)
        .failed(failure, NOW.plusSeconds(60))
        .parked("connection kingdee-cloud", NOW.plusSeconds(600));
  }

  static Posting posted() {
    VoucherKey second = VoucherKey.of(TENANT, FULL, Purpose.RECORD, 2);
    Failure overcome = Failure.of(FailureKind.TRANSIENT, "kingdee-cloud", "HTTP-503", "busy");
    return Posting.ready(second, Purpose.RECORD, NOW)
        .claimed(NOW, Duration.ofMinutes(1))
        .failed(overcome, NOW.plusSeconds(60))
        .claimed(NOW.plusSeconds(60), Duration.ofMinutes(1))
        .failed(overcome, NOW.plusSeconds(120))
        .claimed(NOW.plusSeconds(120), Duration.ofMinutes(1))
        .posted(new LedgerReference("100123", "45"));
  }

  static DocumentRecord plain(String id, DocumentState state) {
    return DocumentRecord.announced(TENANT, new DocumentId(id), Optional.empty(), NOW)
        .changed()
        .state(state)
        .build();
  }
}

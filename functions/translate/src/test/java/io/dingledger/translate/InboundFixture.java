package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.TENANT;

import io.dingledger.ledgers.hose.ScriptedHose;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.TimelineEntry;
import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.InboundSettings;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.rules.Checked;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.RuleBooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A tenant with a real rule book for expense claims and an account at a scripted 合思. */
final class InboundFixture {
  static final DocumentId CLAIM = new DocumentId("in:api:EXP-1");
  static final DocumentId FLOW = new DocumentId("in:hose:ID-1");

  final TranslateFixture system = new TranslateFixture();
  Optional<HoseSettings> account = Optional.of(ScriptedHose.ACCOUNT);

  InboundFixture() {
    RuleBook book = book(text());
    system.source =
        tenant -> new RuleBookSource.Active.Ready(settings(), RuleBooksByDate.always("v-1", book));
    system.dingTalk.person =
        new Answer.Got<>(
            new Person(
                "zhang", "张三", "0042", List.of("d-1"), Optional.empty(), Optional.empty(), true));
  }

  TenantSettings settings() {
    return TranslateFixture.settings()
        .withInbound(account.map(hose -> new InboundSettings("key", List.of(), Optional.of(hose))));
  }

  static String text() {
    try (var in = InboundFixture.class.getResourceAsStream("/one-form.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static RuleBook book(String text) {
    return ((Checked.Valid) RuleBooks.check(text)).book();
  }

  /** A claim of somebody who is described. */
  static String claim(String amount) {
    return claim(amount, "差旅费");
  }

  static String claim(String amount, String category) {
    return """
        {"kind": "expenseClaim", "id": "EXP-1", "date": "2026-03-30", "title": "差旅报销",
         "person": {"userId": "zhang", "jobNumber": "0042", "department": {"code": "BM01"}},
         "total": AMOUNT, "lines": [{"category": "CATEGORY", "amount": AMOUNT, "tax": 45.00}]}
        """
        .replace("AMOUNT", amount)
        .replace("CATEGORY", category);
  }

  /** The claim in the words of 合思. */
  static String flow(String state, String amount, long updatedAt) {
    return """
        {"id": "ID-1", "version": 7, "updateTime": UPDATED, "state": "STATE",
         "formType": "expense",
         "form": {"code": "B26000001", "title": "差旅报销", "submitterId": "corp:zhang",
          "expenseDepartment": {"id": "d", "code": "BM01", "name": "财务部"},
          "expenseMoney": {"standard": "AMOUNT", "standardStrCode": "CNY"}, "voucherNo": "",
          "details": [{"feeType": {"code": "T1", "name": "差旅费"}, "feeTypeForm": {
            "amount": {"standard": "AMOUNT", "standardStrCode": "CNY"}, "feeDate": 1774800000000,
            "invoiceForm": {"invoices": [{"invoiceId": "i",
              "taxAmount": {"standard": "45.00", "standardStrCode": "CNY"}}]}}}]}}
        """
        .replace("UPDATED", Long.toString(updatedAt))
        .replace("STATE", state)
        .replace("AMOUNT", amount);
  }

  void receives(String message, String text) {
    system.clock.advance(Duration.ofSeconds(1));
    system.handle(received(message, text));
  }

  TranslateWork received(String message, String text) {
    return new TranslateWork.Received(TENANT, CLAIM, message, text, system.clock.instant());
  }

  /** 合思 tells that there is news. */
  void news() {
    system.clock.advance(Duration.ofSeconds(1));
    system.handle(
        new TranslateWork.Received(
            TENANT,
            FLOW,
            "hose freeflow.paid paid",
            "{\"flowId\":\"ID-1\"}",
            system.clock.instant()));
  }

  DocumentRecord record(DocumentId id) {
    return system.documents.find(TENANT, id).orElseThrow();
  }

  List<String> reasons(DocumentId id) {
    return record(id).reasons().stream().map(Reason::code).toList();
  }

  List<String> history(DocumentId id) {
    return record(id).timeline().stream().map(TimelineEntry::what).toList();
  }

  /** The lines of its only voucher: side, account, amount. */
  List<String> lines(DocumentId id) {
    Voucher voucher =
        system.documents.voucher(TENANT, id, record(id).postings().getFirst().key()).orElseThrow();
    return voucher.lines().stream().map(InboundFixture::line).toList();
  }

  private static String line(VoucherLine line) {
    return line.side() + " " + line.account() + " " + line.amount().amount().toPlainString();
  }
}

package io.dingledger.ledgers.quickbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.ledgers.http.HandClock;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickBooksNamesTest {
  private final HandClock clock = new HandClock();
  private QuickBooksUnderTest subject = new QuickBooksUnderTest(Map.of(), clock);

  @AfterEach
  void close() {
    subject.close();
  }

  private void with(Map<String, String> settings) {
    subject.close();
    subject = new QuickBooksUnderTest(settings, clock);
  }

  private static Voucher voucher(String account, String vendor) {
    return Vouchers.voucher(
        "claim " + account,
        List.of(
            Vouchers.line(account, Map.of(), Side.DEBIT, "1.00"),
            Vouchers.line("2202", Map.of(Dimension.SUPPLIER, vendor), Side.CREDIT, "1.00")));
  }

  private Sent sent(Voucher voucher) {
    return subject.ledger().send(voucher, new Asked.Absent(voucher.key()));
  }

  private Failure refused(Voucher voucher) {
    return assertInstanceOf(Sent.Failed.class, sent(voucher)).failure();
  }

  private long queries(String entity) {
    return subject.standIn().calls().stream()
        .filter(call -> call.body().contains(" from " + entity + " "))
        .count();
  }

  @Test
  void anAccountThatAnotherCopyFoundLaterMakesNoDifference() throws Exception {
    Ledger early = subject.ledger();
    Voucher first = voucher("6602.03", "Demo Vendor");
    assertInstanceOf(Sent.Posted.class, early.send(first, new Asked.Absent(first.key())));
    subject
        .standIn()
        .company()
        .add(
            "Account",
            "{\"Id\":\"99\",\"AcctNum\":\"6699\",\"Active\":true,\"AccountType\":\"Expense\"}");
    Voucher second = voucher("6699", "Demo Vendor");
    Ledger late = subject.ledgerWith("readTimeoutSeconds", "2");
    assertInstanceOf(Sent.Posted.class, late.send(second, new Asked.Absent(second.key())));
    assertInstanceOf(Asked.Found.class, early.ask(second));
  }

  @Nested
  class ALineFindsItsNames {
    @ParameterizedTest
    @CsvSource({
      "name, Demo Vendor, 55",
      "name, D'Artagnan \\ Co, 56",
      "number, V-1, 55",
      "id, 56, 56"
    })
    void byTheConfiguredProperty(String by, String code, String id) {
      with(Map.of("supplierBy", by));
      assertInstanceOf(Sent.Posted.class, sent(voucher("6602.03", code)));
      String body =
          subject
              .standIn()
              .company()
              .all("JournalEntry")
              .getFirst()
              .path("Line")
              .path(1)
              .toString();
      assertTrue(body.contains("\"EntityRef\":{\"value\":\"" + id + "\"}"), body);
    }

    @Test
    void accountsByTheirFullNameWhenSoConfigured() {
      with(Map.of("accountBy", "name"));
      Voucher named =
          Vouchers.voucher(
              "claim",
              List.of(
                  Vouchers.line("管理费用:差旅费", Map.of(), Side.DEBIT, "1.00"),
                  Vouchers.line("银行存款", Map.of(), Side.CREDIT, "1.00")));
      assertInstanceOf(Sent.Posted.class, sent(named));
      assertInstanceOf(Asked.Found.class, subject.ledger().ask(named));
    }
  }

  @Nested
  class ANameIsRefusedBeforeSending {
    @Test
    void whenTheAccountIsInactive() {
      Failure failure = refused(voucher("6601", "Demo Vendor"));
      assertEquals(FailureKind.DATA, failure.kind());
      assertEquals("LEDGER-NAME-UNKNOWN", failure.code());
      assertTrue(failure.detail().contains("6601"));
      assertEquals(0, subject.requests(Request.SEND));
    }

    @Test
    void withoutRepeatingAPersonsName() {
      Failure failure = refused(voucher("6602.03", "Zhang San"));
      assertEquals("LEDGER-NAME-UNKNOWN", failure.code());
      assertFalse(failure.detail().contains("Zhang"));
    }

    @Test
    void whenTwoActiveOnesHaveTheSameCode() throws Exception {
      subject
          .standIn()
          .company()
          .add("Account", "{\"Id\":\"99\",\"AcctNum\":\"6602.03\",\"Active\":true}");
      assertEquals("LEDGER-QUICKBOOKS-TWICE", refused(voucher("6602.03", "Demo Vendor")).code());
    }

    @Test
    void anInactiveNamesakeDoesNoHarm() throws Exception {
      subject
          .standIn()
          .company()
          .add("Account", "{\"Id\":\"99\",\"AcctNum\":\"6602.03\",\"Active\":false}");
      assertInstanceOf(Sent.Posted.class, sent(voucher("6602.03", "Demo Vendor")));
    }
  }

  @Nested
  class NamesAreRemembered {
    @Test
    void forTenMinutes() {
      sent(voucher("6602.03", "Demo Vendor"));
      clock.pass(Names.OLDEST.minusSeconds(1));
      sent(voucher("6602.04", "Demo Vendor"));
      assertEquals(1, queries("Account"));
      assertEquals(1, queries("Vendor"));
      clock.pass(Duration.ofSeconds(1));
      sent(voucher("6602.03", "Demo Vendor"));
      assertEquals(2, queries("Account"));
    }

    @Test
    void butWhatWasJustCreatedIsFound() throws Exception {
      sent(voucher("6602.03", "Demo Vendor"));
      clock.pass(Names.FRESH);
      subject
          .standIn()
          .company()
          .add("Account", "{\"Id\":\"99\",\"AcctNum\":\"6602.09\",\"Active\":true}");
      assertInstanceOf(Sent.Posted.class, sent(voucher("6602.09", "Demo Vendor")));
    }

    @Test
    void untilQuickBooksRefusesOne() {
      sent(voucher("6602.03", "Demo Vendor"));
      subject.standIn().company().all("Account").getFirst().put("Active", false);
      Voucher next = voucher("6602.04", "Demo Vendor");
      subject.standIn().company().all("Account").get(1).put("Active", false);
      assertEquals("610", refused(next).code());
      assertEquals("LEDGER-NAME-UNKNOWN", refused(next).code());
    }

    @Test
    void andWhatIsInactiveByNowIsStillFoundByAsking() {
      Voucher voucher = voucher("6602.03", "Demo Vendor");
      sent(voucher);
      subject.standIn().company().all("Account").getFirst().put("Active", false);
      clock.pass(Names.OLDEST);
      assertInstanceOf(Asked.Found.class, subject.ledger().ask(voucher));
    }

    @Test
    void aFailedLookUpSendsNothing() {
      subject.standIn().answerNext(Reply.json("{\"QueryResponse\":null}"));
      Failure failure = refused(voucher("6602.03", "Demo Vendor"));
      assertEquals(FailureKind.TRANSIENT, failure.kind());
      assertEquals(0, subject.requests(Request.SEND));
    }
  }

  @Nested
  class ListsAreReadWhole {
    @Test
    void pageByPage() throws Exception {
      for (int number = 0; number < 2100; number++) {
        subject
            .standIn()
            .company()
            .add(
                "Customer",
                "{\"Id\":\"c%d\",\"DisplayName\":\"Client %d\",\"Active\":true}"
                    .formatted(number, number));
      }
      MasterData.Entries entries =
          assertInstanceOf(
              MasterData.Entries.class, subject.ledger().read(MasterData.Kind.CUSTOMER));
      assertEquals(2101, entries.entries().size());
      assertEquals(2101, entries.entries().stream().distinct().count());
      assertEquals(3, queries("Customer"));
    }
  }
}

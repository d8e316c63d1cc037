package io.dingledger.ledgers.quickbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reimbursements as bills and purchases. */
class QuickBooksExpenseTest {
  private static final Map<String, String> AS_BILL =
      Map.of("expenseAs", "bill", "expenseAccounts", "1; 2202");

  private static final Map<Dimension, String> VENDOR = Map.of(Dimension.SUPPLIER, "Demo Vendor");

  private QuickBooksUnderTest subject = new QuickBooksUnderTest(Map.of());

  @AfterEach
  void close() {
    subject.close();
  }

  private void with(Map<String, String> settings) {
    subject.close();
    subject = new QuickBooksUnderTest(settings);
  }

  private LedgerReference posted(Voucher voucher) {
    return posted(subject.ledger(), voucher);
  }

  private static LedgerReference posted(Ledger ledger, Voucher voucher) {
    Asked.Absent leave = assertInstanceOf(Asked.Absent.class, ledger.ask(voucher));
    return assertInstanceOf(Sent.Posted.class, ledger.send(voucher, leave)).reference();
  }

  private Call lastPost(String entity) {
    return subject.standIn().calls().stream()
        .filter(call -> call.path().endsWith("/" + entity))
        .reduce((one, two) -> two)
        .orElseThrow();
  }

  private static VoucherLine debit(Map<Dimension, String> dimensions, String amount) {
    return Vouchers.line("6602.03", dimensions, Side.DEBIT, amount);
  }

  private static VoucherLine credit(Map<Dimension, String> dimensions, String amount) {
    return Vouchers.line("2202", dimensions, Side.CREDIT, amount);
  }

  private static Voucher claim() {
    return Vouchers.voucher(
        "claim",
        List.of(debit(Map.of(Dimension.DEPARTMENT, "研发部"), "500.00"), credit(VENDOR, "500.00")));
  }

  @Test
  void becomesABill() throws Exception {
    with(AS_BILL);
    Voucher voucher = claim();
    LedgerReference reference = posted(voucher);
    assertTrue(reference.id().startsWith("Bill/"), reference::id);
    String key = voucher.key().value();
    JsonNode expected =
        StandInCompany.JSON.readTree(
            """
            {"DocNumber":"%s","TxnDate":"2026-03-31","PrivateNote":"K=%s",
             "VendorRef":{"value":"55"},"APAccountRef":{"value":"33"},
             "Line":[{"Description":"报销 差旅","Amount":500.00,
               "DetailType":"AccountBasedExpenseLineDetail",
               "AccountBasedExpenseLineDetail":{"AccountRef":{"value":"63"},
                "ClassRef":{"value":"1"},"BillableStatus":"NotBillable"}}]}"""
                .formatted(key, key));
    assertEquals(expected, StandInCompany.JSON.readTree(lastPost("bill").body()));
    assertEquals(new Asked.Found(reference), subject.ledger().ask(voucher));
  }

  @Test
  void becomesAPurchase() {
    with(
        Map.of(
            "expenseAs", "purchase",
            "expenseAccounts", "1002",
            "paymentType", "CreditCard",
            "departmentAs", "department",
            "expenseTaxCode", "NON"));
    Voucher voucher =
        Vouchers.voucher(
            "claim",
            List.of(
                debit(Map.of(Dimension.DEPARTMENT, "上海", Dimension.CUSTOMER, "Demo Client"), "1"),
                debit(Map.of(Dimension.DEPARTMENT, "上海"), "2"),
                Vouchers.line(
                    "1002", Map.of(Dimension.EMPLOYEE, "Demo Employee"), Side.CREDIT, "3")));
    LedgerReference reference = posted(voucher);
    String body = lastPost("purchase").body();
    for (String part :
        List.of(
            "\"PaymentType\":\"CreditCard\",\"AccountRef\":{\"value\":\"35\"}",
            "\"EntityRef\":{\"value\":\"88\",\"type\":\"Employee\"}",
            "\"DepartmentRef\":{\"value\":\"2\"}",
            "\"CustomerRef\":{\"value\":\"77\"}",
            "\"TaxCodeRef\":{\"value\":\"NON\"}")) {
      assertTrue(body.contains(part), body);
    }
    assertEquals(new Asked.Found(reference), subject.ledger().ask(voucher));
  }

  @Test
  void staysAJournalEntryWhenItHasAnotherShape() {
    with(AS_BILL);
    for (Voucher other :
        List.of(
            Vouchers.voucher("red", List.of(debit(Map.of(), "-1"), credit(VENDOR, "-1"))),
            Vouchers.voucher(
                "two credits",
                List.of(debit(Map.of(), "2"), credit(VENDOR, "1"), credit(VENDOR, "1"))),
            Vouchers.voucher(
                "another account",
                List.of(debit(Map.of(), "1"), Vouchers.line("1002", Map.of(), Side.CREDIT, "1"))),
            Vouchers.voucher(
                "a person on a debit",
                List.of(
                    debit(Map.of(Dimension.EMPLOYEE, "Demo Employee"), "1"),
                    credit(VENDOR, "1"))))) {
      LedgerReference reference = posted(other);
      assertFalse(reference.id().contains("/"), other.summary());
      assertEquals(new Asked.Found(reference), subject.ledger().ask(other));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"journal-entry", "bill", "purchase"})
  void isFoundWhateverTheSettingWasWhenItWasSent(String was) {
    with(Map.of("expenseAs", was, "expenseAccounts", "2202"));
    Voucher voucher = claim();
    LedgerReference reference = posted(voucher);
    for (String is : List.of("journal-entry", "bill", "purchase")) {
      Ledger changed = subject.ledgerWith("expenseAs", is);
      assertEquals(new Asked.Found(reference), changed.ask(voucher), is);
    }
  }

  @Test
  void thatIsSentAgainUnderAnotherSettingIsReplayedAndNotBookedTwice() {
    with(AS_BILL);
    Voucher voucher = claim();
    LedgerReference bill = posted(voucher);
    Ledger changed = subject.ledgerWith("expenseAs", "journal-entry");
    Sent again = changed.send(voucher, new Asked.Absent(voucher.key()));
    assertEquals(new Sent.Posted(bill), again);
    assertEquals(1, subject.countWithKey(voucher.key()));
  }

  @Test
  void thatSomebodyAlsoBookedByHandIsThereTwice() {
    with(AS_BILL);
    Voucher voucher = claim();
    posted(voucher);
    subject
        .standIn()
        .company()
        .all("Purchase")
        .add(
            StandInCompany.JSON
                .createObjectNode()
                .put("Id", "9")
                .put("DocNumber", voucher.key().value())
                .put("TotalAmt", 500)
                .set("Line", StandInCompany.JSON.createArrayNode()));
    assertInstanceOf(Asked.Several.class, subject.ledger().ask(voucher));
  }

  @Test
  void whoseTotalQuickBooksChangedIsOtherContent() {
    with(AS_BILL);
    Voucher voucher = claim();
    posted(voucher);
    subject.standIn().company().all("Bill").getFirst().put("TotalAmt", 530);
    assertInstanceOf(Asked.Different.class, subject.ledger().ask(voucher));
  }
}

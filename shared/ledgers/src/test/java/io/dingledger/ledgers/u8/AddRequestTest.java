package io.dingledger.ledgers.u8;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.money.Money;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AddRequestTest {
  private static final String KEY = Vouchers.key("claim").value();

  private static Answer<ObjectNode> request(Map<String, String> further, Voucher voucher) {
    Map<String, String> settings = new HashMap<>();
    settings.put("fromAccount", "demo_from");
    settings.put("toAccount", "demo_to");
    settings.put("appKey", "opademo");
    settings.put("maker", "demo");
    settings.putAll(further);
    LedgerConnection connection =
        new LedgerConnection(
            Tenant.verified("corp"),
            "u8-openapi",
            settings,
            Map.of("appSecret", Secret.of("demo-secret")),
            Duration.ZERO);
    return new AddRequest(U8Settings.of(connection)).body(voucher);
  }

  private static JsonNode body(Map<String, String> further, Voucher voucher) {
    Answer.Got<?> got = assertInstanceOf(Answer.Got.class, request(further, voucher));
    return Json.tree(got.value().toString()).orElseThrow();
  }

  private static Failure refused(Voucher voucher) {
    return assertInstanceOf(Answer.Failed.class, request(Map.of(), voucher)).failure();
  }

  private static Voucher voucher(VoucherLine... lines) {
    return Vouchers.voucher("claim", List.of(lines));
  }

  private static VoucherLine debit(String amount) {
    return Vouchers.line("660203", Map.of(Dimension.DEPARTMENT, "01"), Side.DEBIT, amount);
  }

  private static VoucherLine credit(String amount) {
    return Vouchers.line("2241", Map.of(Dimension.EMPLOYEE, "E0001"), Side.CREDIT, amount);
  }

  @Test
  void aVoucherIsWrittenInTwoListsWithItsExternalNumber() {
    String expected =
        """
        {"voucher":{"voucher_type":"记","fiscal_year":2026,"accounting_period":3,"voucher_id":"",
         "date":"2026-03-31","enter":"demo","attachment_number":1,"reserve2":"KEY",
         "voucher_making_system":"CDM",
         "debit":{"entry":[{"entry_id":1,"account_code":"660203","abstract":"KEY 报销 差旅",
          "natural_debit_currency":500.10,"auxiliary":{"dept_id":"01"}}]},
         "credit":{"entry":[{"entry_id":2,"account_code":"2241","abstract":"KEY 报销 差旅",
          "natural_credit_currency":500.10,"auxiliary":{"personnel_id":"E0001"}}]}}}
        """
            .replace("KEY", KEY);
    assertEquals(
        Json.tree(expected).orElseThrow(),
        body(Map.of(), voucher(debit("500.10"), credit("500.10"))));
  }

  @Test
  void fieldsAreNamedAsTheConnectionSays() {
    JsonNode entry =
        body(
                Map.of("debitField", "md", "departmentField", "cdept_id"),
                voucher(debit("1.00"), credit("1.00")))
            .path("voucher")
            .path("debit")
            .path("entry")
            .path(0);
    assertTrue(entry.has("md") && entry.path("auxiliary").has("cdept_id"), entry::toString);
  }

  @Test
  void aRedVoucherHasNegativeAmountsOnTheSameSides() {
    JsonNode body = body(Map.of(), voucher(debit("-5.00"), credit("-5.00"))).path("voucher");
    for (String side : List.of("debit", "credit")) {
      JsonNode amount = body.path(side).path("entry").path(0).path("natural_" + side + "_currency");
      assertEquals(0, new BigDecimal("-5").compareTo(amount.decimalValue()));
    }
  }

  @Test
  void aLongSummaryLosesItsEndAndNeverTheKey() {
    VoucherLine line =
        new VoucherLine(
            "很".repeat(90),
            "1002",
            Map.of(),
            Side.DEBIT,
            Money.of("1.00", "CNY"),
            debit("1.00").explanation());
    for (String place : List.of("prefix", "suffix")) {
      String summary =
          body(Map.of("keyPlace", place), voucher(line, credit("1.00")))
              .path("voucher")
              .path("debit")
              .path("entry")
              .path(0)
              .path("abstract")
              .asText();
      assertEquals(60, summary.length());
      assertTrue(place.equals("prefix") ? summary.startsWith(KEY) : summary.endsWith(KEY));
    }
  }

  @Nested
  class IsRefusedBeforeAnythingIsSent {
    @Test
    void withALineInAForeignCurrency() {
      VoucherLine line = debit("710.34");
      VoucherLine foreign =
          new VoucherLine(
              line.summary(),
              line.account(),
              line.dimensions(),
              line.side(),
              line.amount(),
              Optional.of(new Foreign(Money.of("100.00", "USD"), new BigDecimal("7.1034"))),
              line.explanation());
      Failure failure = refused(voucher(foreign, credit("710.34")));
      assertEquals("LEDGER-FOREIGN-UNSUPPORTED", failure.code());
      assertEquals(FailureKind.DATA, failure.kind());
    }

    @Test
    void inAnotherCurrencyThanTheBooks() {
      assertEquals("LEDGER-CURRENCY-UNMAPPED", refused(in("USD", "1.00")).code());
    }

    @Test
    void withMoreDecimalsThanTheLedgerKeeps() {
      assertEquals("LEDGER-TOO-FINE", refused(in("KWD", "1.005")).code());
    }

    private static Voucher in(String currency, String amount) {
      return voucher(
          Vouchers.line("1", Map.of(), Side.DEBIT, Money.of(amount, currency)),
          Vouchers.line("2", Map.of(), Side.CREDIT, Money.of(amount, currency)));
    }
  }
}

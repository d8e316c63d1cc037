package io.dingledger.ledgers.yonbip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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

class AddVoucherRequestTest {
  private static final String KEY = Vouchers.key("claim").value();

  private static AddVoucherRequest request(Map<String, String> further) {
    Map<String, String> settings = new HashMap<>();
    settings.put("tenantId", "demo0001");
    settings.put("appKey", "demo-key");
    settings.put("book", "A001");
    settings.put("voucherType", "1");
    settings.put("makerMobile", "13900000000");
    settings.putAll(further);
    return new AddVoucherRequest(
        YonbipSettings.of(
            new LedgerConnection(
                Tenant.verified("corp"),
                "yonbip",
                settings,
                Map.of("appSecret", Secret.of("demo-secret")),
                Duration.ZERO)));
  }

  private static JsonNode body(Map<String, String> further, Voucher voucher) {
    return ((Answer.Got<?>) assertInstanceOf(Answer.Got.class, request(further).body(voucher)))
                .value()
            instanceof JsonNode tree
        ? Json.tree(Json.text(tree)).orElseThrow()
        : null;
  }

  private static Failure refused(Map<String, String> further, Voucher voucher) {
    return assertInstanceOf(Answer.Failed.class, request(further).body(voucher)).failure();
  }

  private static Voucher voucher(VoucherLine... lines) {
    return Vouchers.voucher("claim", List.of(lines));
  }

  private static VoucherLine debit(String amount) {
    return Vouchers.line("660203", Map.of(Dimension.DEPARTMENT, "D01"), Side.DEBIT, amount);
  }

  private static VoucherLine credit(String amount) {
    return Vouchers.line("1002", Map.of(), Side.CREDIT, amount);
  }

  private static VoucherLine inDollars(String dollars, String yuan) {
    VoucherLine line = debit(yuan);
    return new VoucherLine(
        line.summary(),
        line.account(),
        line.dimensions(),
        line.side(),
        line.amount(),
        Optional.of(new Foreign(Money.of(dollars, "USD"), new BigDecimal("7.1034"))),
        line.explanation());
  }

  private static void assertAmount(String expected, JsonNode told) {
    assertEquals(0, new BigDecimal(expected).compareTo(told.decimalValue()), told::toString);
  }

  @Test
  void aVoucherIsWrittenWithItsKeyInEveryPlaceWhereItCanBeFound() {
    String expected =
        """
        {"businessId":"KEY","srcSystemCode":"figl","accbookCode":"A001","voucherTypeCode":"1",
         "period":"2026-03","makeTime":"2026-03-31","attachedBill":1,"description":"KEY 报销 claim",
         "externalSourceDataId":"KEY","externalSourceDataCode":"KEY",
         "externalSourceDataType":"voucher","externalSourceSystemName":"DingLedger",
         "makerMobile":"13900000000","bodies":[
          {"description":"KEY 报销 差旅","accsubjectCode":"660203","currencyCode":"CNY",
           "busidate":"2026-03-31","rateType":"01","rateOrg":1,
           "debitOriginal":545.00,"debitOrg":545.00,
           "clientAuxiliaryList":[{"filedCode":"0001","valueCode":"D01"}]},
          {"description":"KEY 报销 差旅","accsubjectCode":"1002","currencyCode":"CNY",
           "busidate":"2026-03-31","rateType":"01","rateOrg":1,
           "creditOriginal":545.00,"creditOrg":545.00}]}
        """
            .replace("KEY", KEY);
    assertEquals(
        Json.tree(expected).orElseThrow(),
        body(Map.of(), voucher(debit("545.00"), credit("545.00"))));
  }

  @Test
  void theMakerMayBeNamedByMail() {
    JsonNode body =
        body(
            Map.of("makerBy", "email", "makerEmail", "demo@example.com"),
            voucher(debit("1.00"), credit("1.00")));
    assertEquals("demo@example.com", body.path("makerEmail").asText());
    assertFalse(body.has("makerMobile"));
  }

  @Test
  void aForeignLineHasItsOwnAmountRateAndCurrencyBesideTheBooks() {
    JsonNode line =
        body(Map.of(), voucher(inDollars("100.00", "710.34"), credit("710.34")))
            .path("bodies")
            .path(0);
    assertEquals("USD", line.path("currencyCode").asText());
    assertEquals("02", line.path("rateType").asText());
    assertEquals(1, line.path("rateOrgOps").asInt());
    assertAmount("7.1034", line.path("rateOrg"));
    assertAmount("100.00", line.path("debitOriginal"));
    assertAmount("710.34", line.path("debitOrg"));
  }

  @Nested
  class ARedVoucher {
    private final Voucher red = voucher(debit("-5.00"), credit("-5.00"));

    @Test
    void hasNegativeAmountsOnTheSameSides() {
      JsonNode line = body(Map.of(), red).path("bodies").path(0);
      assertAmount("-5.00", line.path("debitOrg"));
      assertFalse(line.has("creditOrg"));
    }

    @Test
    void hasPositiveAmountsOnTheOtherSidesWhereTheConnectionSaysSo() {
      JsonNode line = body(Map.of("redStyle", "other-side"), red).path("bodies").path(0);
      assertAmount("5.00", line.path("creditOrg"));
      assertFalse(line.has("debitOrg"));
    }
  }

  @Nested
  class ALongSummary {
    private final Voucher voucher =
        voucher(
            new VoucherLine(
                "很".repeat(300),
                "660203",
                Map.of(),
                Side.DEBIT,
                Money.of("1.00", "CNY"),
                debit("1.00").explanation()),
            credit("1.00"));

    @Test
    void losesItsEndAndNeverTheKey() {
      for (String place : List.of("prefix", "suffix")) {
        String summary =
            body(Map.of("keyPlace", place, "summaryLength", "40"), voucher)
                .path("bodies")
                .path(0)
                .path("description")
                .asText();
        assertEquals(40, summary.length());
        assertTrue(place.equals("prefix") ? summary.startsWith(KEY) : summary.endsWith(KEY));
      }
    }
  }

  @Nested
  class IsRefusedBeforeAnythingIsSent {
    @Test
    void whenADimensionHasNoCode() {
      Voucher voucher =
          voucher(
              Vouchers.line("1", Map.of(Dimension.PROJECT, "P"), Side.DEBIT, "1.00"),
              credit("1.00"));
      Failure failure = refused(Map.of(), voucher);
      assertEquals("LEDGER-DIMENSION-UNMAPPED", failure.code());
      assertEquals(FailureKind.DATA, failure.kind());
    }

    @Test
    void whenTheCurrencyIsNotTheBooks() {
      Voucher dollars =
          voucher(
              Vouchers.line("1", Map.of(), Side.DEBIT, Money.of("1.00", "USD")),
              Vouchers.line("2", Map.of(), Side.CREDIT, Money.of("1.00", "USD")));
      assertEquals("LEDGER-CURRENCY-UNMAPPED", refused(Map.of(), dollars).code());
    }

    @Test
    void whenAForeignCurrencyIsNotListed() {
      assertEquals(
          "LEDGER-CURRENCY-UNMAPPED",
          refused(
                  Map.of("currencies", "CNY=CNY"),
                  voucher(inDollars("100.00", "710.34"), credit("710.34")))
              .code());
    }

    @Test
    void whenTheCurrencyHasMoreDecimalsThanTheLedger() {
      Voucher dinars =
          voucher(
              Vouchers.line("1", Map.of(), Side.DEBIT, Money.of("1.005", "KWD")),
              Vouchers.line("2", Map.of(), Side.CREDIT, Money.of("1.005", "KWD")));
      assertEquals("LEDGER-TOO-FINE", refused(Map.of("bookCurrency", "KWD"), dinars).code());
    }
  }
}

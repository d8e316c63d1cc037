package io.dingledger.ledgers.kingdee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SaveRequestTest {
  private static Answer<ObjectNode> data(Map<String, String> further, VoucherLine... lines) {
    Map<String, String> settings =
        new HashMap<>(KingdeeUnderTest.settings(URI.create("http://127.0.0.1/"), "login-by-sign"));
    settings.putAll(further);
    return new SaveRequest(KingdeeSettings.of(KingdeeUnderTest.connection(settings)))
        .data(Vouchers.voucher("claim", List.of(lines)));
  }

  private static String text(Map<String, String> further, VoucherLine... lines) {
    Answer<ObjectNode> data = data(further, lines);
    return Json.text((ObjectNode) assertInstanceOf(Answer.Got.class, data).value());
  }

  private static VoucherLine debit(String amount, Map<Dimension, String> dimensions) {
    return Vouchers.line("6602.03", dimensions, Side.DEBIT, amount);
  }

  private static VoucherLine credit(String amount) {
    return Vouchers.line("2241", Map.of(Dimension.EMPLOYEE, "E0001"), Side.CREDIT, amount);
  }

  @Test
  void aVoucherIsWrittenExactlyInTheVendorsFields() {
    Voucher voucher =
        Vouchers.voucher("claim", List.of(debit("545.10", Map.of()), credit("545.10")));
    String expected =
        """
        {"NeedReturnFields":["FVOUCHERID","FVOUCHERGROUPNO","FENTITY_FENTRYID"],
        "IsVerifyBaseDataField":true,"ValidateFlag":true,"NumberSearch":true,
        "ValidateRepeatJson":true,"IsAutoSubmitAndAudit":"false",
        "Model":{"FVOUCHERID":0,"FAccountBookID":{"FNumber":"001"},
        "FDate":"2026-03-31","FBUSDATE":"2026-03-31","FYEAR":2026,"FPERIOD":3,
        "FSystemID":{"FNumber":"GL"},"FVOUCHERGROUPID":{"FNumber":"PRE001"},"FVOUCHERGROUPNO":"",
        "FATTACHMENTS":1,"FISADJUSTVOUCHER":false,"FACCBOOKORGID":{"FNumber":"100"},
        "FEntity":[
        {"FEXPLANATION":"报销 差旅","FACCOUNTID":{"FNumber":"6602.03"},
        "FDetailID":{"FDETAILID__FFLEX5":{"FNumber":"BM000001"},"FDETAILID__FFLEX7":{"FNumber":"E0001"}},
        "FCURRENCYID":{"FNumber":"PRE001"},"FEXCHANGERATETYPE":{"FNumber":"HLTX01_SYS"},
        "FEXCHANGERATE":1,"FAMOUNTFOR":545.10,"FDEBIT":545.10,"FCREDIT":0.00,"FBUSNO":"KEY"},
        {"FEXPLANATION":"报销 差旅","FACCOUNTID":{"FNumber":"2241"},
        "FDetailID":{"FDETAILID__FFLEX7":{"FNumber":"E0001"}},
        "FCURRENCYID":{"FNumber":"PRE001"},"FEXCHANGERATETYPE":{"FNumber":"HLTX01_SYS"},
        "FEXCHANGERATE":1,"FAMOUNTFOR":545.10,"FDEBIT":0.00,"FCREDIT":545.10,"FBUSNO":"KEY"}]}}"""
            .replace("\n", "")
            .replace("KEY", voucher.key().value());
    assertEquals(
        expected,
        text(
            Map.of(),
            debit("545.10", Map.of(Dimension.EMPLOYEE, "E0001", Dimension.DEPARTMENT, "BM000001")),
            credit("545.10")));
  }

  @Test
  void largeAndRedAmountsAreWrittenInFull() {
    String text =
        text(Map.of(), debit("-90071992547409930.00", Map.of()), credit("-90071992547409930.00"));
    assertTrue(text.contains("\"FDEBIT\":-90071992547409930.00,\"FCREDIT\":0.00"));
  }

  @Test
  void aKeyInTheHeaderIsNotInTheEntries() {
    String text =
        text(
            Map.of("keyField", "F_DL_KEY", "keyFieldPlace", "header"),
            debit("1.00", Map.of()),
            credit("1.00"));
    assertEquals(2, text.split("F_DL_KEY", -1).length);
    assertTrue(text.indexOf("F_DL_KEY") < text.indexOf("FEntity"));
  }

  @Test
  void aSummaryIsCutToWholeCharacters() {
    VoucherLine line =
        new VoucherLine(
            "餐𠮷票据",
            "6602.03",
            Map.of(),
            Side.DEBIT,
            Money.of("1.00", "CNY"),
            debit("1.00", Map.of()).explanation());
    String text = text(Map.of("summaryLength", "2"), line, credit("1.00"));
    assertTrue(text.contains("\"FEXPLANATION\":\"餐𠮷\""));
  }

  @Test
  void anotherCurrencyIsAFaultOfTheVoucher() {
    Money dollar = Money.of("1.00", "USD");
    Failure failure =
        failure(
            data(
                Map.of(),
                Vouchers.line("1002", Map.of(), Side.DEBIT, dollar),
                Vouchers.line("1002", Map.of(), Side.CREDIT, dollar)));
    assertEquals(FailureKind.DATA, failure.kind());
    assertEquals("LEDGER-CURRENCY-UNMAPPED", failure.code());
  }

  @Test
  void aConfiguredCurrencyKeepsItsOwnDecimals() {
    Money yen = Money.of("150", "JPY");
    Answer<ObjectNode> data =
        data(
            Map.of("currencies", "JPY=PRE004, CNY=PRE001"),
            Vouchers.line("1002", Map.of(), Side.DEBIT, yen),
            Vouchers.line("1002", Map.of(), Side.CREDIT, yen));
    String text = Json.text((ObjectNode) assertInstanceOf(Answer.Got.class, data).value());
    assertTrue(text.contains("{\"FNumber\":\"PRE004\"}") && text.contains("\"FDEBIT\":150,"));
  }

  @Test
  void aForeignLineHasItsOwnCurrencyAndRateAndTheBooksAmount() {
    String text =
        text(
            Map.of("currencies", "CNY=PRE001, USD=PRE007"),
            foreign("236.79", "33.35", "USD"),
            credit("236.78"),
            credit("0.01"));
    assertTrue(
        text.contains(
            "\"FCURRENCYID\":{\"FNumber\":\"PRE007\"},"
                + "\"FEXCHANGERATETYPE\":{\"FNumber\":\"HLTX01_SYS\"},\"FEXCHANGERATE\":7.1000,"
                + "\"FAMOUNTFOR\":33.35,\"FDEBIT\":236.79,\"FCREDIT\":0.00"),
        text);
    assertTrue(text.contains("\"FEXCHANGERATE\":1,\"FAMOUNTFOR\":0.01,"), text);
  }

  @Test
  void aForeignCurrencyWithoutANumberIsAFaultOfTheVoucher() {
    Failure failure = failure(data(Map.of(), foreign("236.79", "33.35", "USD"), credit("236.79")));
    assertEquals("LEDGER-CURRENCY-UNMAPPED", failure.code());
    assertTrue(failure.detail().contains("USD"));
  }

  @Test
  void aVoucherInACurrencyThatIsNotTheBooksIsRefusedThoughItHasANumber() {
    Money dollar = Money.of("1.00", "USD");
    Failure failure =
        failure(
            data(
                Map.of("currencies", "CNY=PRE001, USD=PRE007"),
                Vouchers.line("1002", Map.of(), Side.DEBIT, dollar),
                Vouchers.line("1002", Map.of(), Side.CREDIT, dollar)));
    assertEquals(FailureKind.DATA, failure.kind());
    assertEquals("LEDGER-CURRENCY-UNMAPPED", failure.code());
  }

  @Test
  void aThousandthIsTooFineInALinesOwnAmountAndInItsForeignOne() {
    Money dinar = Money.of("1.005", "KWD");
    for (Answer<ObjectNode> data :
        List.of(
            data(
                Map.of("currencies", "KWD=K1"),
                Vouchers.line("1002", Map.of(), Side.DEBIT, dinar),
                Vouchers.line("1002", Map.of(), Side.CREDIT, dinar)),
            data(
                Map.of("currencies", "CNY=PRE001, KWD=K1"),
                foreign("23.00", "1.005", "KWD"),
                credit("23.00")))) {
      assertEquals("LEDGER-TOO-FINE", failure(data).code());
      assertEquals(FailureKind.DATA, failure(data).kind());
    }
  }

  private static VoucherLine foreign(String amount, String original, String currency) {
    VoucherLine line = debit(amount, Map.of());
    return new VoucherLine(
        line.summary(),
        line.account(),
        line.dimensions(),
        line.side(),
        line.amount(),
        Optional.of(new Foreign(Money.of(original, currency), new BigDecimal("7.1000"))),
        line.explanation());
  }

  @Test
  void aProjectNeedsAConfiguredField() {
    VoucherLine line = debit("1.00", Map.of(Dimension.PROJECT, "P1"));
    Failure failure = failure(data(Map.of(), line, credit("1.00")));
    assertEquals(FailureKind.DATA, failure.kind());
    assertEquals("LEDGER-DIMENSION-UNMAPPED", failure.code());
    assertTrue(
        text(Map.of("projectField", "FF100002"), line, credit("1.00"))
            .contains("\"FDETAILID__FF100002\":{\"FNumber\":\"P1\"}"));
  }

  private static Failure failure(Answer<ObjectNode> data) {
    return assertInstanceOf(Answer.Failed.class, data).failure();
  }
}

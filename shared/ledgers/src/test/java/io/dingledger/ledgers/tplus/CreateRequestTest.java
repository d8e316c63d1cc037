package io.dingledger.ledgers.tplus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.SettingValues;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CreateRequestTest {
  private static Answer<ObjectNode> body(Voucher voucher, Map<String, String> settings) {
    return new CreateRequest(
            TplusSettings.of(
                SettingValues.of(TplusUnderTest.connection(settings), TplusForm.description())))
        .body(voucher);
  }

  private static ObjectNode written(Voucher voucher) {
    return assertInstanceOf(
        ObjectNode.class, assertInstanceOf(Answer.Got.class, body(voucher, Map.of())).value());
  }

  private static Failure refused(Voucher voucher) {
    return assertInstanceOf(Answer.Failed.class, body(voucher, Map.of())).failure();
  }

  private static VoucherLine line(Side side, String amount, Map<Dimension, String> dimensions) {
    String account = side == Side.DEBIT ? "660203" : "2241";
    return Vouchers.line(account, dimensions, side, amount);
  }

  private static Voucher inCurrency(String currency) {
    return Vouchers.voucher(
        "claim",
        List.of(
            Vouchers.line("660203", Map.of(), Side.DEBIT, Money.of("1", currency)),
            Vouchers.line("2241", Map.of(), Side.CREDIT, Money.of("1", currency))));
  }

  @Test
  void theBodyIsThatOfTheVendorsDemo() {
    Voucher voucher =
        Vouchers.voucher(
            "claim",
            List.of(
                line(
                    Side.DEBIT,
                    "500.00",
                    Map.of(Dimension.DEPARTMENT, "01", Dimension.EMPLOYEE, "E0001")),
                line(Side.CREDIT, "500.00", Map.of())));
    String key = voucher.key().value();
    String expected =
        """
        {"dto":{"VoucherDate":"2026-03-31","ExternalCode":"KEY","DocType":{"Code":"记"},\
        "AttachedVoucherNum":1,"Entrys":[\
        {"Summary":"报销 差旅 KEY","Account":{"Code":"660203"},"Currency":{"Code":"RMB"},\
        "AmountDr":"500.00","AuxInfos":[{"AuxAccDepartment":{"Code":"01"},\
        "AuxAccPerson":{"Code":"E0001"}}]},\
        {"Summary":"报销 差旅 KEY","Account":{"Code":"2241"},"Currency":{"Code":"RMB"},\
        "AmountCr":"500.00","AuxInfos":[]}]}}""";
    assertEquals(expected.replace("KEY", key), Json.text(written(voucher)));
  }

  @Test
  void aRedVoucherKeepsItsSidesAndItsSign() {
    Voucher red =
        Vouchers.voucher(
            "claim",
            List.of(line(Side.DEBIT, "-0.10", Map.of()), line(Side.CREDIT, "-0.10", Map.of())));
    assertEquals(
        "-0.10", written(red).path("dto").path("Entrys").path(0).path("AmountDr").asText());
  }

  @ParameterizedTest
  @EnumSource
  void everyDimensionHasItsField(Dimension dimension) {
    Voucher voucher =
        Vouchers.voucher(
            "claim",
            List.of(
                line(Side.DEBIT, "1.00", Map.of(dimension, "C1")),
                line(Side.CREDIT, "1.00", Map.of())));
    String field =
        switch (dimension) {
          case DEPARTMENT -> "AuxAccDepartment";
          case EMPLOYEE -> "AuxAccPerson";
          case PROJECT -> "AuxAccProject";
          case CUSTOMER -> "AuxAccCustomer";
          case SUPPLIER -> "AuxAccSupplier";
        };
    assertEquals(
        "{\"%s\":{\"Code\":\"C1\"}}".formatted(field),
        written(voucher).at("/dto/Entrys/0/AuxInfos/0").toString());
  }

  @ParameterizedTest
  @CsvSource({"USD, LEDGER-CURRENCY-UNMAPPED", "KWD, LEDGER-TOO-FINE", "BHD, LEDGER-TOO-FINE"})
  void anotherCurrencyThanTheBooksIsRefused(String currency, String code) {
    Failure failure = refused(inCurrency(currency));
    assertEquals(FailureKind.DATA, failure.kind());
    assertEquals(code, failure.code());
  }

  @Test
  void theBooksCurrencyIsASetting() {
    assertInstanceOf(Answer.Got.class, body(inCurrency("HKD"), Map.of("currency", "HKD=HKD")));
  }

  @Test
  void aLineInAForeignCurrencyIsRefused() {
    VoucherLine plain = line(Side.DEBIT, "7.00", Map.of());
    VoucherLine foreign =
        new VoucherLine(
            plain.summary(),
            plain.account(),
            Map.of(),
            Side.DEBIT,
            plain.amount(),
            Optional.of(new Foreign(Money.of("1", "USD"), new BigDecimal("7"))),
            plain.explanation());
    Voucher voucher =
        Vouchers.voucher("claim", List.of(foreign, line(Side.CREDIT, "7.00", Map.of())));
    assertEquals("LEDGER-FOREIGN-UNSUPPORTED", refused(voucher).code());
  }
}

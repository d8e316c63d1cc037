package io.dingledger.ledgers.haokuaiji;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.ledgers.SettingValues;
import io.dingledger.ledgers.chanjet.PlatformDoor;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.ledgers.haokuaiji.BookAccounts.Account;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransRequestTest {
  private static final Map<String, String> GOOD =
      Map.of("appKey", "demo", "bookId", "1", "currencies", "CNY=1,USD=2");
  private static final Map<String, Account> ACCOUNTS =
      Map.of(
          "560203", new Account("560203", "", Optional.of(Side.DEBIT), true, true, true),
          "2241", new Account("2241", "", Optional.of(Side.CREDIT), false, true, true),
          "5602", new Account("5602", "", Optional.of(Side.DEBIT), false, false, true),
          "1901", new Account("1901", "", Optional.of(Side.DEBIT), false, true, false));

  private static TransRequest request(String... further) {
    Map<String, String> settings = new java.util.HashMap<>(GOOD);
    for (int place = 0; place < further.length; place += 2) {
      settings.put(further[place], further[place + 1]);
    }
    return new TransRequest(
        HaokuaijiSettings.of(
            SettingValues.of(
                HaokuaijiUnderTest.connection(settings, PlatformDoor.APP_SECRET),
                HaokuaijiForm.description())));
  }

  private static Voucher voucher(VoucherLine... lines) {
    return Vouchers.voucher("claim", List.of(lines));
  }

  private static VoucherLine debit(String amount) {
    return Vouchers.line("560203", Map.of(), Side.DEBIT, amount);
  }

  private static VoucherLine credit(String amount) {
    return Vouchers.line("2241", Map.of(), Side.CREDIT, amount);
  }

  private static VoucherLine foreign(String amount, String original, String currency) {
    VoucherLine line = debit(amount);
    return new VoucherLine(
        line.summary(),
        line.account(),
        Map.of(),
        line.side(),
        line.amount(),
        Optional.of(new Foreign(Money.of(original, currency), new BigDecimal("7.1"))),
        line.explanation());
  }

  @Nested
  class TheBody {
    @Test
    void isThatOfTheVendorsPages() {
      VoucherLine expense =
          Vouchers.line(
              "560203",
              Map.of(Dimension.DEPARTMENT, "01", Dimension.EMPLOYEE, "E0001"),
              Side.DEBIT,
              "500.00");
      Voucher voucher = voucher(expense, credit("500.00"));
      String expected =
          """
          {"acctgTransCategoryId":100001,"acctgPeriod":"202603","bizTypeId":100501,"code":"045",\
          "boName":"AcctgTrans","bizDate":1774886400000,"refVoucherCode":"KEY",\
          "isCodeType":true,"categoryCodeExist":true,"isFinal":false,\
          "origCreatedUserName":"DingLedger","details":[\
          {"sequenceNum":1,"comments":"报销 差旅 KEY","currencyId":1,"exchangeRate":1,\
          "basePostedDr":500.00,"postedDr":500.00,"basePostedCr":0.00,"postedCr":0.00,\
          "glAccount":{"code":"560203","drCrDirection":1,"hasSubsidiaryAccounting":true,\
          "isLeafNode":true},"glSubAccount":{"departmentCode":"01","employeeCode":"E0001"}},\
          {"sequenceNum":2,"comments":"报销 差旅 KEY","currencyId":1,"exchangeRate":1,\
          "basePostedDr":0.00,"postedDr":0.00,"basePostedCr":500.00,"postedCr":500.00,\
          "glAccount":{"code":"2241","drCrDirection":-1,"hasSubsidiaryAccounting":false,\
          "isLeafNode":true}}]}""";
      assertEquals(
          expected.replace("KEY", voucher.key().value()),
          Json.text(request().body(voucher, "045", ACCOUNTS)));
    }

    @ParameterizedTest
    @EnumSource
    void hasAFieldForEachDimension(Dimension dimension) {
      VoucherLine line = Vouchers.line("560203", Map.of(dimension, "C1"), Side.DEBIT, "1.00");
      String field =
          switch (dimension) {
            case DEPARTMENT -> "departmentCode";
            case EMPLOYEE -> "employeeCode";
            case PROJECT -> "projectCode";
            case CUSTOMER -> "customerCode";
            case SUPPLIER -> "vendorCode";
          };
      assertEquals(
          "{\"" + field + "\":\"C1\"}",
          request()
              .body(voucher(line, credit("1.00")), "1", Map.of())
              .at("/details/0/glSubAccount")
              .toString());
    }

    @ParameterizedTest
    @CsvSource({
      "2026-01-01, 1767196800000, 202601",
      "2026-03-31, 1774886400000, 202603",
      "2026-12-31, 1798646400000, 202612"
    })
    void datesAreMidnightsInChinaWhereverThisRuns(LocalDate date, long millis, String period) {
      assertEquals(millis, TransRequest.milliseconds(date));
      assertEquals(period, TransRequest.period(date));
    }

    @Test
    void takesTheDirectionFromTheAccountEvenOfALineOnTheOtherSide() {
      Voucher refund =
          voucher(
              Vouchers.line("2241", Map.of(), Side.DEBIT, "1.00"),
              Vouchers.line("560203", Map.of(), Side.CREDIT, "1.00"));
      assertEquals(
          -1,
          request().body(refund, "1", ACCOUNTS).at("/details/0/glAccount/drCrDirection").asInt());
      assertEquals(
          1,
          request().body(refund, "1", Map.of()).at("/details/0/glAccount/drCrDirection").asInt());
    }

    @Test
    void aRedVoucherKeepsItsSign() {
      assertEquals(
          "-0.10",
          Json.text(
              request()
                  .body(voucher(debit("-0.10"), credit("-0.10")), "1", ACCOUNTS)
                  .at("/details/0/basePostedDr")));
    }

    @Test
    void ofAForeignLineHasBothAmountsAndTheRate() {
      Voucher voucher = voucher(foreign("71.00", "10.00", "USD"), credit("71.00"));
      var detail = request().body(voucher, "1", ACCOUNTS).path("details");
      assertEquals("10.00", Json.text(detail.path(0).path("postedDr")));
      assertEquals("71.00", Json.text(detail.path(0).path("basePostedDr")));
      assertEquals("7.1", Json.text(detail.path(0).path("exchangeRate")));
      assertEquals(2, detail.path(0).path("currencyId").asInt());
      assertEquals(1, detail.path(1).path("currencyId").asInt());
    }

    @Test
    void forTheForeignServiceNamesNoCurrencyAndNoRateOfOwnLines() {
      Voucher voucher = voucher(foreign("71.00", "10.00", "USD"), credit("71.00"));
      var detail =
          request("voucherService", "by-voucher", "searchField", "text")
              .body(voucher, "1", ACCOUNTS)
              .path("details");
      assertEquals("7.1", Json.text(detail.path(0).path("exchangeRate")));
      assertEquals(false, detail.path(0).has("currencyId"));
      assertEquals(false, detail.path(1).has("exchangeRate"));
    }
  }

  @Nested
  class TheService {
    private final Voucher plain = voucher(debit("1.00"), credit("1.00"));
    private final Voucher dimensions =
        voucher(
            Vouchers.line("560203", Map.of(Dimension.PROJECT, "P"), Side.DEBIT, "1.00"),
            credit("1.00"));
    private final Voucher foreign = voucher(foreign("7.10", "1.00", "USD"), credit("7.10"));

    @Test
    void isTheOneThatKeepsTheExternalCode() {
      for (Voucher each : List.of(plain, dimensions, foreign)) {
        assertEquals("AcctgTrans5", request().service(each));
      }
    }

    @Test
    void dependsOnTheVoucherWhereTheSettingsSaySo() {
      TransRequest request = request("voucherService", "by-voucher", "searchField", "text");
      assertEquals("AcctgTrans3", request.service(plain));
      assertEquals("AcctgTrans5", request.service(dimensions));
      assertEquals("AcctgTrans6", request.service(foreign));
    }

    @Test
    void keepsTheExternalCodeWhereNobodySearchesByTheKey() {
      TransRequest request = request("voucherService", "by-voucher");
      assertEquals("AcctgTrans5", request.service(plain));
    }
  }

  @Nested
  class AVoucherIsRefused {
    @ParameterizedTest
    @CsvSource({"USD, LEDGER-CURRENCY-UNMAPPED", "KWD, LEDGER-TOO-FINE"})
    void inAnotherCurrencyThanTheBooks(String currency, String code) {
      Money one = Money.of("1", currency);
      Voucher voucher =
          voucher(
              Vouchers.line("1", Map.of(), Side.DEBIT, one),
              Vouchers.line("2", Map.of(), Side.CREDIT, one));
      assertEquals(Optional.of(code), request().unfit(voucher).map(Failure::code));
    }

    @ParameterizedTest
    @CsvSource({"EUR, LEDGER-CURRENCY-UNMAPPED", "KWD, LEDGER-TOO-FINE"})
    void withALineInACurrencyThatIsNotMapped(String currency, String code) {
      Voucher voucher = voucher(foreign("7.00", "1", currency), credit("7.00"));
      assertEquals(Optional.of(code), request().unfit(voucher).map(Failure::code));
    }

    @ParameterizedTest
    @CsvSource({"9999", "5602", "1901"})
    void onAnAccountThatIsNotThereOrNoLeafOrNoLongerUsed(String account) {
      Voucher voucher =
          voucher(Vouchers.line(account, Map.of(), Side.DEBIT, "1.00"), credit("1.00"));
      assertEquals(
          Optional.of("LEDGER-NAME-UNKNOWN"),
          TransRequest.unknownAccount(voucher, ACCOUNTS).map(Failure::code));
    }
  }
}

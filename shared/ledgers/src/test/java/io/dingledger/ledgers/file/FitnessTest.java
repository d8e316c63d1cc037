package io.dingledger.ledgers.file;

import static io.dingledger.ledgers.file.FileSamples.MARCH;
import static io.dingledger.ledgers.file.FileSamples.foreign;
import static io.dingledger.ledgers.file.FileSamples.line;
import static io.dingledger.ledgers.file.FileSamples.settings;
import static io.dingledger.ledgers.file.FileSamples.travel;
import static io.dingledger.ledgers.file.FileSamples.voucher;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before it is listed, each with its code; nothing is listed then. */
class FitnessTest {
  private static Failure refused(Map<String, String> settings, Voucher voucher) {
    Ledger ledger = Ledgers.open(FileUnderTest.connection(settings), TestTools.tools());
    Sent sent = ledger.send(voucher, new Asked.Absent(voucher.key()));
    assertInstanceOf(Asked.Absent.class, ledger.ask(voucher), "nothing is listed");
    return assertInstanceOf(Sent.Failed.class, sent).failure();
  }

  private static void taken(Map<String, String> settings, Voucher voucher) {
    Ledger ledger = Ledgers.open(FileUnderTest.connection(settings), TestTools.tools());
    Sent sent = ledger.send(voucher, new Asked.Absent(voucher.key()));
    assertInstanceOf(Sent.Posted.class, sent, sent::toString);
  }

  private static Voucher with(VoucherLine first) {
    return voucher("claim", MARCH, first, line("", "2241", Side.CREDIT, first.amount().plain()));
  }

  private static Voucher withSummary(String summary) {
    return with(line(summary, "6602", Side.DEBIT, "1.00"));
  }

  private static Voucher withDepartment(String code) {
    return with(
        line(
            "x", "6602", Map.of(Dimension.DEPARTMENT, code), Side.DEBIT, "1.00", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"2026-03", "2026-04"})
  void aMonthThatIsClosedWaits(String closed) {
    Failure failure = refused(settings("generic-xlsx", "closedThrough", closed), travel());
    assertEquals("FILE-PERIOD-CLOSED", failure.code());
    assertEquals(FailureKind.PERIOD_CLOSED, failure.kind());
  }

  @Test
  void theMonthAfterTheClosedOneAndTheBooksFirstOneAreOpen() {
    taken(settings("generic-xlsx", "closedThrough", "2026-02", "bookStart", "2026-03"), travel());
  }

  @Test
  void aMonthBeforeTheBooksFirstIsRefused() {
    Failure failure = refused(settings("generic-xlsx", "bookStart", "2026-04"), travel());
    assertEquals("FILE-BEFORE-START", failure.code());
    assertEquals(FailureKind.DATA, failure.kind());
  }

  @Test
  void anotherCurrencyThanTheBooksIsRefused() {
    assertEquals(
        "FILE-OTHER-CURRENCY",
        refused(settings("generic-xlsx", "bookCurrency", "HKD"), travel()).code());
  }

  @Test
  void amountsToTheThousandthAreRefusedInTheForeignPartToo() {
    VoucherLine dinars =
        line("x", "6602", Map.of(), Side.DEBIT, "100.00", foreign("4.255", "KWD", "23.5"));
    assertEquals(
        "LEDGER-TOO-FINE", refused(settings("generic-csv", "currencies", ""), with(dinars)).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kingdee-xlsx", "kis-xlsx"})
  void aCurrencyWithoutNumberIsRefused(String format) {
    VoucherLine pounds =
        line("x", "6602", Map.of(), Side.DEBIT, "100.00", foreign("12.50", "GBP", "8"));
    assertEquals(
        "LEDGER-CURRENCY-UNMAPPED",
        refused(settings(format, "currencies", ""), with(pounds)).code());
  }

  @Test
  void aDimensionWithoutFieldIsRefused() {
    Map<String, String> settings = settings("kingdee-xlsx");
    settings.remove("projectField");
    Failure failure = refused(settings, travel());
    assertEquals("LEDGER-DIMENSION-UNMAPPED", failure.code());
    assertTrue(failure.detail().contains("PROJECT"));
  }

  @Test
  void anAccountCodeOfSixteenCharactersDoesNotFitIntoU8() {
    Voucher longer = with(line("x", "6602010203040506", Side.DEBIT, "1.00"));
    assertEquals("FILE-ACCOUNT-TOO-LONG", refused(settings("u8-text"), longer).code());
    taken(settings("u8-text"), with(line("x", "660201020304050", Side.DEBIT, "1.00")));
    taken(settings("kingdee-xlsx"), longer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"u8-text | 01,02", "u8-text | 0\"1", "kis-xlsx | 01---02", "kis-xlsx | 01,02"})
  void aCodeThatHoldsTheFormatsSeparatorIsRefused(String format, String code) {
    assertEquals(
        "FILE-CODE-UNFIT",
        refused(settings(format, "currencies", "CNY=RMB"), withDepartment(code)).code());
    taken(settings("generic-csv"), withDepartment(code));
  }

  @ParameterizedTest
  @CsvSource({"generic-xlsx, false", "kingdee-xlsx, false", "generic-csv, true", "u8-text, true"})
  void sixteenDigitsAreExactInTextOnly(String format, boolean fits) {
    Voucher large = with(line("x", "6602", Side.DEBIT, "90071992547409.93"));
    if (fits) {
      taken(settings(format), large);
    } else {
      assertEquals("FILE-NUMBER-TOO-LONG", refused(settings(format), large).code());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "🙂, FILE-CHARACTER-EMOJI",
    "👩‍💻, FILE-CHARACTER-EMOJI",
    "☕️, FILE-CHARACTER-EMOJI",
    "𠮷野, FILE-CHARACTER-HANZI",
    "naïve ñ, FILE-CHARACTER-OTHER",
    "안녕, FILE-CHARACTER-OTHER",
    "a\u200Bb, FILE-CHARACTER-CONTROL"
  })
  void aCharacterThatGbkLacksIsRefusedByItsClassAndNeverAQuestionMark(String words, String code) {
    Failure failure = refused(settings("u8-text"), withSummary(words));
    assertEquals(code, failure.code());
    assertEquals(FailureKind.DATA, failure.kind());
    assertTrue(failure.detail().contains("第 1 行") && failure.detail().contains("摘要"));
    assertFalse(failure.detail().contains(words), "texts hold names");
    taken(settings("generic-xlsx"), withSummary(words));
    taken(settings("generic-csv", "encoding", "gb18030"), withSummary(words));
  }

  @ParameterizedTest
  @EnumSource
  void halfACharacterAndControlsInCodesFitNowhere(FileFormat format) {
    assertEquals(
        "FILE-CHARACTER-BROKEN", refused(settings(format.word()), withSummary("a\uD83D")).code());
    assertEquals(
        "FILE-CHARACTER-CONTROL", refused(settings(format.word()), withDepartment("0\t1")).code());
  }

  @ParameterizedTest
  @EnumSource
  void chineseNamesFitEverywhere(FileFormat format) {
    taken(settings(format.word()), withSummary("张三、欧阳娜娜·阿不都 “报销” —— ￥100 ℃ ①"));
  }

  @Test
  void aVoucherInAForeignCurrencyAloneIsNotTakenForTheBooksMoney() {
    Money dollars = Money.of("1.00", "USD");
    Voucher voucher =
        Vouchers.voucher(
            "usd",
            List.of(
                Vouchers.line("6602", Map.of(), Side.DEBIT, dollars),
                Vouchers.line("2241", Map.of(), Side.CREDIT, dollars)));
    assertEquals("FILE-OTHER-CURRENCY", refused(settings("u8-text"), voucher).code());
  }
}

package io.dingledger.ledgers.file;

import static io.dingledger.ledgers.file.FileSamples.MARCH;
import static io.dingledger.ledgers.file.FileSamples.ORDER;
import static io.dingledger.ledgers.file.FileSamples.dollars;
import static io.dingledger.ledgers.file.FileSamples.file;
import static io.dingledger.ledgers.file.FileSamples.line;
import static io.dingledger.ledgers.file.FileSamples.ofLines;
import static io.dingledger.ledgers.file.FileSamples.red;
import static io.dingledger.ledgers.file.FileSamples.settings;
import static io.dingledger.ledgers.file.FileSamples.travel;
import static io.dingledger.ledgers.file.FileSamples.voucher;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.file.ReadBack.Table;
import io.dingledger.ledgers.file.VoucherFiles.Order;
import io.dingledger.ledgers.webhook.WebhookStandIn;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoucherFilesTest {
  private static Order copy(int copy) {
    return new Order(7, ORDER.made(), Optional.empty(), Optional.empty(), copy);
  }

  private static Order in(FileFormat format) {
    return new Order(1, ORDER.made(), Optional.of(format), Optional.empty(), 1);
  }

  private static Table csv(Map<String, String> settings, Voucher... vouchers) {
    String text = ReadBack.text(file(settings, vouchers).content(), "UTF-8");
    assertEquals('\uFEFF', text.charAt(0));
    return ReadBack.csv(text.substring(1));
  }

  private static Table workbook(Map<String, String> settings, Voucher... vouchers) {
    return ReadBack.workbook(file(settings, vouchers).content());
  }

  @Nested
  class OfAnyFormat {
    @ParameterizedTest
    @EnumSource
    void theSameBatchGivesTheSameBytesInAnyTimeZoneAndAsAnyCopy(FileFormat format)
        throws InterruptedException {
      Map<String, String> settings = settings(format.word());
      TimeZone before = TimeZone.getDefault();
      try {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        byte[] first = file(settings, copy(1), travel(), red(), dollars()).content();
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        Thread.sleep(Duration.ofMillis(1100));
        assertArrayEquals(first, file(settings, copy(2), travel(), red(), dollars()).content());
      } finally {
        TimeZone.setDefault(before);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "generic-xlsx, 1, acme-0007-generic-xlsx.xlsx",
      "kis-xlsx, 2, acme-0007-kis-xlsx-第2次导出-copy2.xlsx",
      "u8-text, 3, acme-0007-u8-text-第3次导出-copy3.txt",
    })
    void itsNameTellsBatchFormatAndCopy(String format, int copy, String name) {
      assertEquals(name, file(settings(format, "filePrefix", "acme"), copy(copy), travel()).name());
    }

    @Test
    void aBatchCanBeTakenInAnotherFormatThanTheConnections() {
      VoucherFile file = file(settings("generic-xlsx"), in(FileFormat.U8_TEXT), travel());
      assertEquals("text/plain; charset=GBK", file.contentType());
      assertTrue(ReadBack.text(file.content(), "GBK").startsWith("填制凭证,V800\r\n"));
    }

    @Test
    void whatTheOtherFormatCannotHoldIsRefusedByTheNameOfTheVoucher() {
      Voucher smiling =
          voucher(
              "smile",
              MARCH,
              line("🙂", "6602", Side.DEBIT, "1.00"),
              line("", "2241", Side.CREDIT, "1.00"));
      LedgerConnection connection = FileUnderTest.connection(settings("generic-xlsx"));
      Answer<VoucherFile> answer =
          VoucherFiles.of(connection, in(FileFormat.U8_TEXT), List.of(travel(), smiling));
      Answer.Failed<VoucherFile> failed = assertInstanceOf(Answer.Failed.class, answer);
      assertEquals("FILE-CHARACTER-EMOJI", failed.failure().code());
      assertTrue(failed.failure().detail().contains(smiling.key().value()));
    }

    @Test
    void aConnectionOfAnotherTypeGivesNoFile() {
      LedgerConnection webhook =
          new LedgerConnection(
              FileUnderTest.TENANT,
              "webhook",
              Map.of(),
              Map.of(
                  "url", Secret.of("https://receiver.example.com/hook"),
                  "secret", Secret.of(WebhookStandIn.SECRET)),
              Duration.ZERO);
      Answer.Failed<VoucherFile> failed =
          assertInstanceOf(Answer.Failed.class, VoucherFiles.of(webhook, ORDER, List.of(travel())));
      assertEquals("FILE-OTHER-TYPE", failed.failure().code());
    }

    @Test
    void settingsThatOnlyTheOtherFormatNeedsAreAskedForThen() {
      LedgerConnection connection = FileUnderTest.connection(Map.of("format", "u8-text"));
      Answer<VoucherFile> answer =
          VoucherFiles.of(connection, in(FileFormat.KINGDEE_XLSX), List.of(travel()));
      Answer.Failed<VoucherFile> failed = assertInstanceOf(Answer.Failed.class, answer);
      assertEquals("FILE-SETTING-MISSING", failed.failure().code());
    }

    @Test
    void numbersRunWithinEachMonthFromWhereTheyAreToldTo() {
      Order from = new Order(1, ORDER.made(), Optional.empty(), Optional.of(45), 1);
      Voucher april = dollars();
      Table table =
          ReadBack.workbook(file(settings("generic-xlsx"), from, travel(), april, red()).content());
      assertEquals("45", table.at(1, "number"));
      assertEquals("45", table.at(4, "number"));
      assertEquals("46", table.at(7, "number"));
    }
  }

  @Nested
  class OfTheGenericTable {
    @ParameterizedTest
    @ValueSource(strings = {"generic-xlsx", "generic-csv"})
    void everyLineTellsAllThatIsKnownOfIt(String format) {
      Map<String, String> settings = settings(format, "currencies", "");
      Table table =
          format.equals("generic-csv") ? csv(settings, travel()) : workbook(settings, travel());
      assertEquals(GenericLayout.COLUMNS, table.rows().getFirst());
      assertEquals(4, table.rows().size());
      assertEquals(travel().key().value(), table.at(1, "voucher_key"));
      assertEquals("001", table.at(1, "book"));
      assertEquals("2026-03", table.at(1, "period"));
      assertEquals("记", table.at(1, "type"));
      assertEquals("2", table.at(1, "attachments"));
      assertEquals("3", table.at(3, "line_no"));
      assertEquals("张三 报销, \"北京\" 差旅", table.at(1, "summary"));
      assertEquals("整单 差旅-1", table.at(3, "summary"), "a line without words has the voucher's");
      assertEquals("6602.03", table.at(1, "account_code"));
      assertEquals("CNY", table.at(1, "currency"));
      assertEquals("1", table.at(1, "rate"));
      assertEquals("500.10", table.at(1, "debit"));
      assertEquals("0.00", table.at(1, "credit"));
      assertEquals("545.00", table.at(3, "amount_original"));
      assertEquals("0012", table.at(1, "dept"));
      assertEquals("P7", table.at(1, "project"));
      assertEquals("0042", table.at(3, "employee"));
      assertEquals("C1", table.at(3, "customer"));
      assertEquals("S1", table.at(3, "supplier"));
      assertEquals("差旅-1", table.at(1, "source_doc"));
    }

    @Test
    void inAWorkbookCodesAreTextAndAmountsAreNumbers() {
      Table table = workbook(settings("generic-xlsx"), travel());
      assertEquals(CellType.STRING, table.type(1, "account_code"));
      assertEquals(CellType.STRING, table.type(1, "dept"));
      assertEquals(CellType.NUMBER, table.type(1, "debit"));
      assertEquals(CellType.NUMBER, table.type(1, "date"));
      assertEquals("46112.0", table.at(1, "date"), "2026-03-31 counted from 1899-12-30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic-xlsx", "generic-csv"})
    void redAndForeignLinesKeepSignCurrencyAndRate(String format) {
      Map<String, String> settings = settings(format);
      Table table =
          format.equals("generic-csv")
              ? csv(settings, red(), dollars())
              : workbook(settings, red(), dollars());
      assertEquals("-545.00", table.at(1, "debit"));
      assertEquals("-545.00", table.at(2, "credit"));
      assertEquals("PRE007", table.at(3, "currency"));
      assertEquals("7.1000", table.at(3, "rate"));
      assertEquals("33.35", table.at(3, "amount_original"));
      assertEquals("236.79", table.at(3, "debit"));
      assertEquals("PRE001", table.at(5, "currency"), "the rounding line is the book's own");
      assertEquals(table.sum(1, "debit"), table.sum(1, "credit"));
    }

    @Test
    void twoHundredLinesAddUpToTheCent() {
      Voucher voucher = ofLines(200);
      Table table = workbook(settings("generic-xlsx"), voucher);
      assertEquals(201, table.rows().size());
      assertEquals(voucher.debit().amount(), table.sum(1, "debit"));
      assertEquals(voucher.credit().amount(), table.sum(1, "credit"));
    }

    @Test
    void theLargestAmountOfAWorkbookIsExact() {
      Voucher voucher =
          voucher(
              "large",
              MARCH,
              line("large", "6602", Side.DEBIT, "9999999999999.99"),
              line("large", "2241", Side.CREDIT, "9999999999999.99"));
      Table table = workbook(settings("generic-xlsx"), voucher);
      assertEquals("9999999999999.99", table.at(1, "debit"));
      assertEquals(
          0,
          new BigDecimal("9999999999999.99")
              .compareTo(new BigDecimal(Double.toString(Double.parseDouble(table.at(1, "debit"))))),
          "as Excel keeps it");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "=1+1 | '=1+1",
          "+86 | '+86",
          "-报销 | '-报销",
          "@SUM(A1) | '@SUM(A1)",
          "＝1+1 | '＝1+1",
          "1=1 | 1=1"
        })
    void inACsvNoTextIsTakenForAFormula(String summary, String expected) {
      Voucher voucher =
          voucher(
              "formula",
              MARCH,
              line(summary, "-6602", Side.DEBIT, "-545.00"),
              line(summary, "2241", Side.CREDIT, "-545.00"));
      Table table = csv(settings("generic-csv"), voucher);
      assertEquals(expected, table.at(1, "summary"));
      assertEquals("'-6602", table.at(1, "account_code"));
      assertEquals("-545.00", table.at(1, "debit"), "amounts stay numbers");
    }

    @ParameterizedTest
    @ValueSource(strings = {" =1+1", "\u3000=1+1", "\n=1+1"})
    void blanksBeforeAFormulaDoNotHideIt(String text) {
      byte[] bytes = CsvText.of(List.of(List.of(new Cell.Text(text))), StandardCharsets.UTF_8);
      String csv = new String(bytes, StandardCharsets.UTF_8);
      assertTrue(csv.contains("'" + text), csv);
    }

    @Test
    void lineBreaksAndTabsInASummaryBecomeBlanks() {
      Voucher voucher =
          voucher(
              "breaks",
              MARCH,
              line("\t=first\r\nsecond\u2028 third", "6602", Side.DEBIT, "1.00"),
              line("", "2241", Side.CREDIT, "1.00"));
      assertEquals("'=first second third", csv(settings("generic-csv"), voucher).at(1, "summary"));
    }

    @Test
    void gb18030HoldsEmojiAndRareCharactersToo() {
      Voucher voucher =
          voucher(
              "rare",
              MARCH,
              line("𠮷🙂 é", "6602", Side.DEBIT, "1.00"),
              line("", "2241", Side.CREDIT, "1.00"));
      VoucherFile file = file(settings("generic-csv", "encoding", "gb18030"), voucher);
      assertEquals("text/csv; charset=GB18030", file.contentType());
      assertEquals(
          "𠮷🙂 é", ReadBack.csv(ReadBack.text(file.content(), "GB18030")).at(1, "summary"));
      assertEquals("𠮷🙂 é", workbook(settings("generic-xlsx"), voucher).at(1, "summary"));
    }
  }

  @Nested
  class OfKingdeeCloud {
    private final Table table = workbook(settings("kingdee-xlsx"), travel(), dollars());

    @Test
    void keysStandInTheFirstRowAndCaptionsInTheSecond() {
      assertEquals("凭证#单据头(FBillHead)", table.sheet());
      List<String> keys = table.rows().getFirst();
      assertEquals("FBillHead(GL_VOUCHER)", keys.getFirst());
      assertEquals("FEXPORTENTRYID", keys.getLast());
      assertEquals(
          List.of("FIMPORTVERSION", "*Split*1", "FEntity", "FEXPLANATION"), keys.subList(16, 20));
      assertTrue(
          keys.containsAll(
              List.of(
                  "FDetailID#FFLEX5", "FDetailID#FFLEX5#Name", "FDetailID#FF100002", "FBUSNO")));
      assertEquals("*(单据头)账簿#编码", table.at(1, "FAccountBookID"));
    }

    @Test
    void theHeadIsInTheFirstRowOfEachVoucherOnly() {
      assertEquals("1", table.at(2, "FBillHead(GL_VOUCHER)"));
      assertEquals("001", table.at(2, "FAccountBookID"));
      assertEquals("2026-03-31", table.at(2, "FDate"));
      assertEquals("2026", table.at(2, "FYEAR"));
      assertEquals("3", table.at(2, "FPERIOD"));
      assertEquals("PRE001", table.at(2, "FVOUCHERGROUPID"));
      assertEquals("", table.at(2, "FVOUCHERGROUPNO"), "the ledger numbers");
      assertEquals("2", table.at(2, "FATTACHMENTS"));
      assertEquals("100", table.at(2, "FACCBOOKORGID"));
      for (int row : new int[] {3, 4}) {
        for (String key : table.rows().getFirst().subList(0, 18)) {
          assertEquals("", table.at(row, key), key);
        }
      }
      assertEquals("2", table.at(5, "FBillHead(GL_VOUCHER)"));
    }

    @Test
    void linesHaveCodesAsTextAndAmountsAsNumbers() {
      assertEquals("6602.03", table.at(2, "FACCOUNTID"));
      assertEquals(CellType.STRING, table.type(2, "FACCOUNTID"));
      assertEquals("0012", table.at(2, "FDetailID#FFLEX5"));
      assertEquals("P7", table.at(2, "FDetailID#FF100002"));
      assertEquals("0042", table.at(4, "FDetailID#FFLEX7"));
      assertEquals("500.10", table.at(2, "FDEBIT"));
      assertEquals(CellType.NUMBER, table.type(2, "FDEBIT"));
      assertEquals("0.00", table.at(2, "FCREDIT"));
      assertEquals(travel().key().value(), table.at(4, "FBUSNO"));
      assertEquals("4", table.at(5, "FEntity"));
    }

    @Test
    void foreignLinesHaveTheirCurrencyRateAndOriginalAmount() {
      assertEquals("PRE007", table.at(5, "FCURRENCYID"));
      assertEquals("HLTX01_SYS", table.at(5, "FEXCHANGERATETYPE"));
      assertEquals("7.1000", table.at(5, "FEXCHANGERATE"));
      assertEquals("33.35", table.at(5, "FAMOUNTFOR"));
      assertEquals("236.79", table.at(5, "FDEBIT"));
    }

    @Test
    void aNumberIsWrittenWhenOneIsGiven() {
      Table numbered = workbook(settings("kingdee-xlsx", "numberStart", "45"), travel());
      assertEquals("45", numbered.at(2, "FVOUCHERGROUPNO"));
    }
  }
}

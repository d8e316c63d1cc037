package io.dingledger.ledgers.file;

import static io.dingledger.ledgers.file.FileSamples.MARCH;
import static io.dingledger.ledgers.file.FileSamples.dollars;
import static io.dingledger.ledgers.file.FileSamples.file;
import static io.dingledger.ledgers.file.FileSamples.line;
import static io.dingledger.ledgers.file.FileSamples.red;
import static io.dingledger.ledgers.file.FileSamples.settings;
import static io.dingledger.ledgers.file.FileSamples.travel;
import static io.dingledger.ledgers.file.FileSamples.voucher;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files of Yonyou U8, T3 and T6, read back. */
class U8FilesTest {
  private static List<List<String>> lines(Map<String, String> settings, Voucher... vouchers) {
    String text = ReadBack.text(file(settings, vouchers).content(), "GBK");
    List<String> lines = List.of(text.split("\r\n", -1));
    assertEquals("填制凭证,V800", lines.getFirst());
    assertEquals("", lines.getLast());
    assertFalse(text.contains("?"));
    return lines.subList(1, lines.size() - 1).stream()
        .map(line -> List.of(line.split(",", -1)))
        .toList();
  }

  @Test
  void everyEntryIsOneLineOfTwentyOneFields() {
    List<List<String>> lines = lines(settings("u8-text", "preparer", "李四"), travel());
    String key = travel().key().value();
    assertEquals(
        List.of(
            "2026-03-31",
            "记",
            "1",
            "2",
            "张三 报销 北京 差旅 " + key,
            "6602.03",
            "500.10",
            "0.00",
            "0",
            "0",
            "0",
            "李四",
            "",
            "",
            "",
            "0012",
            "",
            "",
            "",
            "",
            "P7"),
        lines.get(0));
    assertEquals("0.00", lines.get(2).get(6));
    assertEquals("545.00", lines.get(2).get(7));
    assertEquals(List.of("", "0042", "C1", "S1", "", ""), lines.get(2).subList(15, 21));
  }

  @Test
  void linesOfAVoucherStandTogetherUnderOneDateTypeAndNumber() {
    List<List<String>> heads =
        lines(settings("u8-text"), travel(), red(), dollars()).stream()
            .map(line -> line.subList(0, 3))
            .toList();
    assertEquals(
        List.of(
            List.of("2026-03-31", "记", "1"),
            List.of("2026-03-30", "记", "2"),
            List.of("2026-04-01", "记", "1")),
        heads.stream().distinct().toList());
    assertEquals(heads.stream().sorted(Comparator.comparingInt(heads::indexOf)).toList(), heads);
  }

  @Test
  void redAndForeignAmountsAreWritten() {
    List<List<String>> lines = lines(settings("u8-text"), red(), dollars());
    assertEquals("-545.00", lines.get(0).get(6));
    assertEquals(List.of("236.79", "0.00", "0", "33.35", "7.1000"), lines.get(2).subList(6, 11));
    assertEquals(List.of("0.00", "0.01", "0", "0", "0"), lines.get(4).subList(6, 11));
  }

  @Test
  void aLongSummaryIsCutToSixtyCharactersAndKeepsTheWholeKey() {
    Voucher voucher =
        voucher(
            "long",
            MARCH,
            line("差".repeat(100), "6602", Side.DEBIT, "1.00"),
            line("x,y\"'\n", "2241", Side.CREDIT, "1.00"));
    List<List<String>> lines = lines(settings("u8-text"), voucher);
    assertEquals("差".repeat(39) + " " + voucher.key(), lines.get(0).get(4));
    assertEquals(60, lines.get(0).get(4).length());
    assertEquals("x y " + voucher.key(), lines.get(1).get(4));
    List<List<String>> shorter = lines(settings("u8-text", "summaryLength", "40"), voucher);
    assertEquals("差".repeat(19) + " " + voucher.key(), shorter.get(0).get(4));
  }
}

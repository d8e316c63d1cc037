package io.dingledger.ledgers.file;

import static io.dingledger.ledgers.file.FileSamples.dollars;
import static io.dingledger.ledgers.file.FileSamples.file;
import static io.dingledger.ledgers.file.FileSamples.settings;
import static io.dingledger.ledgers.file.FileSamples.travel;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.ledgers.file.ReadBack.Table;
import io.dingledger.model.voucher.Voucher;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.Test;

/** Files of Kingdee KIS and K/3, read back. */
class KisFilesTest {

  private static Table workbook(Map<String, String> settings, Voucher... vouchers) {
    return ReadBack.workbook(file(settings, vouchers).content());
  }

  private final Table table =
      workbook(
          settings("kis-xlsx", "currencies", "CNY=RMB,USD=USD", "preparer", "李四"),
          travel(),
          dollars());

  @Test
  void thereAreThirtySixColumns() {
    assertEquals(36, table.rows().getFirst().size());
    assertEquals(36, KisLayout.COLUMNS.stream().distinct().count());
    assertEquals("FDate", table.rows().getFirst().getFirst());
    assertEquals("FCashFlow", table.rows().getFirst().getLast());
  }

  @Test
  void everyLineRepeatsTheVoucher() {
    for (int row : new int[] {1, 2, 3}) {
      assertEquals("46112.0", table.at(row, "FDate"));
      assertEquals("2026", table.at(row, "FYear"));
      assertEquals("3", table.at(row, "FPeriod"));
      assertEquals("记", table.at(row, "FGroupID"));
      assertEquals("1", table.at(row, "FNumber"));
      assertEquals("李四", table.at(row, "FPreparerID"));
      assertEquals("1", table.at(row, "FSerialNum"));
      assertEquals(Integer.toString(row - 1), table.at(row, "FEntryID"));
      assertEquals(travel().key().value(), table.at(row, "FReference"));
    }
  }

  @Test
  void amountsAuxiliariesAndCurrenciesStandInTheirColumns() {
    assertEquals("500.10", table.at(1, "FDebit"));
    assertEquals("0.00", table.at(1, "FCredit"));
    assertEquals("500.10", table.at(1, "FAmountFor"));
    assertEquals("RMB", table.at(1, "FCurrencyNum"));
    assertEquals("人民币", table.at(1, "FCurrencyName"));
    assertEquals("部门---0012---,FF100002---P7---", table.at(1, "FItem"));
    assertEquals("USD", table.at(4, "FCurrencyNum"));
    assertEquals("7.1000", table.at(4, "FExchangeRate"));
    assertEquals("33.35", table.at(4, "FAmountFor"));
    assertEquals(CellType.STRING, table.type(1, "FAccountNum"));
  }
}

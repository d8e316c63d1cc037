package io.dingledger.rules.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Person;
import io.dingledger.model.money.Money;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.pay.PaySign;
import io.dingledger.model.pay.PayUnit;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayrollTableTest {
  private static final Tenant TENANT = Tenant.verified("acme");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static PayItem item(String userId, String name, String item, LocalDate day, String sum) {
    Money amount = Money.of(sum, "CNY");
    DocumentId document = new DocumentId("doc-" + userId + day);
    return new PayItem(
        PayItemId.of(TENANT, document, userId, item, 1),
        document,
        new Person(userId, name, "0" + userId),
        new Department("d-1", "财务部", "BM01"),
        item,
        "OT",
        PayUnit.HOUR,
        PaySign.EARNING,
        day,
        new BigDecimal("2.50"),
        new BigDecimal("1.5"),
        new BigDecimal("34.482758620689655"),
        amount,
        new Explanation("rule", "v-1", List.of(), "a", "HALF_UP 2", amount),
        Optional.empty());
  }

  private static List<String> lines(String csv) {
    return List.of(csv.split("\r\n"));
  }

  @Test
  void hasOneRowForEachItemInTheOrderOfJobNumbersAndDays() {
    PayrollTable table =
        new PayrollTable(
            List.of(
                item("2", "李四", "加班费", DAY, "129.31"),
                item("1", "张三", "加班费", DAY.plusDays(1), "129.31"),
                item("1", "张三", "加班费", DAY, "129.31")));
    assertEquals(
        List.of(
            String.join(",", PayrollTable.COLUMNS),
            "01,张三,加班费,OT,小时,2.50,1.5,34.482758620689655,129.31,2026-03,doc-12026-03-02",
            "01,张三,加班费,OT,小时,2.50,1.5,34.482758620689655,129.31,2026-03,doc-12026-03-03",
            "02,李四,加班费,OT,小时,2.50,1.5,34.482758620689655,129.31,2026-03,doc-22026-03-02"),
        lines(table.csv()));
  }

  @Test
  void sumsUpEachPersonsItems() {
    PayItem back = item("1", "张三", "加班费", DAY, "129.31").reversed(new DocumentId("back"));
    PayrollTable table =
        new PayrollTable(
            List.of(
                item("1", "张三", "加班费", DAY, "129.31"),
                item("1", "张三", "加班费", DAY.plusDays(1), "100.00"),
                back,
                item("1", "张三", "餐补", DAY, "20.00")));
    assertEquals(
        List.of(
            String.join(",", PayrollTable.SUM_COLUMNS),
            "01,张三,加班费,OT,小时,3,2.50,100.00",
            "01,张三,餐补,OT,小时,1,2.50,20.00"),
        lines(table.sumCsv()));
  }

  @Test
  void neverLetsASpreadsheetRunWhatSomebodyIsCalled() {
    for (String name :
        List.of("=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", " =1", "＝1", "\r=1")) {
      String row = new PayrollTable(List.of(item("1", name, "加班费", DAY, "1.00"))).csv();
      assertTrue(row.contains("'" + name.replace("\"", "\"\"")), row);
    }
  }

  @Test
  void leavesNegativeNumbersNumbers() {
    PayItem back = item("1", "张三", "加班费", DAY, "129.31").reversed(new DocumentId("back"));
    String row = lines(new PayrollTable(List.of(back)).csv()).get(1);
    assertTrue(row.contains(",-2.50,") && row.contains(",-129.31,"), row);
    assertFalse(row.contains("'"), row);
  }

  @Test
  void quotesWhatWouldBreakItsRows() {
    String row = new PayrollTable(List.of(item("1", "张\"三\",\n四", "加班费", DAY, "1.00"))).csv();
    assertTrue(row.contains("\"张\"\"三\"\",\n四\""), row);
  }

  @Test
  void leadsFromALineToItsItems() {
    PayItem first = item("1", "张三", "加班费", DAY, "129.31");
    PayItem second = item("2", "李四", "加班费", DAY, "129.31");
    PayItem gone = item("3", "王五", "加班费", DAY, "129.31");
    PayItem back = gone.reversed(new DocumentId("back"));
    PayItem late = item("1", "张三", "加班费", DAY.minusMonths(1), "129.31");
    PayDrillDown drill = new PayDrillDown(List.of(first, second, late, gone, back));
    assertEquals(
        List.of(first, second).stream().map(PayItem::id).sorted(PayrollTableTest::byText).toList(),
        drill.of(line("sum of 2 pay items, 加班费, 2026-03, department 财务部 (d-1)")).stream()
            .map(PayItem::id)
            .toList());
    assertEquals(List.of(late), drill.of(line("sum of 1 pay items, 加班费, 2026-02")));
    assertEquals(List.of(second), drill.of(line("sum of 1 pay items, 加班费, 2026-03, person 2")));
    assertEquals(List.of(), drill.of(line("header")));
  }

  private static int byText(PayItemId one, PayItemId other) {
    return one.value().compareTo(other.value());
  }

  private static VoucherLine line(String origin) {
    Money amount = Money.of("258.62", "CNY");
    return new VoucherLine(
        "计提",
        "2211",
        Map.of(),
        Side.CREDIT,
        amount,
        new Explanation(
            "计提",
            "v-1",
            List.of(
                new Explanation.Input("group.item", "加班费", "Group 1"),
                new Explanation.Input("group.amount", "258.62", origin)),
            "group.amount",
            "HALF_UP 2",
            amount));
  }
}

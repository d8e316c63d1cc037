package io.dingledger.local.demo;

import static io.dingledger.local.demo.DemoCompany.DEVELOPMENT;
import static io.dingledger.local.demo.DemoCompany.FINANCE;
import static io.dingledger.local.demo.DemoCompany.MARKETING;
import static io.dingledger.local.demo.DemoCompany.NEW_BUSINESS;
import static io.dingledger.local.demo.DemoCompany.NEW_HIRE;
import static io.dingledger.local.demo.DemoCompany.OVERSEAS;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.demo.DemoDocument.Expected;
import io.dingledger.local.demo.DemoDocument.Trouble;
import io.dingledger.local.demo.ExpenseForm.Row;
import io.dingledger.local.sandbox.dingtalk.Staff;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** March 2026 at the demo company: expense claims of all shapes. The same in every run. */
public final class DemoMonth {
  /** The identifier of the event of a type that the product does not turn into work. */
  public static final String UNKNOWN_EVENT_ID = "demo-event-unknown";

  private static final String SPECIAL = "增值税专用发票";
  static final String PLAIN = "增值税普通发票";
  private static final String ELECTRONIC = "电子客票";

  private DemoMonth() {}

  /**
   * All documents of the company.
   *
   * @param today the day on which the demo runs, in China: attendance can be read for half a year
   *     only, and missed pushes are looked for among what was started lately
   */
  public static List<DemoDocument> documents(LocalDate today) {
    return Stream.of(
            claims(),
            DemoTrade.documents(),
            DemoAttendance.approvals(),
            DemoAttendance.facts(today),
            DemoChanges.documents(),
            DemoPay.documents(),
            List.of(DemoPay.month()),
            missed(today))
        .flatMap(List::stream)
        .toList();
  }

  /** Claims of which no push arrived, because the system did not run. */
  private static List<DemoDocument> missed(LocalDate today) {
    return List.of(
        claim(
                48,
                "推送失败后补取 · found in the list of failed pushes",
                MARKETING,
                "66.00",
                row("餐费", "66.00", "", PLAIN, 1))
            .on(today.minusDays(2).atTime(10, 0))
            .expecting(Trouble.PUSH_GIVEN_UP, Expected.posted("66.00")),
        claim(
                49,
                "漏推后补查 · never pushed, found by the catch-up",
                FINANCE,
                "77.00",
                row("快递费", "77.00", "", PLAIN, 1))
            .on(today.minusDays(2).atTime(11, 0))
            .expecting(Trouble.NEVER_PUSHED, Expected.posted("77.00")));
  }

  /** The claims, in the order in which they are approved. */
  public static List<DemoDocument> claims() {
    return List.of(
        oneRow(),
        manyRows(),
        statedTax(),
        tickets(),
        twentyRows(),
        zeroTax(),
        english(),
        repeated(),
        refused(),
        terminated(),
        unknownCategory(),
        totalDiffers(),
        departmentWithoutCode(),
        personWithoutJobNumber(),
        aboveTheLimit(),
        finishBeforeStart(),
        lagging(),
        throttled(),
        commitThenTimeOut());
  }

  /** The type of an event that the product does not turn into work. */
  public static String unknownEventType() {
    return "demo_unknown_event";
  }

  /** The business fields of that event. */
  public static ObjectNode unknownEventFields() {
    return JsonNodeFactory.instance.objectNode().put("anything", "else");
  }

  /**
   * A plain claim of so many rows, which is no part of the month; it is posted at the first try.
   */
  public static DemoDocument plainClaim(int number, int rows) {
    Row[] all =
        IntStream.rangeClosed(1, rows)
            .mapToObj(each -> row("办公用品", "100.00", "", PLAIN, each))
            .toArray(Row[]::new);
    String total = 100 * rows + ".00";
    return claim(number, rows + " 行 · rows", MARKETING, total, all).posted(total);
  }

  /** The same, started at this time in China. */
  public static DemoDocument plainClaim(int number, LocalDateTime start) {
    return plain(number).on(start).posted("100.00");
  }

  /** Withdraws one of them, started at this time in China. */
  public static DemoDocument withdrawal(int number, DemoDocument of, LocalDateTime start) {
    return plain(number).on(start).about(of, "REVOKE").posted("-100.00");
  }

  private static DemoApproval plain(int number) {
    return claim(number, "一行 · one row", MARKETING, "100.00", row("办公用品", "100.00", "", PLAIN, 1));
  }

  private static DemoDocument oneRow() {
    return claim(1, "单行 · one row", MARKETING, "128.00", row("办公用品", "128.00", "", PLAIN, 2))
        .posted("128.00");
  }

  private static DemoDocument manyRows() {
    return claim(
            2,
            "多行 · several rows",
            DEVELOPMENT,
            "616.40",
            row("餐费", "360.00", "", PLAIN, 1),
            row("快递费", "24.00", "", PLAIN, 2),
            row("市内交通", "86.50", "", "", 2),
            row("办公用品", "45.90", "", PLAIN, 3),
            row("通讯费", "100.00", "", PLAIN, 3))
        .posted("616.40");
  }

  private static DemoDocument statedTax() {
    return claim(
            3, "专票税额 · stated VAT", FINANCE, "1060.00", row("住宿费", "1060.00", "60.00", SPECIAL, 4))
        .posted("1060.00");
  }

  private static DemoDocument tickets() {
    return claim(
            4,
            "火车、飞机、汽车 · rail, air, bus",
            MARKETING,
            "1788.00",
            row("火车票", "545.00", "45.00", ELECTRONIC, 5),
            row("机票", "1140.00", "90.00", ELECTRONIC, 6),
            row("汽车票", "103.00", "3.00", ELECTRONIC, 6))
        .posted("1788.00");
  }

  private static DemoDocument twentyRows() {
    Row[] rows =
        IntStream.rangeClosed(1, 20)
            .mapToObj(trip -> row("市内交通", "12.%02d".formatted(trip), "", "", 1 + trip % 6))
            .toArray(Row[]::new);
    return claim(5, "二十行 · twenty rows", DEVELOPMENT, "242.10", rows).posted("242.10");
  }

  private static DemoDocument zeroTax() {
    return claim(6, "税额为零 · zero VAT", FINANCE, "200.00", row("办公用品", "200.00", "0.00", SPECIAL, 8))
        .posted("200.00");
  }

  private static DemoDocument english() {
    return claim(
            7,
            "英文 · English names",
            OVERSEAS,
            "906.00",
            row("Taxi", "58.00", "", "", 9),
            row("Hotel", "848.00", "48.00", SPECIAL, 9))
        .posted("906.00");
  }

  private static DemoDocument repeated() {
    return claim(
            8,
            "回调重复 · repeated callback",
            MARKETING,
            "2120.00",
            row("培训费", "2120.00", "120.00", SPECIAL, 10))
        .pushed("start", 2)
        .pushed("finish", 4)
        .pushed("finish", 1)
        .posted("2120.00");
  }

  private static DemoDocument refused() {
    return claim(9, "被拒绝 · refused", DEVELOPMENT, "300.00", row("餐费", "300.00", "", PLAIN, 11))
        .ended("COMPLETED", "refuse")
        .expecting(Trouble.NONE, Expected.ignored("TRANSLATE-REFUSED"));
  }

  private static DemoDocument terminated() {
    return claim(10, "已撤销 · withdrawn", FINANCE, "88.00", row("快递费", "88.00", "", PLAIN, 11))
        .ended("TERMINATED", "")
        .expecting(Trouble.NONE, Expected.ignored("TRANSLATE-TERMINATED"));
  }

  private static DemoDocument unknownCategory() {
    return claim(
            11,
            "费用类型未映射 · unknown category",
            MARKETING,
            "66.00",
            row("宠物用品", "66.00", "", PLAIN, 12))
        .held("RULE-LOOKUP-UNKNOWN");
  }

  private static DemoDocument totalDiffers() {
    return claim(
            12,
            "合计不符 · total differs",
            DEVELOPMENT,
            "500.00",
            row("餐费", "200.00", "", PLAIN, 13),
            row("办公用品", "290.00", "", PLAIN, 13))
        .held("RULE-TOTAL-DIFFERS");
  }

  private static DemoDocument departmentWithoutCode() {
    return claim(
            13,
            "部门无编码 · department without code",
            NEW_BUSINESS,
            "150.00",
            row("办公用品", "150.00", "", PLAIN, 14))
        .held("RULE-DIMENSION-MISSING");
  }

  private static DemoDocument personWithoutJobNumber() {
    return claim(14, "员工无工号 · no job number", NEW_HIRE, "35.00", row("市内交通", "35.00", "", "", 15))
        .held("RULE-DIMENSION-MISSING");
  }

  private static DemoDocument aboveTheLimit() {
    return claim(
            15,
            "超过限额 · above the limit",
            FINANCE,
            "58000.00",
            row("培训费", "58000.00", "", PLAIN, 16))
        .held("RULE-HOLD-RULE");
  }

  private static DemoDocument finishBeforeStart() {
    return claim(
            16,
            "先完成后发起 · end before start",
            DEVELOPMENT,
            "432.10",
            row("餐费", "432.10", "", PLAIN, 17))
        .pushed("finish", 1)
        .pushed("start", 1)
        .posted("432.10");
  }

  private static DemoDocument lagging() {
    return claim(17, "详情滞后 · detail lags", MARKETING, "77.70", row("快递费", "77.70", "", PLAIN, 18))
        .expecting(Trouble.DETAIL_LAGS, Expected.posted("77.70"));
  }

  private static DemoDocument throttled() {
    return claim(18, "钉钉限流 · throttled", FINANCE, "99.00", row("通讯费", "99.00", "", PLAIN, 19))
        .expecting(Trouble.THROTTLED, Expected.posted("99.00"));
  }

  private static DemoDocument commitThenTimeOut() {
    return claim(
            19,
            "入账后超时 · commit then time-out",
            MARKETING,
            "318.00",
            row("住宿费", "318.00", "18.00", SPECIAL, 20))
        .expecting(Trouble.COMMIT_THEN_TIME_OUT, Expected.posted("318.00"));
  }

  static Row row(String category, String amount, String tax, String invoice, int day) {
    return new Row(
        category, amount, tax, invoice, LocalDate.of(2026, 3, day).toString(), "三月 " + day + " 日");
  }

  static DemoApproval claim(int number, String shape, Staff originator, String total, Row... rows) {
    return new DemoApproval(
        number, shape, originator, DemoForm.EXPENSE, ExpenseForm.filled(total, List.of(rows)));
  }
}

package io.dingledger.local.demo;

import static io.dingledger.local.demo.DemoCompany.DEVELOPMENT;
import static io.dingledger.local.demo.DemoCompany.FINANCE;
import static io.dingledger.local.demo.DemoCompany.MARKETING;
import static io.dingledger.local.demo.DemoCompany.NEW_BUSINESS;
import static io.dingledger.local.demo.DemoCompany.NEW_HIRE;
import static io.dingledger.local.demo.DemoCompany.OVERSEAS;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.demo.DemoClaim.Expected;
import io.dingledger.local.demo.DemoClaim.Push;
import io.dingledger.local.demo.DemoClaim.Trouble;
import io.dingledger.local.demo.DemoForm.Row;
import io.dingledger.local.sandbox.dingtalk.ApprovalInstance;
import io.dingledger.local.sandbox.dingtalk.Staff;
import io.dingledger.local.sandbox.dingtalk.Unit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** March 2026 at the demo company: expense claims of all shapes. The same in every run. */
public final class DemoMonth {
  /** The identifier of the event of a type that the product does not turn into work. */
  public static final String UNKNOWN_EVENT_ID = "demo-event-unknown";

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter BUSINESS_ID = DateTimeFormatter.ofPattern("yyyyMMddHHmm");
  private static final String SPECIAL = "增值税专用发票";
  private static final String PLAIN = "增值税普通发票";
  private static final String ELECTRONIC = "电子客票";

  private DemoMonth() {}

  /** The claims, in the order in which they are approved. */
  public static List<DemoClaim> claims() {
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

  private static DemoClaim oneRow() {
    return claim(1, "单行 · one row", MARKETING, "128.00", row("办公用品", "128.00", "", PLAIN, 2))
        .posted("128.00");
  }

  private static DemoClaim manyRows() {
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

  private static DemoClaim statedTax() {
    return claim(
            3, "专票税额 · stated VAT", FINANCE, "1060.00", row("住宿费", "1060.00", "60.00", SPECIAL, 4))
        .posted("1060.00");
  }

  private static DemoClaim tickets() {
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

  private static DemoClaim twentyRows() {
    Row[] rows =
        IntStream.rangeClosed(1, 20)
            .mapToObj(trip -> row("市内交通", "12.%02d".formatted(trip), "", "", 1 + trip % 6))
            .toArray(Row[]::new);
    return claim(5, "二十行 · twenty rows", DEVELOPMENT, "242.10", rows).posted("242.10");
  }

  private static DemoClaim zeroTax() {
    return claim(6, "税额为零 · zero VAT", FINANCE, "200.00", row("办公用品", "200.00", "0.00", SPECIAL, 8))
        .posted("200.00");
  }

  private static DemoClaim english() {
    return claim(
            7,
            "英文 · English names",
            OVERSEAS,
            "906.00",
            row("Taxi", "58.00", "", "", 9),
            row("Hotel", "848.00", "48.00", SPECIAL, 9))
        .posted("906.00");
  }

  private static DemoClaim repeated() {
    Draft draft =
        claim(
            8,
            "回调重复 · repeated callback",
            MARKETING,
            "2120.00",
            row("培训费", "2120.00", "120.00", SPECIAL, 10));
    String eventId = draft.eventId("finish");
    return draft
        .pushed(
            new Push(draft.eventId("start"), "start", 2),
            new Push(eventId, "finish", 4),
            new Push(eventId, "finish", 1))
        .posted("2120.00");
  }

  private static DemoClaim refused() {
    return claim(9, "被拒绝 · refused", DEVELOPMENT, "300.00", row("餐费", "300.00", "", PLAIN, 11))
        .ended("COMPLETED", "refuse")
        .expecting(Trouble.NONE, Expected.ignored());
  }

  private static DemoClaim terminated() {
    return claim(10, "已撤销 · withdrawn", FINANCE, "88.00", row("快递费", "88.00", "", PLAIN, 11))
        .ended("TERMINATED", "")
        .expecting(Trouble.NONE, Expected.ignored());
  }

  private static DemoClaim unknownCategory() {
    return claim(
            11,
            "费用类型未映射 · unknown category",
            MARKETING,
            "66.00",
            row("宠物用品", "66.00", "", PLAIN, 12))
        .expecting(Trouble.NONE, Expected.held("RULE-LOOKUP-UNKNOWN"));
  }

  private static DemoClaim totalDiffers() {
    return claim(
            12,
            "合计不符 · total differs",
            DEVELOPMENT,
            "500.00",
            row("餐费", "200.00", "", PLAIN, 13),
            row("办公用品", "290.00", "", PLAIN, 13))
        .expecting(Trouble.NONE, Expected.held("RULE-TOTAL-DIFFERS"));
  }

  private static DemoClaim departmentWithoutCode() {
    return claim(
            13,
            "部门无编码 · department without code",
            NEW_BUSINESS,
            "150.00",
            row("办公用品", "150.00", "", PLAIN, 14))
        .expecting(Trouble.NONE, Expected.held("RULE-DIMENSION-MISSING"));
  }

  private static DemoClaim personWithoutJobNumber() {
    return claim(14, "员工无工号 · no job number", NEW_HIRE, "35.00", row("市内交通", "35.00", "", "", 15))
        .expecting(Trouble.NONE, Expected.held("RULE-DIMENSION-MISSING"));
  }

  private static DemoClaim aboveTheLimit() {
    return claim(
            15,
            "超过限额 · above the limit",
            FINANCE,
            "58000.00",
            row("培训费", "58000.00", "", PLAIN, 16))
        .expecting(Trouble.NONE, Expected.held("RULE-HOLD-RULE"));
  }

  private static DemoClaim finishBeforeStart() {
    Draft draft =
        claim(
            16,
            "先完成后发起 · end before start",
            DEVELOPMENT,
            "432.10",
            row("餐费", "432.10", "", PLAIN, 17));
    return draft
        .pushed(
            new Push(draft.eventId("finish"), "finish", 1),
            new Push(draft.eventId("start"), "start", 1))
        .posted("432.10");
  }

  private static DemoClaim lagging() {
    return claim(17, "详情滞后 · detail lags", MARKETING, "77.70", row("快递费", "77.70", "", PLAIN, 18))
        .expecting(Trouble.DETAIL_LAGS, Expected.posted("77.70"));
  }

  private static DemoClaim throttled() {
    return claim(18, "钉钉限流 · throttled", FINANCE, "99.00", row("通讯费", "99.00", "", PLAIN, 19))
        .expecting(Trouble.THROTTLED, Expected.posted("99.00"));
  }

  private static DemoClaim commitThenTimeOut() {
    return claim(
            19,
            "入账后超时 · commit then time-out",
            MARKETING,
            "318.00",
            row("住宿费", "318.00", "18.00", SPECIAL, 20))
        .expecting(Trouble.COMMIT_THEN_TIME_OUT, Expected.posted("318.00"));
  }

  private static Row row(String category, String amount, String tax, String invoice, int day) {
    return new Row(
        category, amount, tax, invoice, LocalDate.of(2026, 3, day).toString(), "三月 " + day + " 日");
  }

  private static Draft claim(
      int number, String shape, Staff originator, String total, Row... rows) {
    return new Draft(
        number, shape, originator, total, List.of(rows), "COMPLETED", "agree", List.of());
  }

  /** A claim that is being described. */
  private record Draft(
      int number,
      String shape,
      Staff originator,
      String total,
      List<Row> rows,
      String status,
      String result,
      List<Push> pushes) {
    String eventId(String type) {
      return "demo-event-%02d-%s".formatted(number, type);
    }

    Draft ended(String otherStatus, String otherResult) {
      return new Draft(number, shape, originator, total, rows, otherStatus, otherResult, pushes);
    }

    Draft pushed(Push... others) {
      return new Draft(number, shape, originator, total, rows, status, result, List.of(others));
    }

    DemoClaim posted(String debit) {
      return expecting(Trouble.NONE, Expected.posted(debit));
    }

    DemoClaim expecting(Trouble trouble, Expected expected) {
      String type = status.equals("TERMINATED") ? "terminate" : "finish";
      List<Push> sent = pushes.isEmpty() ? List.of(new Push(eventId(type), type, 1)) : pushes;
      return new DemoClaim(shape, instance(), sent, trouble, expected);
    }

    private ApprovalInstance instance() {
      LocalDateTime created = LocalDateTime.of(2026, 3, 1, 9, 30).plusDays(number + 1);
      Unit department = DemoCompany.department(originator.departmentId());
      return new ApprovalInstance(
          "demo-instance-%02d".formatted(number),
          DemoForm.PROCESS_CODE,
          "dingtalk.businessFinance.reimbursement",
          BUSINESS_ID.format(created) + "%09d".formatted(number),
          originator.name() + "提交的报销",
          originator.userId(),
          String.valueOf(department.id()),
          department.name(),
          created.atZone(ZONE).toInstant(),
          Optional.of(created.plusHours(5).atZone(ZONE).toInstant()),
          status,
          result,
          "NONE",
          "",
          DemoForm.filled(total, rows));
    }
  }
}

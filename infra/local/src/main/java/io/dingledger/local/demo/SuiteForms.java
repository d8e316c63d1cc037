package io.dingledger.local.demo;

import static io.dingledger.local.demo.DemoCompany.DEVELOPMENT;
import static io.dingledger.local.demo.DemoCompany.FINANCE;
import static io.dingledger.local.demo.DemoCompany.OVERSEAS;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.demo.FilledForm.Cell;
import io.dingledger.local.sandbox.dingtalk.Staff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** DingTalk's own attendance suites, filled in. */
final class SuiteForms {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SuiteForms() {}

  /** The afternoon of a Wednesday, without pay. */
  static ArrayNode personalLeave() {
    ArrayNode value =
        JSON.arrayNode()
            .add("2026-03-18 下午")
            .add("2026-03-18 下午")
            .add(new BigDecimal("0.5"))
            .add("halfDay")
            .add("事假")
            .add("请假类型");
    ObjectNode extension =
        JSON.objectNode()
            .put("durationInDay", new BigDecimal("0.5"))
            .put("durationInHour", new BigDecimal("4.0"))
            .put("unit", "DAY")
            .put("pushTag", "请假")
            .put("extension", "{\"tag\":\"事假\"}")
            .put("isNaturalDay", false)
            .put("isModifiable", true);
    leaveDay(extension.putArray("detailList"), "2026-03-18", "0.5");
    return new FilledForm()
        .alias("DDHolidayField", "", "[\"开始时间\",\"结束时间\"]", value.toString(), extension)
        .components();
  }

  /** Some hours of one day, from 18:00 on, to be paid. */
  static ArrayNode paidOvertime(String date, int hours) {
    return overtime(
        date + " 18:00",
        date + " " + (18 + hours) + ":00",
        Integer.toString(hours),
        List.of(hours(date, Integer.toString(hours))),
        "加班费",
        "charge");
  }

  /** From the afternoon of New Year's Eve to a Monday morning; 4 January is worked in return. */
  static ArrayNode leaveOverNewYear() {
    ArrayNode value =
        JSON.arrayNode()
            .add("2025-12-31 下午")
            .add("2026-01-05 上午")
            .add(2)
            .add("halfDay")
            .add("年假")
            .add("请假类型");
    ObjectNode extension =
        JSON.objectNode()
            .put("durationInDay", new BigDecimal("2.0"))
            .put("durationInHour", new BigDecimal("16.0"))
            .put("unit", "DAY")
            .put("pushTag", "请假")
            .put("extension", "{\"tag\":\"年假\"}")
            .put("isNaturalDay", false)
            .put("isModifiable", true);
    ArrayNode days = extension.putArray("detailList");
    leaveDay(days, "2025-12-31", "0.5");
    leaveDay(days, "2026-01-01", "0.0");
    leaveDay(days, "2026-01-02", "0.0");
    leaveDay(days, "2026-01-03", "0.0");
    leaveDay(days, "2026-01-04", "1.0");
    leaveDay(days, "2026-01-05", "0.5");
    return new FilledForm()
        .alias("DDHolidayField", "", "[\"开始时间\",\"结束时间\"]", value.toString(), extension)
        .components();
  }

  private static void leaveDay(ArrayNode days, String date, String length) {
    BigDecimal part = new BigDecimal(length);
    boolean rest = part.signum() == 0;
    ObjectNode day =
        days.addObject()
            .put(
                "workDate",
                LocalDate.parse(date).atStartOfDay(DemoApproval.ZONE).toInstant().toEpochMilli())
            .put("isRest", rest)
            .put("workTimeMinutes", rest ? 0 : 480);
    day.putObject("approveInfo")
        .put("durationInDay", part)
        .put("durationInHour", part.multiply(BigDecimal.valueOf(8)));
    day.putObject("classInfo").put("hasClass", !rest).put("name", rest ? "" : "A");
  }

  /** From 22:00 to 02:00, two hours on each day, to be paid. */
  static ArrayNode overtimeAcrossMidnight() {
    return overtime(
        "2026-03-14 22:00",
        "2026-03-15 02:00",
        "4",
        List.of(hours("2026-03-14", "2"), hours("2026-03-15", "2")),
        "加班费",
        "charge");
  }

  /** A Saturday for which time off is given. */
  static ArrayNode overtimeForTimeOff() {
    return overtime(
        "2026-03-21 09:00",
        "2026-03-21 17:00",
        "8",
        List.of(hours("2026-03-21", "8")),
        "转调休",
        "vacation");
  }

  private static List<Cell> hours(String date, String hours) {
    return List.of(
        new Cell("DDDateField", "overtimeDate", "日期", date),
        new Cell("NumberField", "overtimeDuration", "时长", hours));
  }

  private static ArrayNode overtime(
      String from,
      String to,
      String hours,
      List<List<Cell>> days,
      String compensation,
      String compensationKey) {
    ArrayNode suite = JSON.arrayNode();
    child(suite, "InnerContactField", "partner", "加班人", DEVELOPMENT.name())
        .put("extValue", named(DEVELOPMENT).toString());
    child(suite, "DDDateField", "startTime", "开始时间", from);
    child(suite, "DDDateField", "finishTime", "结束时间", to);
    child(suite, "TableField", "everyDayDuration", "每日加班时长", FilledForm.rows(days).toString());
    child(suite, "NumberField", "duration", "时长", hours)
        .put(
            "extValue",
            JSON.objectNode()
                .put("durationInHour", new BigDecimal(hours))
                .put("unit", "HOUR")
                .toString());
    child(suite, "DDSelectField", "compensation", "加班补偿", compensation)
        .put("extValue", JSON.objectNode().put("key", compensationKey).toString());
    return new FilledForm().suite("加班", suite).components();
  }

  /** By rail to Hangzhou and back, with an advance. */
  static ArrayNode travelWithAdvance() {
    ArrayNode suite = JSON.arrayNode();
    child(suite, "TextareaField", "reason", "出差事由", "客户现场验收");
    ArrayNode rows =
        FilledForm.rows(
            List.of(
                List.of(
                    new Cell("DDSelectField", "vehicle", "交通工具", "火车"),
                    new Cell("DDSelectField", "singleOrReturn", "单程往返", "往返"),
                    new Cell("", "departure", "出发城市", "上海"),
                    new Cell("", "arrival", "目的城市", "杭州"),
                    new Cell("DDDateField", "startTime", "开始时间", "2026-04-08"),
                    new Cell("DDDateField", "endTime", "结束时间", "2026-04-10"),
                    new Cell("NumberField", "duration", "时长", "3"))));
    child(suite, "TableField", "itinerary", "行程", rows.toString());
    child(suite, "InnerContactField", "partner", "出行人（同行人）", OVERSEAS.name())
        .put("extValue", named(OVERSEAS).toString());
    return new FilledForm()
        .suite("出差", suite)
        .money("MoneyField-Advance", "预支金额", "1500.00")
        .components();
  }

  static ArrayNode punchCorrection() {
    long at =
        LocalDate.of(2026, 3, 10)
            .atTime(18, 0)
            .atZone(DemoApproval.ZONE)
            .toInstant()
            .toEpochMilli();
    long day = LocalDate.of(2026, 3, 10).atStartOfDay(DemoApproval.ZONE).toInstant().toEpochMilli();
    ObjectNode extension =
        JSON.objectNode()
            .put("planId", 1)
            .put("planTip", "")
            .put("planText", "下班 18:00")
            .put("workDate", day)
            .put("timeStamp", at)
            .put("userCheckTime", at);
    return new FilledForm()
        .alias("DDDateField", "userCheckTime", "补卡时间", "2026-03-10 18:00", extension)
        .field("TextareaField", "TextareaField-Reason", "补卡理由", "外出拜访客户忘记打卡")
        .components();
  }

  static ArrayNode outsideWork() {
    return new FilledForm()
        .alias("DDSelectField", "type", "外出类型", "拜访客户")
        .alias("DDDateField", "startTime", "开始时间", "2026-03-12 13:00")
        .alias("DDDateField", "finishTime", "结束时间", "2026-03-12 17:00")
        .alias("NumberField", "duration", "时长", "4")
        .field("TextareaField", "TextareaField-Reason", "外出事由", "合同面签")
        .components();
  }

  static ArrayNode shiftSwap() {
    return new FilledForm()
        .people("applicant", "申请人", DEVELOPMENT)
        .people("relief", "替班人", FINANCE)
        .alias("DDDateField", "relieveDate", "换班日期", "2026-03-18")
        .alias("DDDateField", "backDate", "还班日期", "2026-03-20")
        .alias("TextField", "relieveInfo", "换班班次", "早班 08:00-16:00")
        .alias("TextField", "backInfo", "还班班次", "晚班 16:00-24:00")
        .components();
  }

  private static ArrayNode named(Staff person) {
    ArrayNode named = JSON.arrayNode();
    named.addObject().put("emplId", person.userId()).put("name", person.name());
    return named;
  }

  private static ObjectNode child(
      ArrayNode suite, String type, String alias, String label, String value) {
    ObjectNode child =
        suite.addObject().put("componentType", type).put("componentName", type).put("value", value);
    child
        .putObject("props")
        .put("bizAlias", alias)
        .put("id", type + "-" + alias)
        .put("label", label);
    return child;
  }
}

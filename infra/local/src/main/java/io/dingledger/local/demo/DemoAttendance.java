package io.dingledger.local.demo;

import static io.dingledger.local.demo.DemoCompany.DEVELOPMENT;
import static io.dingledger.local.demo.DemoCompany.FINANCE;
import static io.dingledger.local.demo.DemoCompany.MARKETING;
import static io.dingledger.local.demo.DemoCompany.OVERSEAS;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.demo.DemoDocument.Expected;
import io.dingledger.local.demo.DemoDocument.Push;
import io.dingledger.local.demo.DemoDocument.Stage;
import io.dingledger.local.demo.DemoDocument.Trouble;
import io.dingledger.local.sandbox.dingtalk.Check;
import io.dingledger.local.sandbox.dingtalk.Staff;
import io.dingledger.model.document.DocumentId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Attendance at the demo company: DingTalk's own suites, punches, and days. What is paid or kept
 * back becomes pay items; what has no rules yet waits for a person.
 */
public final class DemoAttendance {
  private static final String NO_RULES = "RULE-KIND-WITHOUT-RULES";
  private static final LocalTime BEGIN = LocalTime.of(9, 0);
  private static final LocalTime END = LocalTime.of(18, 0);

  private DemoAttendance() {}

  static List<DemoDocument> approvals() {
    return List.of(
        approval(
                30,
                "跨年半天请假 · leave over New Year in half days",
                MARKETING,
                DemoForm.LEAVE,
                SuiteForms.leaveOverNewYear())
            .on(LocalDateTime.of(2025, 12, 25, 9, 30))
            .expecting(Trouble.NONE, Expected.ignored("RULE-NOTHING-TO-PAY")),
        approval(
                31,
                "跨夜加班 · overtime across midnight",
                DEVELOPMENT,
                DemoForm.OVERTIME,
                SuiteForms.overtimeAcrossMidnight())
            .held("RULE-OVERTIME-OVERNIGHT"),
        approval(
                32,
                "加班转调休 · overtime for time off",
                DEVELOPMENT,
                DemoForm.OVERTIME,
                SuiteForms.overtimeForTimeOff())
            .expecting(Trouble.NONE, Expected.accrued()),
        travel().held(NO_RULES),
        approval(
                34,
                "补卡 · missed-punch correction",
                FINANCE,
                DemoForm.CORRECTION,
                SuiteForms.punchCorrection())
            .held("RULE-PUNCH-CORRECTION-REVIEW"),
        approval(35, "外出 · outside work", OVERSEAS, DemoForm.OUTSIDE, SuiteForms.outsideWork())
            .held(NO_RULES),
        approval(36, "换班 · shift swap", DEVELOPMENT, DemoForm.SWAP, SuiteForms.shiftSwap())
            .held("RULE-SHIFT-SWAP-REVIEW"));
  }

  private static DemoApproval travel() {
    return approval(
        33,
        "出差带预支 · travel with advance",
        MARKETING,
        DemoForm.TRAVEL,
        SuiteForms.travelWithAdvance());
  }

  private static DemoApproval approval(
      int number, String shape, Staff originator, DemoForm form, ArrayNode components) {
    return new DemoApproval(number, shape, originator, form, components);
  }

  /** A punch and four days, as the demo's company has them the day before yesterday. */
  static List<DemoDocument> facts(LocalDate today) {
    LocalDate day = today.minusDays(2);
    List<DemoDocument> facts = new ArrayList<>();
    facts.add(punch(day));
    facts.add(day(MARKETING, day, "迟到 · late", Expected.accrued()));
    facts.add(day(DEVELOPMENT, day, "早退 · left early", Expected.accrued()));
    facts.add(day(FINANCE, day, "旷工 · absent", Expected.accrued()));
    facts.add(day(OVERSEAS, day, "正常 · a normal day", Expected.ignored("RULE-DAY-NORMAL")));
    return facts;
  }

  /** How DingTalk judged those days. */
  public static List<Check> checks(LocalDate today) {
    LocalDate day = today.minusDays(2);
    return List.of(
        check(MARKETING, day, true, "Late", BEGIN.plusMinutes(12)),
        check(MARKETING, day, false, "Normal", END),
        check(DEVELOPMENT, day, true, "Normal", BEGIN),
        check(DEVELOPMENT, day, false, "Early", END.minusMinutes(30)),
        missing(FINANCE, day, true),
        missing(FINANCE, day, false),
        check(OVERSEAS, day, true, "Normal", BEGIN),
        check(OVERSEAS, day, false, "Normal", END));
  }

  private static Check check(Staff who, LocalDate day, boolean on, String result, LocalTime at) {
    return new Check(
        who.userId(),
        day,
        on,
        result,
        instant(day, on ? BEGIN : END),
        Optional.of(instant(day, at)),
        false,
        "");
  }

  private static Check missing(Staff who, LocalDate day, boolean on) {
    return new Check(
        who.userId(),
        day,
        on,
        "Absenteeism",
        instant(day, on ? BEGIN : END),
        Optional.empty(),
        false,
        "");
  }

  private static DemoDocument punch(LocalDate day) {
    Instant at = instant(day, BEGIN.plusMinutes(12));
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields
        .putArray("dataList")
        .addObject()
        .put("corpId", DemoCompany.APP.corpId())
        .put("userId", MARKETING.userId())
        .put("groupId", 1001)
        .put("bizId", "demo-punch-" + day)
        .put("checkTime", at.toEpochMilli())
        .put("locationMethod", "WIFI")
        .put("locationResult", "Normal")
        .put("checkByUser", true);
    return fact(
        DocumentId.ofPunch(MARKETING.userId(), at),
        "打卡 " + day,
        "打卡 · punch",
        new Push("attendance_check_record", "demo-event-punch-" + day, fields, 1),
        Expected.held(NO_RULES));
  }

  private static DemoDocument day(Staff who, LocalDate day, String shape, Expected expected) {
    ObjectNode fields =
        JsonNodeFactory.instance
            .objectNode()
            .put("workDate", day.toString())
            .put("userId", who.userId());
    String event = "demo-event-day-" + day + "-" + who.userId();
    return fact(
        DocumentId.ofDay(who.userId(), day),
        "考勤 " + day,
        shape,
        new Push("attend_user_daily_summary_refresh", event, fields, 1),
        expected);
  }

  private static DemoDocument fact(
      DocumentId id, String number, String shape, Push push, Expected expected) {
    return new DemoDocument(
        id, number, shape, Optional.empty(), List.of(push), Stage.FIRST, Trouble.NONE, expected);
  }

  private static Instant instant(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(DemoApproval.ZONE).toInstant();
  }
}

package io.dingledger.rules.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What people call the fields that amounts are made of. Names that a book gives speak for
 * themselves.
 */
final class Labels {
  private static final Map<String, Label> BY_PATH = new HashMap<>();

  static {
    put("line.amount", "金额", "amount");
    put("line.tax", "票面税额", "stated tax");
    put("line.untaxed", "不计税部分", "untaxed part");
    put("line.quantity", "数量", "quantity");
    put("line.price", "单价", "price");
    put("line.number", "行号", "row number");
    put("claim.total", "报销总额", "claim total");
    put("payment.amount", "付款金额", "amount paid");
    put("purchase.total", "采购总额", "purchase total");
    put("purchase.tax", "采购税额", "purchase tax");
    put("sale.total", "销售总额", "sale total");
    put("sale.tax", "销售税额", "sale tax");
    put("advance.amount", "借款金额", "advance");
    put("clearing.spent", "实际支出", "spent");
    put("clearing.advanced", "冲抵借款", "advance cleared");
    put("clearing.difference", "差额", "difference");
    put("travel.days", "出差天数", "days of travel");
    put("travel.advance", "出差借款", "travel advance");
    put("journey.days", "行程天数", "days of the journey");
    put("overtime.hours", "加班小时", "hours of overtime");
    put("overtime.people", "人数", "people");
    put("day.hours", "当日小时", "hours that day");
    put("day.days", "当日天数", "days that day");
    put("day.consecutive", "连续天数", "days in a row");
    put("leave.days", "请假天数", "days of leave");
    put("leave.duration", "请假时长", "length of leave");
    put("leave.calendarDays", "自然日天数", "calendar days");
    put("outside.duration", "外出时长", "length of the absence");
    put("attendance.lateMinutes", "迟到分钟", "minutes late");
    put("attendance.lateTimes", "迟到次数", "times late");
    put("attendance.earlyMinutes", "早退分钟", "minutes left early");
    put("attendance.earlyTimes", "早退次数", "times left early");
    put("attendance.absentTimes", "旷工次数", "times absent");
    put("check.minutes", "分钟", "minutes");
    put("group.amount", "汇总金额", "sum of the amounts");
    put("group.quantity", "汇总数量", "sum of the quantities");
    put("group.count", "笔数", "items");
    put("period.workdays", "当月工作日", "working days of the month");
    put("person.hiredOn", "入职日期", "joined on");
    put("person.firstWorkedOn", "首次工作日期", "first worked on");
    put("amount", "原金额", "the amount reversed");
  }

  private Labels() {}

  /**
   * What something is called.
   *
   * @param chinese in Chinese
   * @param english in English
   */
  record Label(String chinese, String english) {}

  /** What a field is called; empty for what the book names itself. */
  static Optional<Label> of(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }

  private static void put(String path, String chinese, String english) {
    BY_PATH.put(path, new Label(chinese, english));
  }
}

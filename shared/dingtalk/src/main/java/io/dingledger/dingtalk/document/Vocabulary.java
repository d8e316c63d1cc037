package io.dingledger.dingtalk.document;

import java.util.List;

/**
 * The fields of DingTalk's own suites. Aliases are DingTalk's (facts §4.3) and the variants seen
 * beside them; labels are those of the suites and the usual ones of forms that were built anew.
 */
final class Vocabulary {
  static final Field STARTS =
      new Field(
          "starts",
          "开始时间",
          "start",
          List.of("startTime", "startDate", "fromTime"),
          List.of(
              "开始时间",
              "开始日期",
              "起始时间",
              "加班开始时间",
              "外出开始时间",
              "出差开始时间",
              "starttime",
              "startdate",
              "start",
              "from"));
  static final Field ENDS =
      new Field(
          "ends",
          "结束时间",
          "end",
          List.of("finishTime", "endTime", "endDate", "toTime"),
          List.of(
              "结束时间",
              "结束日期",
              "截止时间",
              "加班结束时间",
              "外出结束时间",
              "出差结束时间",
              "endtime",
              "finishtime",
              "enddate",
              "end",
              "to"));
  static final Field DURATION =
      new Field(
          "duration",
          "时长",
          "duration",
          List.of("duration"),
          List.of(
              "时长", "总时长", "加班时长", "加班总时长", "外出时长", "加班小时数", "duration", "totalduration", "hours"));
  static final Field REASON =
      new Field(
          "reason",
          "事由",
          "reason",
          List.of("reason"),
          List.of(
              "事由", "原因", "理由", "出差事由", "外出事由", "加班事由", "加班原因", "补卡理由", "补卡事由", "补卡原因", "缺卡原因",
              "换班理由", "换班原因", "reason"));

  static final Field OVERTIME_PEOPLE =
      new Field(
          "people",
          "加班人",
          "people who work overtime",
          List.of("partner", "partners", "overtimePartner"),
          List.of("加班人", "加班人员", "同行人", "参与人", "overtimeperson", "partner", "employees"));
  static final Field OVERTIME_TYPE =
      new Field(
          "type",
          "加班类型",
          "overtime type",
          List.of("type", "overtimeType"),
          List.of("加班类型", "类型", "overtimetype", "type"));
  static final Field COMPENSATION =
      new Field(
          "compensation",
          "加班补偿",
          "compensation",
          List.of("compensation", "overtimeCompensation"),
          List.of("加班补偿", "补偿方式", "加班补偿方式", "加班核算方式", "核算方式", "compensation"));
  static final Field OVERTIME_DAYS =
      new Field(
          "days",
          "每日加班时长",
          "overtime of each day",
          List.of("everyDayDuration"),
          List.of("每日加班时长", "每天加班时长", "加班明细", "时长明细", "每日时长", "dailyduration"));
  static final Field OVERTIME_DATE =
      new Field(
          "date",
          "加班日期",
          "date of overtime",
          List.of("overtimeDate"),
          List.of("日期", "加班日期", "date", "overtimedate"));
  static final Field OVERTIME_HOURS =
      new Field(
          "hours",
          "加班时长",
          "hours of overtime",
          List.of("overtimeDuration"),
          List.of("时长", "加班时长", "小时数", "duration", "hours", "overtimeduration"));

  static final Field OUTSIDE_TYPE =
      new Field(
          "type", "外出类型", "type", List.of("type", "goOutType"), List.of("外出类型", "类型", "type"));
  static final Field OUTSIDE_PEOPLE =
      new Field(
          "people",
          "外出人员",
          "people who go along",
          List.of("traveler", "travelers", "partner"),
          List.of("外出人", "外出人员", "同行人", "同行人员", "traveler", "travelers", "companions"));

  static final Field PUNCHED_AT =
      new Field(
          "punchedAt",
          "补卡时间",
          "time of the punch",
          List.of("userCheckTime"),
          List.of("补卡时间", "补卡时间点", "补卡班次", "缺卡时间", "打卡时间", "checktime", "punchtime"));

  static final Field APPLICANT =
      new Field(
          "applicant",
          "申请人",
          "applicant",
          List.of("applicant"),
          List.of("申请人", "换班申请人", "applicant"));
  static final Field RELIEF =
      new Field(
          "relief",
          "替班人",
          "relief",
          List.of("relief"),
          List.of("替班人", "换班人", "代班人", "换班对象", "relief", "reliefperson"));
  static final Field SWAPPED =
      new Field(
          "swapped",
          "换班日期",
          "day given away",
          List.of("relieveDate"),
          List.of("换班日期", "换班时间", "替班日期", "relievedate", "swapdate"));
  static final Field BACK =
      new Field(
          "back",
          "还班日期",
          "day worked in return",
          List.of("backDate"),
          List.of("还班日期", "还班时间", "backdate", "returndate"));
  static final Field RELIEVE_INFO =
      new Field(
          "details",
          "换班班次",
          "shift given away",
          List.of("relieveInfo"),
          List.of("换班信息", "换班班次", "relieveinfo"));
  static final Field BACK_INFO =
      new Field(
          "details",
          "还班班次",
          "shift worked in return",
          List.of("backInfo"),
          List.of("还班信息", "还班班次", "backinfo"));

  private Vocabulary() {}
}

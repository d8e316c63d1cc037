package io.dingledger.dingtalk.document;

import io.dingledger.model.failure.ReasonCode;

/**
 * Why a document that DingTalk told must be looked at by a person before anything is made of it.
 * {@code {0}} is a field's Chinese name and {@code {1}} its English one wherever both appear.
 */
public enum DocumentDoubt implements ReasonCode {
  /** A field without which the document can't be typed is absent or blank. */
  FIELD_MISSING(
      "DOC-FIELD-MISSING",
      "表单里没有“{0}”，或它是空的。",
      "请打开原审批单核对；若套件被改名或重建，请联系实施人员。",
      "The form has no “{1}”, or it is blank.",
      "Open the approval and check it; if the suite was renamed or made anew, call support."),
  /** More than one component claims to be the field. */
  FIELD_AMBIGUOUS(
      "DOC-FIELD-AMBIGUOUS",
      "表单里有多个组件都像是“{0}”。",
      "请核对原审批单，并在表单设计中只保留一个。",
      "Several components of the form claim to be “{1}”.",
      "Check the approval, and keep only one of them in the form's design."),
  /** A time that is none. */
  TIME_UNREADABLE(
      "DOC-TIME-UNREADABLE",
      "“{0}”的内容“{2}”不是日期或时间。",
      "请核对原审批单。",
      "“{1}” holds “{2}”, which is no date or time.",
      "Check the approval."),
  /** It ends before it starts, or at once. */
  TIMES_REVERSED(
      "DOC-TIMES-REVERSED",
      "结束时间“{1}”不晚于开始时间“{0}”。",
      "请核对原审批单的起止时间。",
      "It ends at “{1}”, which is not after its start at “{0}”.",
      "Check the times of the approval."),
  /** A number that is none. */
  NUMBER_UNREADABLE(
      "DOC-NUMBER-UNREADABLE",
      "“{0}”的内容“{2}”不是数字。",
      "请核对原审批单。",
      "“{1}” holds “{2}”, which is no number.",
      "Check the approval."),
  /** A length of nothing or less. */
  DURATION_NOT_POSITIVE(
      "DOC-DURATION-NOT-POSITIVE",
      "时长“{0}”不大于零。",
      "请核对原审批单的时长。",
      "The duration “{0}” is not above zero.",
      "Check the duration of the approval."),
  /** Longer than from its start to its end. */
  DURATION_TOO_LONG(
      "DOC-DURATION-TOO-LONG",
      "时长“{0}”超过了从开始到结束的时间。",
      "请核对原审批单的起止时间和时长。",
      "The duration “{0}” is longer than from the start to the end.",
      "Check the times and the duration of the approval."),
  /** What people see and what DingTalk calculated are not the same. */
  DURATION_CONTRADICTORY(
      "DOC-DURATION-CONTRADICTORY",
      "表单显示的时长“{0}”与钉钉计算的“{1}”不一致。",
      "请核对原审批单，以考勤报表为准。",
      "The form shows the duration “{0}”, but DingTalk calculated “{1}”.",
      "Check the approval against the attendance report."),
  /** Days or hours? */
  UNIT_UNSTATED(
      "DOC-UNIT-UNSTATED",
      "时长“{0}”没有说明单位是天还是小时。",
      "请核对原审批单的时长单位。",
      "The duration “{0}” does not say whether it counts days or hours.",
      "Check the unit of the approval's duration."),
  /** Counted in days, and the ledger of pay needs hours. */
  HOURS_UNSTATED(
      "DOC-HOURS-UNSTATED",
      "加班按天计（{0} 天），没有给出可信的小时数。",
      "请核对加班小时数后人工处理。",
      "The overtime counts days ({0}) and states no hours that can be trusted.",
      "Find out the hours and deal with it by hand."),
  /** A unit that is not known. */
  UNIT_UNKNOWN(
      "DOC-UNIT-UNKNOWN",
      "时长单位“{0}”无法识别。",
      "请核对原审批单，并联系运维登记该单位。",
      "The unit “{0}” is not known.",
      "Check the approval, and have the operator add the unit."),
  /** What DingTalk says besides the value is broken. */
  EXTENSION_UNREADABLE(
      "DOC-EXTENSION-UNREADABLE",
      "“{0}”的附加数据无法读取。",
      "请核对原审批单；若经常出现请联系运维。",
      "What DingTalk says besides the value of “{1}” cannot be read.",
      "Check the approval; if it happens often, call the operator."),
  /** Several days, and nothing says how much falls on which. */
  SPLIT_MISSING(
      "DOC-SPLIT-MISSING",
      "没有每天的时长明细，无法按天或按月拆分。",
      "请按考勤报表核对每天的时长。",
      "Nothing says how much falls on which day, so it cannot be split by day or month.",
      "Check each day against the attendance report."),
  /** The days are there but can't be read. */
  SPLIT_UNREADABLE(
      "DOC-SPLIT-UNREADABLE",
      "每天的时长明细无法读取。",
      "请按考勤报表核对每天的时长。",
      "The length of each day cannot be read.",
      "Check each day against the attendance report."),
  /** The days do not add up. */
  SPLIT_CONTRADICTORY(
      "DOC-SPLIT-CONTRADICTORY",
      "每天时长之和“{0}”与总时长“{1}”不一致。",
      "请按考勤报表核对每天的时长。",
      "The days add up to “{0}”, but the whole is “{1}”.",
      "Check each day against the attendance report."),
  /** A day that can't belong to it. */
  SPLIT_OUTSIDE(
      "DOC-SPLIT-OUTSIDE",
      "每天明细里的“{0}”重复，或不在起止时间之内，或时长超出一天。",
      "请按考勤报表核对每天的时长。",
      "In the split by days “{0}” stands twice, lies outside the times, or is more than a day.",
      "Check each day against the attendance report."),
  /** The days end before the whole does, or begin after it. */
  SPLIT_INCOMPLETE(
      "DOC-SPLIT-INCOMPLETE",
      "每天明细只从“{0}”到“{1}”，没有覆盖全部起止时间。",
      "请核对原审批单的起止时间和每天的时长。",
      "The split by days goes from “{0}” to “{1}” only, not from the start to the end.",
      "Check the times and the length of each day."),
  /** It is said to be one kind and looks like another. */
  KIND_CONTRADICTORY(
      "DOC-KIND-CONTRADICTORY",
      "单据的分类与表单内容不一致，像是：{0}。",
      "请核对原审批单属于哪一种。",
      "The category and the form's content do not agree; it looks like: {0}.",
      "Check which kind of approval it is."),
  /** DingTalk's own category, but none that is known. */
  KIND_UNKNOWN(
      "DOC-KIND-UNKNOWN",
      "考勤类审批“{0}”尚不支持。",
      "请人工处理，并联系运维登记该分类。",
      "Attendance approvals of the category “{0}” are not supported.",
      "Deal with it by hand, and have the operator add the category."),
  /** A suite whose content is no list of components. */
  SUITE_UNREADABLE(
      "DOC-SUITE-UNREADABLE",
      "套件“{0}”的内容无法读取。",
      "请打开原审批单人工处理；若经常出现请联系运维。",
      "The content of the suite “{1}” cannot be read.",
      "Open the approval and deal with it by hand; if it happens often, call the operator."),
  /** Two words for one choice. */
  CHOICE_CONTRADICTORY(
      "DOC-CHOICE-CONTRADICTORY",
      "“{0}”有两种不同的说法：“{2}”和“{3}”。",
      "请核对原审批单选择的是哪一项。",
      "“{1}” is told in two ways: “{2}” and “{3}”.",
      "Check what the approval chose."),
  /** A choice that is not known. */
  CHOICE_UNKNOWN(
      "DOC-CHOICE-UNKNOWN",
      "“{0}”的选项“{2}”无法识别。",
      "请核对原审批单，并联系运维登记该选项。",
      "The choice “{2}” of “{1}” is not known.",
      "Check the approval, and have the operator add the choice."),
  /** A name without a user id: people can share names. */
  PERSON_WITHOUT_ID(
      "DOC-PERSON-WITHOUT-ID",
      "“{0}”只有姓名，没有钉钉用户编号。",
      "请核对是哪一位员工。",
      "“{1}” gives a name without a DingTalk user id.",
      "Check which employee is meant."),
  /** The names shown are not those of the users. */
  PEOPLE_CONTRADICTORY(
      "DOC-PEOPLE-CONTRADICTORY",
      "“{0}”显示的姓名与所选用户不一致。",
      "请核对原审批单里的人员。",
      "The names shown as “{1}” are not those of the users that were chosen.",
      "Check the people in the approval."),
  /** It names people and nothing says as what. */
  PEOPLE_UNCLEAR(
      "DOC-PEOPLE-UNCLEAR",
      "表单选择了人员，但无法确定是不是“{0}”。",
      "请核对原审批单里的人员；若组件被改名或重建，请联系实施人员。",
      "The form names people, but nothing says whether they are “{1}”.",
      "Check the people in the approval; if a component was renamed, call support."),
  /** A row of a table that lacks what it must have. */
  ROW_UNREADABLE(
      "DOC-ROW-UNREADABLE",
      "“{0}”的第 {2} 行无法读取。",
      "请核对原审批单的该行。",
      "Row {2} of “{1}” cannot be read.",
      "Check that row of the approval."),
  /** A table that could not be read at all. */
  TABLE_UNREADABLE(
      "DOC-TABLE-UNREADABLE",
      "明细“{0}”有内容但无法读取。",
      "请打开原审批单人工处理；若经常出现请联系运维。",
      "The table “{1}” has content that cannot be read.",
      "Open the approval and deal with it by hand; if it happens often, call the operator."),
  /** The trip's details are not what was asked for. */
  TRIP_UNREADABLE(
      "DOC-TRIP-UNREADABLE",
      "出差详情无法读取。",
      "请打开原审批单人工处理。",
      "The details of the trip cannot be read.",
      "Open the approval and deal with it by hand."),
  /** Another document's facts. */
  OTHER_DOCUMENT(
      "DOC-OTHER-DOCUMENT",
      "钉钉返回的“{0}”属于另一张单据、另一个人或另一天。",
      "请核对原单据；若经常出现请联系运维。",
      "The “{1}” that DingTalk told belongs to another document, person or day.",
      "Check the original; if it happens often, call the operator."),
  /** The punch that was asked for is told in two ways. */
  PUNCH_CONTRADICTORY(
      "DOC-PUNCH-CONTRADICTORY",
      "补卡时间“{0}”与附加数据里的时间“{1}”不一致。",
      "请核对原审批单的补卡时间。",
      "The punch is to be entered at “{0}”, but its own data say “{1}”.",
      "Check the time of the punch in the approval."),
  /** A day's results that can't be read. */
  RESULT_UNREADABLE(
      "DOC-RESULT-UNREADABLE",
      "考勤结果第 {0} 行无法读取。",
      "请核对当天的考勤结果；若经常出现请联系运维。",
      "Row {0} of the day's attendance results cannot be read.",
      "Check the results of the day; if it happens often, call the operator."),
  /** A judgement that is not known. */
  RESULT_UNKNOWN(
      "DOC-RESULT-UNKNOWN",
      "考勤结果“{0}”无法识别。",
      "请核对当天的考勤结果，并联系运维登记该结果。",
      "The attendance result “{0}” is not known.",
      "Check the results of the day, and have the operator add this one."),
  /** Judged late, and the times say otherwise. */
  RESULT_CONTRADICTORY(
      "DOC-RESULT-CONTRADICTORY",
      "考勤结果“{0}”与打卡时间不一致。",
      "请核对当天的考勤结果和打卡时间。",
      "The attendance result “{0}” does not agree with the times of the punch.",
      "Check the results and the punches of the day.");

  private final Texts texts;

  DocumentDoubt(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}

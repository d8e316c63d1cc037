package io.dingledger.patrol;

/** What the patrol's chores are about, in the words of both languages. */
enum Area {
  FAILED_PUSHES("failed-pushes", "补收推送失败的回调", "fetching the pushes that failed"),
  INSTANCES("instances", "按表单补查漏收的审批", "looking for approvals that were never pushed"),
  ATTENDANCE("attendance", "读取考勤结果", "reading the results of attendance"),
  PAY_PERIODS("pay-periods", "薪资期间结账", "closing months of pay"),
  DIRECTORY("directory", "读取通讯录", "reading people and departments"),
  HIRE_DATES("hire-dates", "读取员工入职日期", "reading hire dates");

  private final String word;
  private final String chinese;
  private final String english;

  Area(String word, String chinese, String english) {
    this.word = word;
    this.chinese = chinese;
    this.english = english;
  }

  /** The notice that stands while it is not allowed. */
  String notice() {
    return "patrol:" + word;
  }

  String chinese() {
    return chinese;
  }

  String english() {
    return english;
  }
}

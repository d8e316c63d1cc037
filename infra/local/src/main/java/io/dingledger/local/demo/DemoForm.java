package io.dingledger.local.demo;

/**
 * A form of the demo company.
 *
 * @param processCode its code
 * @param category {@code bizCategoryId}
 * @param title what people call it
 */
record DemoForm(String processCode, String category, String title) {
  static final DemoForm EXPENSE =
      new DemoForm("PROC-DEMO-EXPENSE", "dingtalk.businessFinance.reimbursement", "报销");
  static final DemoForm PAYMENT =
      new DemoForm("PROC-DEMO-PAYMENT", "dingtalk.businessFinance.payment", "付款");
  static final DemoForm PURCHASE = new DemoForm("PROC-DEMO-PURCHASE", "", "采购");
  static final DemoForm SALE =
      new DemoForm("PROC-DEMO-SALE", "dingtalk.businessFinance.receivable", "销售");
  static final DemoForm ADVANCE =
      new DemoForm("PROC-DEMO-ADVANCE", "dingtalk.businessFinance.reserve", "借款");
  static final DemoForm CLEARING =
      new DemoForm("PROC-DEMO-CLEARING", "dingtalk.businessFinance.reserveVerification", "核销");
  static final DemoForm LEAVE = new DemoForm("PROC-DEMO-LEAVE", "attendance.leave", "请假");
  static final DemoForm OVERTIME =
      new DemoForm("PROC-DEMO-OVERTIME", "attendance.batchovertime", "加班");
  static final DemoForm TRAVEL = new DemoForm("PROC-DEMO-TRAVEL", "alitrip.business", "出差");
  static final DemoForm CORRECTION = new DemoForm("PROC-DEMO-SUPPLY", "attendance.supply", "补卡");
  static final DemoForm OUTSIDE = new DemoForm("PROC-DEMO-GOOUT", "attendance.goout", "外出");
  static final DemoForm SWAP = new DemoForm("PROC-DEMO-RELIEVE", "attendance.relieve", "换班");
}

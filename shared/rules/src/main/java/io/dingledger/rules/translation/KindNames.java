package io.dingledger.rules.translation;

import io.dingledger.model.document.DocumentKind;

/** What people call the kinds of documents. */
final class KindNames {
  private KindNames() {}

  static String chinese(DocumentKind kind) {
    return switch (kind) {
      case EXPENSE_CLAIM -> "报销单";
      case PAYMENT -> "付款单";
      case PURCHASE -> "采购单";
      case SALE -> "销售单";
      case ADVANCE -> "借款单";
      case CLEARING -> "核销单";
      case TRAVEL -> "出差";
      case OVERTIME -> "加班";
      case LEAVE -> "请假";
      case PUNCH_CORRECTION -> "补卡";
      case OUTSIDE_WORK -> "外出";
      case SHIFT_SWAP -> "换班";
      case PUNCH -> "打卡";
      case DAILY_RESULT -> "考勤结果";
      case PAY_PERIOD -> "薪资期间";
      case UNRECOGNISED -> "无法识别的单据";
    };
  }
}

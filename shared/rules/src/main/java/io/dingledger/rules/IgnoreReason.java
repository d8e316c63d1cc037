package io.dingledger.rules;

import io.dingledger.model.failure.ReasonCode;

/** Why a rule book makes nothing of a document. */
public enum IgnoreReason implements ReasonCode {
  /** The rule book does not want this kind of approval. */
  OUT_OF_SCOPE(
      "RULE-OUT-OF-SCOPE",
      "规则簿不处理这种审批（processCode {0}）。",
      "如需处理，请把它加入规则簿的 scope。",
      "The rule book does not want this kind of approval (processCode {0}).",
      "To have it handled, add it to scope in the rule book."),
  /** The rule book does not want facts of this kind. */
  KIND_OUT_OF_SCOPE(
      "RULE-KIND-OUT-OF-SCOPE",
      "规则簿不处理“{1}”（{0}）。",
      "如需处理，请在规则簿的 scope 中添加 kind: {0}。",
      "The rule book does not want documents of the kind {0}.",
      "To have them handled, add kind: {0} to scope in the rule book."),
  /** Nothing about the day is abnormal. */
  DAY_NORMAL(
      "RULE-DAY-NORMAL",
      "当天考勤正常，无需记账。",
      "不需要做任何事。",
      "Nothing about this day of attendance is abnormal.",
      "Nothing needs to be done."),
  /** Rules were asked, and none of them applies. */
  NOTHING_TO_PAY(
      "RULE-NOTHING-TO-PAY",
      "规则簿处理“{1}”（{0}）的规则都不适用于这张单据，没有需要计薪或记账的内容。",
      "如果本应计薪，请检查规则的条件。",
      "None of the rules for documents of the kind {0} applies, so nothing is to be paid or recorded.",
      "If something should be, check the conditions of the rules."),
  /** Nobody has a pay item that is worth anything. */
  PERIOD_EMPTY(
      "RULE-PERIOD-EMPTY",
      "{0} 没有需要记账的薪资项目。",
      "不需要做任何事。",
      "There is no pay item to be recorded in {0}.",
      "Nothing needs to be done."),
  /** The book makes no vouchers of pay items. */
  PERIOD_WITHOUT_RULES(
      "RULE-PERIOD-WITHOUT-RULES",
      "规则簿没有为 payPeriod 写规则，{0} 的薪资项目只供核算工资，不生成凭证。",
      "如需生成凭证，请在规则簿中添加 for: payPeriod 的规则。",
      "The rule book has no rules for payPeriod: the pay items of {0} serve payroll only and make no voucher.",
      "To have a voucher, add rules for payPeriod to the rule book.");

  private final Texts texts;

  IgnoreReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}

package io.dingledger.rules;

import io.dingledger.model.failure.ReasonCode;

/** What can be wrong with what a rule book does: its rules, holds, pay items and vouchers. */
public enum RuleFinding implements ReasonCode {
  /** Rules for what always goes to a person. */
  KIND_REVIEWED(
      "BOOK-KIND-REVIEWED",
      "“{0}”总是交由人工审核，不能为它写规则。",
      "请删除这一条；缺勤和迟到请为 dailyResult 写规则。",
      "“{0}” always goes to a person, so nothing can be written for it.",
      "Remove this; for absence and lateness write rules for dailyResult."),
  /** Rules for single punches. */
  KIND_PUNCH(
      "BOOK-KIND-PUNCH",
      "单次打卡没有规则，应使用当天的考勤结果。",
      "请把 punch 改为 dailyResult，并在 scope 中添加 kind: dailyResult。",
      "Single punches have no rules; the result of the day is what counts.",
      "Write dailyResult instead of punch, and add kind: dailyResult to scope."),
  /** Something for a kind that needs no form and is not in scope. */
  KIND_OUT_OF_SCOPE(
      "BOOK-KIND-OUT-OF-SCOPE",
      "scope 里没有 kind: {0}，这一条永远不会被用到。",
      "请在 scope 中添加它，或删除这一条。",
      "There is no kind: {0} in scope, so this is never used.",
      "Add it to scope, or remove this."),
  /** A day's class is read where nothing says what days are. */
  CALENDAR_MISSING(
      "BOOK-CALENDAR-MISSING",
      "“{0}”需要知道每天是什么日子，但规则簿没有 calendar。",
      "请添加 calendar，例如 calendar: { base: CN }。",
      "“{0}” needs to know what kind of day it is, but the book has no calendar.",
      "Add one, for example calendar: { base: CN }."),
  /** A pay item that the book does not have. */
  PAY_ITEM_UNKNOWN(
      "BOOK-PAY-ITEM-UNKNOWN",
      "payItems 里没有薪资项目“{0}”{1}。",
      "请改正名称或在 payItems 中添加。",
      "There is no pay item “{0}” in payItems{1}.",
      "Correct the name or add it to payItems."),
  /** A pay item that only counts is given money. */
  PAY_ITEM_COUNTS_ONLY(
      "BOOK-PAY-ITEM-COUNTS-ONLY",
      "薪资项目“{0}”只计数（sign: none），不能写 {1}。",
      "请删除 {1}，或把它的 sign 改为 earning 或 deduction。",
      "The pay item “{0}” only counts (sign: none), so it has no {1}.",
      "Remove {1}, or make its sign earning or deduction."),
  /** A pay item that should be money has none. */
  PAY_ITEM_WITHOUT_MONEY(
      "BOOK-PAY-ITEM-WITHOUT-MONEY",
      "薪资项目“{0}”（sign: {1}）既没有 rate 也没有 amount，金额无从计算。",
      "请写 rate（例如 wage.hour）或 amount；只计数请把 sign 改为 none。",
      "The pay item “{0}” (sign: {1}) has neither rate nor amount, so it is worth nothing.",
      "Give a rate, for example wage.hour, or an amount; if it only counts, make its sign none."),
  /** A rule that makes both lines and a pay item. */
  RULE_MAKES_TWO(
      "BOOK-RULE-MAKES-TWO",
      "一条规则只能写 lines 或 payItem 之一。",
      "请拆成两条规则。",
      "A rule has either lines or a payItem, and not both.",
      "Make two rules of it."),
  /** A rule that makes what its kind cannot become. */
  MAKING_UNFIT(
      "BOOK-MAKING-UNFIT",
      "“{0}”的规则不能写 {1}，只能写 {2}。",
      "请改写这条规则。",
      "A rule for “{0}” has no {1}, but {2}.",
      "Rewrite the rule."),
  /** Wanted documents without rules, in a book that has rules. */
  SCOPE_WITHOUT_RULES(
      "BOOK-SCOPE-WITHOUT-RULES",
      "scope 里有“{0}”，但没有适用于它的规则：这些单据全部等待人工处理。",
      "如有意如此可不处理；否则请添加规则，或从 scope 中删除它。",
      "“{0}” is in scope, but no rule is for it: all these documents wait for a person.",
      "Leave it if that is meant; otherwise add rules, or take it out of scope."),
  /** Pay items that nothing turns into vouchers. */
  PAY_NEVER_POSTED(
      "BOOK-PAY-NEVER-POSTED",
      "规则生成薪资项目，但没有 for: payPeriod 的规则：它们永远不会成为凭证。",
      "如只用于导出工资表可不处理；否则请为 payPeriod 添加规则。",
      "Rules make pay items, but no rule is for payPeriod: they never become vouchers.",
      "Leave it if they are only exported to payroll; otherwise add rules for payPeriod."),
  /** A field is compared with what it can never be. */
  TEXT_IMPOSSIBLE(
      "BOOK-TEXT-IMPOSSIBLE",
      "“{0}”不可能是“{1}”{2}；可能的值：{3}。",
      "请改为其中之一。",
      "“{0}” is never “{1}”{2}; it can be: {3}.",
      "Write one of these."),
  /** Something is divided by zero. */
  DIVISION_BY_ZERO(
      "BOOK-DIVISION-BY-ZERO",
      "“{0}”以零作除数，永远算不出结果。",
      "请改正除数。",
      "“{0}” divides by zero and never has a result.",
      "Correct the divisor."),
  /** A condition that excludes itself. */
  CONDITION_NEVER(
      "BOOK-CONDITION-NEVER",
      "条件“{0}”永远不成立。",
      "请检查比较的方向和数字；“或”写 ||，“且”写 &&。",
      "The condition “{0}” can never hold.",
      "Check the directions and numbers of its comparisons; write || for or, && for and."),
  /** A condition that says nothing. */
  CONDITION_ALWAYS(
      "BOOK-CONDITION-ALWAYS",
      "条件“{0}”总是成立。",
      "如对所有单据都适用，请删除条件；否则请检查：“且”写 &&，“或”写 ||。",
      "The condition “{0}” always holds.",
      "Remove it if everything is meant; otherwise check it: write && for and, || for or.");

  private final Texts texts;

  RuleFinding(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}

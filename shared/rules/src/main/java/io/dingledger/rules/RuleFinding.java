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
      "Remove it if everything is meant; otherwise check it: write && for and, || for or."),
  /** A condition that nothing that a field can be makes fail. */
  CONDITION_VACUOUS(
      "BOOK-CONDITION-VACUOUS",
      "按字段可能的值，条件“{0}”总是成立。",
      "如对所有单据都适用，可删除条件；否则请检查比较的数字。",
      "The condition “{0}” holds for all that its fields can be.",
      "Remove it if everything is meant; otherwise check the numbers that it compares with."),
  /** Rules whose vouchers balance for plain documents only. */
  RULES_UNBALANCED_PARTLY(
      "BOOK-RULES-UNBALANCED-PARTLY",
      "用表单“{0}”的样例单据试算，{1}的单据不平：{2}",
      "这样的单据会等待人工处理；请核对各行的条件和金额。",
      "Trial documents of the form “{0}” {3} do not balance: {4}",
      "Such documents are held; compare the conditions and amounts of the lines."),
  /** A contract that nobody has. */
  CONTRACT_NOBODYS(
      "BOOK-CONTRACT-NOBODYS",
      "“{0}”与“{1}”比较，但 people 里没有人的合同是“{1}”{2}。",
      "请检查拼写，或在 people 中写明。",
      "“{0}” is compared with “{1}”, but nobody in people has this contract{2}.",
      "Look for a misspelling, or state it in people."),
  /** A quantity or a rate in another unit than the pay item's. */
  UNIT_DIFFERS(
      "BOOK-UNIT-DIFFERS",
      "“{0}”的单位是{1}，但薪资项目“{3}”的单位是{4}。",
      "请换成同一单位，例如按分钟计算时写 wage.hour / 60，或改正 unit。",
      "“{0}” is by the {2}, but the pay item “{3}” counts by the {5}.",
      "Convert it, for example wage.hour / 60 for minutes, or correct the unit."),
  /** A look-up does not know a text that a condition waits for. */
  TEXT_IN_NO_TABLE(
      "BOOK-TEXT-IN-NO-TABLE",
      "查找表按“{0}”查科目，但没有“{1}”{2}：这样的单据会等待人工处理。",
      "请检查拼写，或在表中添加它。",
      "A table looks “{0}” up, but has no “{1}”{2}: documents with it are held.",
      "Look for a misspelling, or add it to the table."),
  /** Two rules that are the same. */
  RULE_REPEATED(
      "BOOK-RULE-REPEATED",
      "规则“{0}”与规则“{1}”完全相同，会记账两次。",
      "请删除其中一条。",
      "The rule “{0}” is the same as “{1}”: everything is posted twice.",
      "Remove one."),
  /** Two rules that make the same, for documents that both apply to. */
  RULE_SHADOWED(
      "BOOK-RULE-SHADOWED",
      "规则“{0}”与规则“{1}”生成相同的内容，条件又会同时成立：这些单据会记账两次。",
      "请改正条件使它们互斥，或删除其中一条。",
      "The rule “{0}” makes the same as “{1}”, and both apply to some documents: these are posted twice.",
      "Change a condition so that only one applies, or remove one."),
  /** Two rules that make the same pay item of the same thing. */
  PAY_TWICE(
      "BOOK-PAY-TWICE",
      "规则“{1}”和“{2}”的条件会同时成立，都生成薪资项目“{0}”：会支付两次。",
      "如有意如此可不处理；否则请改正条件使它们互斥。",
      "The rules “{1}” and “{2}” both apply to some documents and both make “{0}”: it is paid twice.",
      "Leave it if both are due; otherwise change a condition so that only one applies."),
  /** A line that is there twice. */
  LINE_REPEATED(
      "BOOK-LINE-REPEATED",
      "这一行分录与规则“{0}”中的一行完全相同，会记账两次。",
      "请删除其中一行。",
      "This line is the same as one of the rule “{0}”: it is posted twice.",
      "Remove one."),
  /** A line that takes back another one. */
  LINES_CANCEL(
      "BOOK-LINES-CANCEL",
      "规则“{0}”以相同金额记在同一科目的另一方，两行互相抵销，等于没有记账。",
      "请改正其中一行的科目或金额。",
      "The rule “{0}” posts the same amount to the same account on the other side: nothing is left.",
      "Correct the account or the amount of one of them."),
  /** Two lines that post the same, for documents that both apply to. */
  LINE_TWICE(
      "BOOK-LINE-TWICE",
      "规则“{0}”有一行的科目、方向和金额都与这一行相同，条件又会同时成立。",
      "如有意如此可不处理；否则请改正条件或金额。",
      "The rule “{0}” has a line with the same account, side and amount, and both apply at once.",
      "Leave it if both are meant; otherwise change a condition or an amount."),
  /** A hold that never adds anything to an earlier one. */
  HOLD_COVERED(
      "BOOK-HOLD-COVERED",
      "第 {0} 行的 hold（{1}）已包含这一条的所有情形。",
      "请删除这一条，或改正其中一条的条件。",
      "The hold in line {0} ({1}) already covers everything that this one holds.",
      "Remove this one, or correct a condition."),
  /** A rule whose documents are all held. */
  RULE_ALWAYS_HELD(
      "BOOK-RULE-ALWAYS-HELD",
      "规则“{0}”适用的单据都被第 {1} 行的 hold（{2}）拦下，规则不会生效。",
      "请检查两处的条件。",
      "All documents that the rule “{0}” is for are held by line {1} ({2}), so it never has an effect.",
      "Check both conditions."),
  /** A dimension that documents of a kind never give. */
  DIMENSION_UNREADABLE(
      "BOOK-DIMENSION-UNREADABLE",
      "科目“{0}”要求辅助核算“{1}”，但“{2}”的单据在这里没有它的任何来源：总会等待人工处理。",
      "请在 dimensions 中为这种单据添加来源（payPeriod 用 group.departmentCode 等，并检查 sumBy），或换科目。",
      "The account “{0}” requires the dimension “{1}”, but documents of the kind “{2}” never give it here: all are held.",
      "Add a source for them to dimensions (payPeriod: group.departmentCode and such; see sumBy), or choose another account."),
  /** A field of groups that sumBy leaves empty. */
  GROUP_FIELD_EMPTY(
      "BOOK-GROUP-FIELD-EMPTY",
      "“{0}”总是空的：vouchers.period.sumBy 里没有 {1}。",
      "请在 sumBy 中添加 {1}，或不再使用这个字段。",
      "“{0}” is always empty: there is no {1} in vouchers.period.sumBy.",
      "Add {1} to sumBy, or do not use the field."),
  /** An amount that is always zero. */
  AMOUNT_ZERO(
      "BOOK-AMOUNT-ZERO",
      "“{0}”总是 0，什么也不会记账。",
      "请改正表达式，或删除这一条。",
      "“{0}” is always 0, so nothing is ever posted.",
      "Correct the expression, or remove this."),
  /** An amount that is never above zero. */
  AMOUNT_NEGATIVE(
      "BOOK-AMOUNT-NEGATIVE",
      "“{0}”永远不大于 0，单据总会等待人工处理。",
      "金额写正数：借贷方向由 debit/credit 表示，扣款由 sign: deduction 表示。",
      "“{0}” is never above 0, so the document is always held.",
      "Write amounts above 0: the side says debit or credit, and sign: deduction says that pay is reduced."),
  /** A total of a pay item that nothing makes. */
  TOTAL_NEVER_MADE(
      "BOOK-TOTAL-NEVER-MADE",
      "这里累计薪资项目“{0}”，但没有规则生成它：总是 0。",
      "请添加生成它的规则，或改用别的项目。",
      "The pay item “{0}” is counted here, but no rule makes it: it is always 0.",
      "Add a rule that makes it, or count another item."),
  /** Pay items that count each other. */
  TOTALS_CIRCULAR(
      "BOOK-TOTALS-CIRCULAR",
      "薪资项目“{0}”的累计互相依赖：{1}。结果取决于单据到达的先后。",
      "请让其中一条规则不再使用另一项的累计。",
      "The pay item “{0}” depends on itself through others: {1}. What comes out depends on the order of documents.",
      "Let one of these rules no longer count the other item."),
  /** A pay item that no rule for payPeriod posts. */
  ITEM_NEVER_POSTED(
      "BOOK-ITEM-NEVER-POSTED",
      "没有适用于薪资项目“{0}”的 payPeriod 规则：它永远不会成为凭证。",
      "如有意如此可不处理；否则请添加规则，或放宽 when。",
      "No rule for payPeriod applies to the pay item “{0}”: it never becomes a voucher.",
      "Leave it if that is meant; otherwise add a rule, or widen a condition."),
  /** Rules whose vouchers do not balance on any trial, for kinds without a form. */
  KIND_UNBALANCED(
      "BOOK-KIND-UNBALANCED",
      "“{0}”的规则试算总是不平：借方 {1}，贷方 {2}。",
      "请核对各行的条件和金额。",
      "The rules for “{0}” never balance on trial: {1} in debit, {2} in credit.",
      "Compare the conditions and amounts of its lines."),
  /** Overtime that is paid below the law. */
  OVERTIME_BELOW_LAW(
      "BOOK-OVERTIME-BELOW-LAW",
      "规则“{0}”按 {1} 倍支付加班，低于劳动法第四十四条的下限：{2}。",
      "请用 multipliers 按日期类型取倍数，或确认适用的工时制度。",
      "The rule “{0}” pays overtime by {1}, below the least of article 44 of the Labour Law: {2}.",
      "Take the factor by the class of the day from multipliers, or make sure that your working-time system allows it."),
  /** Time off instead of pay on statutory days. */
  TIME_OFF_FOR_STATUTORY(
      "BOOK-TIME-OFF-FOR-STATUTORY",
      "按规则“{0}”，法定节假日加班选择调休就没有加班费；劳动法第四十四条要求支付三倍工资，不能以调休代替。",
      "请让 day.dayClass == 'statutory' 时总是支付。",
      "By the rule “{0}”, whoever chooses time off is not paid for overtime on a statutory day; article 44 of the Labour Law asks for pay.",
      "Always pay when day.dayClass is statutory."),
  /** A deduction that does not follow from the wage. */
  DEDUCTION_FIXED(
      "BOOK-DEDUCTION-FIXED",
      "规则“{0}”的考勤扣款不按工资和时间计算，属于罚款：工资支付暂行规定第十六条只允许赔偿损失，不少省份禁止罚款。",
      "建议按未工作的时间扣，例如 rate: wage.hour / 60。",
      "The deduction of the rule “{0}” does not follow from wage and time. That is a fine: several provinces forbid it.",
      "Deduct the time that was not worked, for example with rate: wage.hour / 60."),
  /** A deduction of more than what was not earned. */
  DEDUCTION_ABOVE_PAY(
      "BOOK-DEDUCTION-ABOVE-PAY",
      "规则“{0}”扣的可能多于未工作时间的工资（倍数大于 1），超出部分属于罚款，不少省份禁止。",
      "建议倍数不大于 1。",
      "The rule “{0}” can deduct more than the pay for the time that was not worked. What is more is a fine, which several provinces forbid.",
      "Let the factor be at most 1.");

  private final Texts texts;

  RuleFinding(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}

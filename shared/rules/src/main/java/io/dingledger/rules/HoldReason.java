package io.dingledger.rules;

import io.dingledger.model.failure.ReasonCode;

/** Why a rule book leaves a document to a person. */
public enum HoldReason implements ReasonCode {
  /** The detail does not say when it was approved. */
  APPROVAL_TIME_MISSING(
      "RULE-APPROVAL-TIME-MISSING",
      "钉钉没有给出审批完成时间，无法确定凭证日期。",
      "请在钉钉核对该审批是否已完成，然后重新处理。",
      "DingTalk gives no time of approval, so the voucher date is unknown.",
      "Check in DingTalk that it is completed, then process it again."),
  /** It withdraws an earlier approval: nothing may be recorded of it. */
  WITHDRAWAL(
      "RULE-WITHDRAWAL",
      "这是对已通过审批的撤销，规则簿不能为它生成凭证。",
      "请核对原审批的凭证是否已红字冲销。",
      "This withdraws an earlier approval; a rule book makes no voucher of it.",
      "Check that the voucher of the earlier approval has been reversed."),
  /** The person is not in the directory. */
  ORIGINATOR_UNKNOWN(
      "RULE-ORIGINATOR-UNKNOWN",
      "通讯录中找不到发起人（userId {0}），可能已离职或不在应用的可见范围内。",
      "请把该员工加入应用的通讯录权限范围，或手工录入凭证。",
      "The originator (userId {0}) is not in the directory: left the company, or hidden from the app.",
      "Give the app access to this person, or enter the voucher by hand."),
  /** More than one form of the rule book might be meant. */
  FORM_AMBIGUOUS(
      "RULE-FORM-AMBIGUOUS",
      "无法判断这张审批对应规则簿中的哪个表单（processCode {0}）。",
      "请在规则簿的 scope 中为它写明 processCode。",
      "The rule book does not say which of its forms this approval is (processCode {0}).",
      "Give its processCode in the scope of the rule book."),
  /** A required field is missing or blank. */
  FIELD_MISSING(
      "RULE-FIELD-MISSING",
      "{0}“{1}”没有填写，或表单里已没有这个控件。",
      "请补充填写；如果表单改过，请更新规则簿的 forms。",
      "{2}: “{1}” is not filled in, or the form no longer has it.",
      "Have it filled in; if the form has changed, update forms in the rule book."),
  /** An optional field has no component, but another looks as if it had been this one. */
  FIELD_GONE(
      "RULE-FIELD-GONE",
      "{0}“{1}”在表单里已找不到，而控件“{3}”没有对应任何字段，可能是它改名或重建后的样子。",
      "请核对表单，并更新规则簿的 forms。",
      "{2}: there is no “{1}”; “{3}”, which no field reads, may be what became of it.",
      "Check the form and update forms in the rule book."),
  /** Two components fit a field. */
  FIELD_AMBIGUOUS(
      "RULE-FIELD-AMBIGUOUS",
      "{0}“{1}”在表单里有多个同名控件，无法判断用哪一个。",
      "请在规则簿的 forms 中改用 bizAlias 或 id 指定。",
      "{2}: more than one component is “{1}”.",
      "Name it by bizAlias or id in forms in the rule book."),
  /** Not an amount. */
  AMOUNT_UNREADABLE(
      "RULE-AMOUNT-UNREADABLE",
      "{0}“{1}”的内容“{3}”不是金额。",
      "请改成数字，例如 1234.50；金额最多两位小数。",
      "{2}: “{3}” in “{1}” is not an amount.",
      "Write a number such as 1234.50."),
  /** More decimals than the currency has. */
  AMOUNT_TOO_FINE(
      "RULE-AMOUNT-TOO-FINE",
      "{0}“{1}”的金额“{3}”小数位数超过币种允许的 {4} 位。",
      "请改正金额；系统不会替您舍入。",
      "{2}: the amount “{3}” in “{1}” has more than {4} decimals.",
      "Correct it; it is not rounded for you."),
  /** Zero or less. */
  AMOUNT_NOT_POSITIVE(
      "RULE-AMOUNT-NOT-POSITIVE",
      "{0}“{1}”的金额 {3} 不大于零。",
      "请核对；退款或冲减请手工处理。",
      "{2}: the amount {3} in “{1}” is not above zero.",
      "Check it; enter refunds by hand."),
  /** Not a date. */
  DATE_UNREADABLE(
      "RULE-DATE-UNREADABLE",
      "{0}“{1}”的内容“{3}”不是日期。",
      "请改成 2026-03-31 这样的日期。",
      "{2}: “{3}” in “{1}” is not a date.",
      "Write a date such as 2026-03-31."),
  /** Not a number of attachments. */
  COUNT_UNREADABLE(
      "RULE-COUNT-UNREADABLE",
      "{0}“{1}”的内容“{3}”不是 0 至 9999 的整数。",
      "请改成整数。",
      "{2}: “{3}” in “{1}” is not a whole number from 0 to 9999.",
      "Write a whole number."),
  /** Not a quantity. */
  QUANTITY_UNREADABLE(
      "RULE-QUANTITY-UNREADABLE",
      "{0}“{1}”的内容“{3}”不是数量或单价。",
      "请改成不小于零的数字，小数最多六位，不带单位。",
      "{2}: “{3}” in “{1}” is not a quantity or price.",
      "Write a number of at least zero with up to six decimals, without a unit."),
  /** A relation to something that is no approval. */
  RELATION_UNREADABLE(
      "RULE-RELATION-UNREADABLE",
      "{0}“{1}”的内容“{3}”看不出是哪一张审批单。",
      "请在表单中使用“关联审批单”控件，并重新选择。",
      "{2}: “{3}” in “{1}” does not say which approval is meant.",
      "Use the component for related approvals (关联审批单) in the form, and choose it again."),
  /** A relation to several approvals where one is wanted. */
  RELATION_SEVERAL(
      "RULE-RELATION-SEVERAL",
      "{0}“{1}”关联了 {3} 张审批单，只能处理一张。",
      "请拆成每张只核销一笔借款的单据，或手工录入凭证。",
      "{2}: “{1}” names {3} approvals; only one can be handled.",
      "Split it so that each clears one advance, or enter the voucher by hand."),
  /** Another currency than the rule book's. */
  CURRENCY_FOREIGN(
      "RULE-CURRENCY-FOREIGN",
      "{0}“{1}”是外币“{3}”，规则簿只处理 {4}。",
      "请按折算后的本位币手工录入凭证。",
      "{2}: “{1}” is the foreign currency “{3}”; the rule book handles {4} only.",
      "Enter the voucher by hand in the base currency."),
  /** A claim without rows. */
  TABLE_EMPTY(
      "RULE-TABLE-EMPTY",
      "明细表“{0}”没有任何行。",
      "请补充报销明细；如果表单改过，请更新规则簿的 forms。",
      "The table “{0}” has no rows.",
      "Add the details; if the form has changed, update forms in the rule book."),
  /** A table that says something, of which no row can be read. */
  TABLE_UNREADABLE(
      "RULE-TABLE-UNREADABLE",
      "明细表“{0}”有内容，但系统无法识别它的格式；这不是填写人的问题。",
      "请手工录入凭证，并把这张单据的编号告诉我们，以便支持这种格式。",
      "The table “{0}” could not be read, though it is filled in; whoever filled it in is not to blame.",
      "Enter the voucher by hand, and tell us the number of this document so that its format can be supported."),
  /** More than a voucher can sensibly have. */
  TOO_MANY_LINES(
      "RULE-TOO-MANY-LINES",
      "单据有 {0} 行，超过上限 {1}。",
      "请拆分单据，或手工录入凭证。",
      "There are {0} lines, more than the limit of {1}.",
      "Split the document, or enter the voucher by hand."),
  /** Header total and sum of rows differ. */
  TOTAL_DIFFERS(
      "RULE-TOTAL-DIFFERS",
      "总金额 {0} 与明细合计 {1} 不一致，相差 {2}。",
      "请核对明细与总金额，更正后重新提交，或由会计确认后手工处理。",
      "The total {0} and the sum of the rows {1} differ by {2}.",
      "Compare rows and total; have it corrected, or enter it by hand."),
  /** Header tax and sum of the rows' taxes differ. */
  TAX_DIFFERS(
      "RULE-TAX-DIFFERS",
      "税额合计 {0} 与明细税额之和 {1} 不一致，相差 {2}。",
      "请核对各行税额与表头税额，更正后重新提交，或由会计确认后手工处理。",
      "The tax {0} and the sum of the rows' taxes {1} differ by {2}.",
      "Compare the taxes; have them corrected, or enter it by hand."),
  /** Tax as high as the amount. */
  TAX_TOO_HIGH(
      "RULE-TAX-TOO-HIGH",
      "{0}税额 {2} 不小于金额 {3}。",
      "请核对该行的税额和金额（金额应为含税价）。",
      "{1}: the tax {2} is not below the amount {3}.",
      "Check tax and amount of the row; the amount includes the tax."),
  /** A category that the table does not have. */
  LOOKUP_UNKNOWN(
      "RULE-LOOKUP-UNKNOWN",
      "{0}的“{2}”不在规则簿的表“{3}”中。",
      "请改选表里已有的文字，或在规则簿的表中添加它。",
      "{1}: “{2}” is not in the table “{3}” of the rule book.",
      "Choose one that the table has, or add it to the table in the rule book."),
  /** No rate for the day. */
  RATE_UNKNOWN(
      "RULE-RATE-UNKNOWN",
      "{0}：税率表“{2}”的“{3}”在 {4} 没有税率。",
      "请核对费用日期，或在规则簿中补充税率。",
      "{1}: the rate table “{2}” has no rate for “{3}” on {4}.",
      "Check the date of the expense, or add the rate to the rule book."),
  /** A business name without an account. */
  ACCOUNT_UNMAPPED(
      "RULE-ACCOUNT-UNMAPPED",
      "{0}“{2}”没有对应的会计科目。",
      "请在规则簿的 accounts 中为它指定科目编码。",
      "{1}: “{2}” is mapped to no account.",
      "Map it to an account code in accounts in the rule book."),
  /** A required dimension has no code. */
  DIMENSION_MISSING(
      "RULE-DIMENSION-MISSING",
      "{0}科目“{2}”要求辅助核算“{3}”，但找不到编码（{5}）。",
      "请在通讯录中补充工号或部门编码，或在规则簿的 dimensions 中添加对应关系。",
      "{1}: the account “{2}” requires the dimension “{4}”, but there is no code for it ({5}).",
      "Add the job number or department code to the directory, or map it in dimensions in the rule book."),
  /** A hold rule of the tenant. */
  HOLD_RULE(
      "RULE-HOLD-RULE",
      "{0}符合规则簿的待审条件“{2}”。",
      "规则簿规定此类单据须人工审核。",
      "{1} meets a condition of the rule book for review: “{3}”.",
      "The rule book wants a person to look at it."),
  /** A division by zero. */
  EXPRESSION_FAILED(
      "RULE-EXPRESSION-FAILED",
      "规则无法计算：“{0}”的除数为零。",
      "请核对单据中的数字，或修改规则。",
      "A rule cannot be calculated: “{0}” divides by zero.",
      "Check the numbers of the document, or change the rule."),
  /** A rule gave a negative amount. */
  LINE_NEGATIVE(
      "RULE-LINE-NEGATIVE",
      "规则“{0}”算出负数金额 {2}（{1}）。",
      "请核对单据中的金额和税额，或修改规则。",
      "The rule “{0}” gives the negative amount {2} ({1}).",
      "Check the amounts of the document, or change the rule."),
  /** Debits and credits differ. */
  UNBALANCED(
      "RULE-UNBALANCED",
      "按规则生成的凭证借方合计 {0}，贷方合计 {1}，不平。",
      "请检查规则簿中各行的金额。",
      "The rules give debits of {0} and credits of {1}, which do not balance.",
      "Check the amounts of the lines in the rule book."),
  /** No voucher came of it. */
  NO_LINES(
      "RULE-NO-LINES",
      "没有规则为这张单据生成分录。",
      "请检查规则的条件，或手工录入凭证。",
      "No rule makes a voucher of this document.",
      "Check the conditions of the rules, or enter it by hand."),
  /** A rule needs a day of the person's working life that nobody has stated. */
  HIRE_DATE_UNKNOWN(
      "RULE-HIRE-DATE-UNKNOWN",
      "规则要用到 {1}，但不知道员工（userId {0}）的{2}：通讯录里没有。钉钉不向第三方应用提供入职日期。",
      "请在规则簿的 people 中写明该员工的日期；企业自建应用也可以在钉钉智能人事花名册中补充。",
      "A rule needs {1}, but {3} of the person (userId {0}) is not known: the directory does not have it. DingTalk does not tell hire dates to third-party apps.",
      "State the person's dates in people in the rule book; for an internal app, the roster in DingTalk may be completed instead."),
  /** The document's kind has no rules in this version. */
  KIND_WITHOUT_RULES(
      "RULE-KIND-WITHOUT-RULES",
      "规则簿没有处理“{1}”（{0}）的规则。",
      "请手工处理；规则簿支持这种单据以后可以重新处理。",
      "The rule book has no rules for documents of the kind {0}.",
      "Handle it by hand; it can be processed again once rule books support this kind."),
  /** A written document says that it is of a form that the book does not have. */
  FORM_UNKNOWN(
      "RULE-FORM-UNKNOWN",
      "书面单据写明是表单“{0}”，但规则簿里种类为 {1} 的表单只有：{2}。",
      "请改写单据的 form，或在规则簿的 forms 和 scope 中添加该表单。",
      "The written document says that it is of the form {0}, but the rule book's forms of the kind {1} are: {2}.",
      "Correct form in the document, or add that form to forms and scope in the rule book."),
  /** A rule asks which form it is, and a written document does not say it. */
  FORM_UNSTATED(
      "RULE-FORM-UNSTATED",
      "规则要用到 form，但书面单据没有写明是哪个表单；规则簿里种类为 {0} 的表单不止一个。",
      "请在单据中写明 form，例如 form: receipt。",
      "A rule needs form, but the written document does not say of which form it is; the rule book has several of the kind {0}.",
      "State form in the document, for example form: receipt."),
  /** The scope says it is a suite, and it is none. */
  SUITE_UNRECOGNISED(
      "RULE-SUITE-UNRECOGNISED",
      "规则簿的 scope 说这种审批（processCode {0}）是“{2}”（{1}），但它不是钉钉的这种套件，无法识别。",
      "请核对 scope；如果是自定义表单，请在 forms 中写明它的对应关系。",
      "The scope of the rule book says that this approval (processCode {0}) is of the kind {1}, but it is no such suite of DingTalk's and cannot be recognised.",
      "Check scope; if the form is your own, map it in forms."),
  /** The scope says it is one kind of suite, and it is another. */
  SUITE_DIFFERS(
      "RULE-SUITE-DIFFERS",
      "规则簿的 scope 说这种审批（processCode {0}）是“{2}”（{1}），但它实际是“{4}”（{3}）。",
      "请更正规则簿的 scope。",
      "The scope of the rule book says that this approval (processCode {0}) is of the kind {1}, but it is of the kind {3}.",
      "Correct scope in the rule book."),
  /** A corrected punch is always looked at. */
  PUNCH_CORRECTION_REVIEW(
      "RULE-PUNCH-CORRECTION-REVIEW",
      "补卡单须人工核对，不会自动处理。",
      "请核对补卡时间和理由，确认后手工处理考勤。",
      "A corrected punch is always looked at by a person.",
      "Check its time and reason, and handle the attendance by hand."),
  /** A swap of shifts is always looked at. */
  SHIFT_SWAP_REVIEW(
      "RULE-SHIFT-SWAP-REVIEW",
      "换班单须人工核对，不会自动处理。",
      "请核对换班双方和日期，确认后手工处理考勤。",
      "A swap of shifts is always looked at by a person.",
      "Check both people and the days, and handle the attendance by hand."),
  /** Overtime across midnight is always looked at. */
  OVERTIME_OVERNIGHT(
      "RULE-OVERTIME-OVERNIGHT",
      "加班跨越零点（{0} 至 {1}），两天的加班倍数可能不同，须人工核对。",
      "请核对每一天的小时数，确认后手工处理。",
      "The overtime crosses midnight ({0} to {1}); its days may be paid differently, so a person must look at it.",
      "Check the hours of each day and handle it by hand."),
  /** A result that nobody can have meant. */
  RESULT_TOO_LARGE(
      "RULE-RESULT-TOO-LARGE",
      "规则无法计算：“{0}”超过上限（{1}）。",
      "请核对单据中的内容，或修改规则。",
      "A rule cannot be calculated: “{0}” is beyond the limit ({2}).",
      "Check what the document says, or change the rule."),
  /** A date moved by part of a day. */
  DAYS_NOT_WHOLE(
      "RULE-DAYS-NOT-WHOLE",
      "规则无法计算：“{0}”要把日期移动不是整数的天数。",
      "请核对单据中的数字，或修改规则（例如用 floor 取整）。",
      "A rule cannot be calculated: “{0}” would move a date by part of a day.",
      "Check the numbers of the document, or change the rule, for example with floor.");

  private final Texts texts;

  HoldReason(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}

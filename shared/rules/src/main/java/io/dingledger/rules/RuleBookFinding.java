package io.dingledger.rules;

import io.dingledger.model.failure.ReasonCode;

/** What can be wrong with a rule book. */
public enum RuleBookFinding implements ReasonCode {
  /** The text is no YAML, or uses more of YAML than a rule book may. */
  YAML_SYNTAX(
      "BOOK-YAML-SYNTAX",
      "不是有效的 YAML：{0}。",
      "请检查缩进、冒号和引号；不支持锚点和别名。",
      "This is not valid YAML: {0}.",
      "Check indentation, colons and quotes; anchors and aliases are not supported."),
  /** The text is too long. */
  BOOK_TOO_LARGE(
      "BOOK-BOOK-TOO-LARGE",
      "规则簿超过 {0} 个字符。",
      "请拆分或精简规则簿。",
      "The rule book is longer than {0} characters.",
      "Shorten it."),
  /** The format version is not one that is known. */
  VERSION_UNSUPPORTED(
      "BOOK-VERSION-UNSUPPORTED",
      "不支持规则簿格式版本“{0}”。",
      "请写 ruleBook: 1。",
      "Rule book format {0} is not supported.",
      "Write ruleBook: 1."),
  /** A key that the format does not have. */
  KEY_UNKNOWN(
      "BOOK-KEY-UNKNOWN",
      "不认识的键“{0}”{1}。",
      "请改正拼写或删除它。",
      "Unknown key “{0}”{1}.",
      "Correct its spelling or remove it."),
  /** A key that must be there is not. */
  KEY_MISSING("BOOK-KEY-MISSING", "缺少键“{0}”。", "请补上。", "The key “{0}” is missing.", "Add it."),
  /** A key stands twice in one mapping. */
  KEY_REPEATED(
      "BOOK-KEY-REPEATED",
      "键“{0}”重复出现，后一个会覆盖前一个。",
      "请只保留一个。",
      "The key “{0}” is there twice; one would hide the other.",
      "Keep one."),
  /** A value of another shape is wanted. */
  WRONG_SHAPE(
      "BOOK-WRONG-SHAPE",
      "“{0}”应为{1}。",
      "请按规则簿手册改写；科目编码等文字请加引号。",
      "“{0}” must be {2}.",
      "Rewrite it as the rule book reference shows; put codes and other texts in quotes."),
  /** A value is empty. */
  EMPTY_VALUE("BOOK-EMPTY-VALUE", "“{0}”不能为空。", "请填写。", "“{0}” must not be empty.", "Fill it in."),
  /** A word that is not among those allowed. */
  CHOICE_UNKNOWN(
      "BOOK-CHOICE-UNKNOWN",
      "“{0}”不是可选值{1}；可选：{2}。",
      "请改为其中之一。",
      "“{0}” is not allowed here{1}; allowed: {2}.",
      "Choose one of them."),
  /** A name that expressions could not spell. */
  NAME_INVALID(
      "BOOK-NAME-INVALID",
      "名称“{0}”不能用在表达式里。",
      "名称只能由文字、数字和下划线组成，不能以数字开头，也不能与内置名称相同。",
      "The name “{0}” cannot be spelt in expressions.",
      "Use letters, digits and underscores only, no digit first, and no built-in name."),
  /** Not an ISO 4217 code. */
  CURRENCY_UNKNOWN(
      "BOOK-CURRENCY-UNKNOWN",
      "不认识的币种“{0}”。",
      "请写 ISO 4217 代码，例如 CNY。",
      "Unknown currency “{0}”.",
      "Write its ISO 4217 code, for example CNY."),
  /** The scope names a form that is not there. */
  FORM_UNKNOWN(
      "BOOK-FORM-UNKNOWN",
      "forms 里没有表单“{0}”{1}。",
      "请改正名称或在 forms 中添加。",
      "There is no form “{0}” in forms{1}.",
      "Correct the name or add the form."),
  /** A business name without an account. */
  ACCOUNT_UNKNOWN(
      "BOOK-ACCOUNT-UNKNOWN",
      "accounts 里没有科目“{0}”{1}。",
      "请改正名称或在 accounts 中为它指定科目编码。",
      "There is no account “{0}” in accounts{1}.",
      "Correct the name or map it to a code in accounts."),
  /** An account requires a dimension that nothing gives. */
  DIMENSION_UNDEFINED(
      "BOOK-DIMENSION-UNDEFINED",
      "科目“{0}”要求辅助核算“{1}”，但 dimensions 没有说明它的编码从哪里来。",
      "请在 dimensions 中添加“{1}”。",
      "The account “{0}” requires the dimension “{1}”, but dimensions does not say where its code comes from.",
      "Add “{1}” to dimensions."),
  /** A table that is not there or is of another type. */
  TABLE_UNKNOWN(
      "BOOK-TABLE-UNKNOWN",
      "tables 里没有类型为 {1} 的表“{0}”{2}。",
      "请改正名称或添加该表。",
      "There is no table “{0}” of type {1} in tables{2}.",
      "Correct the name or add the table."),
  /** A scope entry that says nothing about which approvals it means. */
  SCOPE_OPEN(
      "BOOK-SCOPE-OPEN",
      "范围条目没有写明 processCode 或 category。",
      "请至少写一个。",
      "This scope entry has neither processCode nor category.",
      "Give at least one."),
  /** A scope entry that is for nothing, or for two things. */
  SCOPE_TARGET(
      "BOOK-SCOPE-TARGET",
      "范围条目必须且只能写 form 或 kind 之一。",
      "自定义表单写 form，钉钉套件和考勤写 kind。",
      "A scope entry has either form or kind, and not both.",
      "Write form for a form that is mapped, and kind for a suite of DingTalk's own or attendance."),
  /** A form's code or category where there is no form. */
  SCOPE_WITHOUT_APPROVAL(
      "BOOK-SCOPE-WITHOUT-APPROVAL",
      "“{0}”不来自审批，不能写 processCode 或 category。",
      "请删除它。",
      "No approval brings “{0}”, so it has neither processCode nor category.",
      "Remove it."),
  /** Two scope entries that mean the same approvals. */
  SCOPE_REPEATED(
      "BOOK-SCOPE-REPEATED",
      "“{0}”在 scope 中出现两次。",
      "一种审批只能对应一个表单，请删除其中之一。",
      "“{0}” is in scope twice.",
      "One kind of approval belongs to one form; remove one entry."),
  /** A form field without any way to find it. */
  SELECTOR_EMPTY(
      "BOOK-SELECTOR-EMPTY",
      "字段“{0}”没有写明 bizAlias、id 或 name。",
      "请至少写一个，最可靠的是 bizAlias，其次是 id。",
      "The field “{0}” has neither bizAlias nor id nor name.",
      "Give at least one; bizAlias is the most reliable, then id."),
  /** Two fields read the same component. */
  SELECTOR_REPEATED(
      "BOOK-SELECTOR-REPEATED",
      "控件“{0}”同时对应“{1}”和“{2}”。",
      "一个控件只能对应一个字段，请改正其中之一。",
      "The component “{0}” is mapped to both “{1}” and “{2}”.",
      "One component gives one field; correct one of them."),
  /** A looked-up word stands in two rows. */
  MATCH_REPEATED(
      "BOOK-MATCH-REPEATED",
      "“{0}”在表“{1}”中出现两次，只有第一次有效。",
      "请只保留一处。",
      "“{0}” is in the table “{1}” twice; only the first counts.",
      "Keep one."),
  /** A row that no value can reach. */
  ROW_UNREACHABLE(
      "BOOK-ROW-UNREACHABLE",
      "表“{0}”的这一行永远不会被用到：它包括的情况都已被前面的行包括。",
      "请删除这一行，或把它移到前面。",
      "Nothing reaches this row of the table “{0}”: earlier rows take everything that it is for.",
      "Remove the row, or move it up."),
  /** A rate that the table does not have. */
  RATE_KEY_UNKNOWN(
      "BOOK-RATE-KEY-UNKNOWN",
      "税率表“{1}”里没有“{0}”{2}。",
      "请改正名称或在税率表中添加。",
      "The rate table “{1}” has no “{0}”{2}.",
      "Correct the name or add rates for it."),
  /** A rate that is no rate. */
  RATE_OUT_OF_RANGE(
      "BOOK-RATE-OUT-OF-RANGE",
      "税率 {0} 不在 0 与 1 之间。",
      "9% 请写成 0.09。",
      "The rate {0} is not between 0 and 1.",
      "Write 9% as 0.09."),
  /** A period that ends before it begins. */
  PERIOD_BACKWARDS(
      "BOOK-PERIOD-BACKWARDS",
      "结束日期 {1} 早于开始日期 {0}。",
      "请改正日期。",
      "The last day {1} is before the first day {0}.",
      "Correct the dates."),
  /** Days without a rate between two periods. */
  PERIOD_GAP(
      "BOOK-PERIOD-GAP",
      "“{0}”中“{1}”在 {2} 至 {3} 之间没有费率。",
      "请补上这段时间，或延长前一段。",
      "In “{0}”, “{1}” has no rate from {2} to {3}.",
      "Add these days or extend the period before."),
  /** Days with two rates. */
  PERIOD_OVERLAP(
      "BOOK-PERIOD-OVERLAP",
      "“{0}”中“{1}”在 {2} 有两个费率。",
      "请改正有效期，使每天只有一个费率。",
      "In “{0}”, “{1}” has two rates on {2}.",
      "Correct the periods so that each day has one rate."),
  /** An expression that cannot be read. */
  EXPRESSION_SYNTAX(
      "BOOK-EXPRESSION-SYNTAX",
      "表达式在“{0}”处无法理解。",
      "请检查括号、引号和运算符。",
      "The expression cannot be understood at “{0}”.",
      "Check parentheses, quotes and operators."),
  /** An expression that is too long or too deep. */
  EXPRESSION_TOO_LARGE(
      "BOOK-EXPRESSION-TOO-LARGE",
      "表达式超过 {0} 个字符或嵌套超过 {1} 层。",
      "请拆成几条规则。",
      "The expression is longer than {0} characters or nested more than {1} deep.",
      "Split it into several rules."),
  /** A field that documents of this kind do not have. */
  FIELD_UNKNOWN(
      "BOOK-FIELD-UNKNOWN",
      "不认识的字段“{0}”{1}。",
      "请使用手册中列出的字段。",
      "Unknown field “{0}”{1}.",
      "Use a field that the reference lists."),
  /** A field that no form fills. */
  FIELD_NOT_MAPPED(
      "BOOK-FIELD-NOT-MAPPED",
      "字段“{0}”没有对应任何表单控件。",
      "请在 forms 中为它指定控件，或不再使用它。",
      "The field “{0}” is mapped to no component of a form.",
      "Map it in forms, or do not use it."),
  /** A row's field where there is no row. */
  FIELD_OUTSIDE_ROW(
      "BOOK-FIELD-OUTSIDE-ROW",
      "“{0}”是明细行的字段，这里没有行。",
      "请在规则中写 each（例如 each: line、each: day），或改用单据的字段。",
      "“{0}” belongs to a row, and there is no row here.",
      "Write each in the rule (each: line, each: day), or use a field of the document."),
  /** A function that the language does not have. */
  FUNCTION_UNKNOWN(
      "BOOK-FUNCTION-UNKNOWN",
      "不认识的函数“{0}”{1}。",
      "请使用手册中列出的函数。",
      "Unknown function “{0}”{1}.",
      "Use a function that the reference lists."),
  /** A function with too many or too few arguments. */
  FUNCTION_ARGUMENTS(
      "BOOK-FUNCTION-ARGUMENTS",
      "函数“{0}”需要 {1} 个参数。",
      "请改正参数个数。",
      "The function “{0}” takes {1} argument(s).",
      "Correct their number."),
  /** An argument that must stand in the rule book. */
  FUNCTION_CONSTANT(
      "BOOK-FUNCTION-CONSTANT",
      "函数“{0}”的这个参数必须直接写出，例如 {1}。",
      "请写成固定值。",
      "This argument of “{0}” must be written out, for example {1}.",
      "Write a fixed value."),
  /** A value of another type is wanted. */
  TYPE_MISMATCH(
      "BOOK-TYPE-MISMATCH",
      "这里需要{0}，得到的是{1}。",
      "请改写表达式。",
      "{0} is wanted here, but this is {1}.",
      "Rewrite the expression."),
  /** A line that is on both sides or on none. */
  LINE_SIDE(
      "BOOK-LINE-SIDE",
      "分录行必须且只能写 debit 或 credit 之一。",
      "请只保留一个。",
      "A line has either debit or credit, and not both.",
      "Keep exactly one."),
  /** Rules that can never balance. */
  RULES_ONE_SIDED(
      "BOOK-RULES-ONE-SIDED",
      "单据“{0}”的规则只有{1}，凭证永远不会平。",
      "请补上另一方的分录。",
      "The rules for “{0}” have {2} lines only, so no voucher can balance.",
      "Add lines for the other side."),
  /** Rules whose vouchers do not balance on any trial. */
  RULES_UNBALANCED(
      "BOOK-RULES-UNBALANCED",
      "用表单“{0}”的样例单据试算总是不平：{1}",
      "样例单据有两行明细，合计等于表头金额，请据此逐行核对。",
      "Trial documents of the form “{0}” never balance: {2}",
      "Each trial document has two rows that add up to its total; work one through by hand."),
  /** A form in scope whose kind has no rule. */
  RULES_MISSING(
      "BOOK-RULES-MISSING",
      "表单“{0}”在范围内，但没有适用于“{1}”的规则。",
      "请添加规则，或从 scope 中删除该表单。",
      "The form “{0}” is in scope, but no rule is for “{1}”.",
      "Add a rule, or take the form out of scope."),
  /** Something for a kind of which the book has no form. */
  KIND_WITHOUT_FORM(
      "BOOK-KIND-WITHOUT-FORM",
      "forms 里没有种类为“{0}”的表单，这一条永远不会被用到。",
      "请添加表单，或删除这一条。",
      "No form in forms is of the kind “{0}”, so this is never used.",
      "Add a form, or remove it."),
  /** Something for rows where documents have none. */
  ROWS_ABSENT(
      "BOOK-ROWS-ABSENT",
      "种类为“{0}”的单据没有明细行。",
      "请删除 each 或 table；需要明细时请在 forms 中为它指定 table。",
      "Documents of the kind “{0}” have no rows.",
      "Remove each or table; if the kind can have rows, map its table in forms."),
  /** A person who is named in no way, or in two. */
  PERSON_UNNAMED(
      "BOOK-PERSON-UNNAMED",
      "人员条目必须且只能写 jobNumber 或 userId 之一。",
      "请只保留一个。",
      "A person is named by either jobNumber or userId, and not by both.",
      "Keep exactly one."),
  /** A person who is named twice. */
  PERSON_REPEATED(
      "BOOK-PERSON-REPEATED",
      "人员“{0}”出现两次。",
      "请只保留一个。",
      "The person “{0}” is there twice.",
      "Keep one."),
  /** A person who was hired before ever working. */
  PERSON_DATES_BACKWARDS(
      "BOOK-PERSON-DATES-BACKWARDS",
      "首次参加工作日期 {1} 晚于入职日期 {0}。",
      "请改正日期。",
      "The person first worked on {1}, after being hired on {0}.",
      "Correct the dates."),
  /** A hold that would leave the reviewer in the dark. */
  HOLD_WITHOUT_REASON(
      "BOOK-HOLD-WITHOUT-REASON",
      "这条 hold 没有写 reason，审核的人不知道为什么。",
      "请用一句话写明原因。",
      "This hold has no reason, so the reviewer would not know why.",
      "Give the reason in a sentence."),
  /** An entry that nothing uses. */
  UNUSED(
      "BOOK-UNUSED",
      "{0} 中的“{1}”没有被用到。",
      "请删除它，或检查是否有拼写错误。",
      "“{1}” in {0} is not used.",
      "Remove it, or look for a misspelling.");

  private final Texts texts;

  RuleBookFinding(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}

package io.dingledger.ledgers.file;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.failure.ReasonCode;

/** Why a voucher is not listed for files, or not written into one. */
enum FileReason implements ReasonCode {
  /** Argument: the month. */
  PERIOD_CLOSED(
      "FILE-PERIOD-CLOSED",
      "会计期间 {0} 已结账（连接设置 closedThrough）。",
      "请在账务系统反结账并改小 closedThrough，或由会计改到下一期间。",
      "The period {0} is closed (closedThrough in the connection's settings).",
      "Open it again and lower closedThrough, or let an accountant move the voucher."),
  /** Arguments: the month, the book's first one. */
  BEFORE_START(
      "FILE-BEFORE-START",
      "凭证日期在 {0}，早于账簿启用期间 {1}。",
      "请核对凭证日期与连接设置 bookStart。",
      "The voucher is dated in {0}, before the book's first period {1}.",
      "Check its date, and bookStart in the connection's settings."),
  /** Arguments: the voucher's currency, the book's. */
  OTHER_CURRENCY(
      "FILE-OTHER-CURRENCY",
      "凭证币别 {0} 不是账簿本位币 {1}。",
      "请在规则簿中折算为本位币，或更正连接设置 bookCurrency。",
      "The voucher is in {0} and the book is kept in {1}.",
      "Translate it into the book's currency, or correct bookCurrency in the settings."),
  /** Arguments: the line, the limit. */
  ACCOUNT_TOO_LONG(
      "FILE-ACCOUNT-TOO-LONG",
      "第 {0} 行的科目编码超过 {1} 个字符。",
      "请更正科目映射。",
      "The account code of line {0} has more than {1} characters.",
      "Correct the account mapping."),
  /** Arguments: the line, the column. */
  CODE_UNFIT(
      "FILE-CODE-UNFIT",
      "第 {0} 行“{1}”的编码含有此文件格式的分隔符（逗号、引号或 ---）。",
      "请更正映射中的编码，或换一种文件格式。",
      "The code in line {0}, {1}, holds what separates fields in this format: a comma, quote or ---.",
      "Correct the code in the mapping, or use another format."),
  /** Argument: the line. */
  NUMBER_TOO_LONG(
      "FILE-NUMBER-TOO-LONG",
      "第 {0} 行的金额或汇率超过 15 位有效数字，Excel 会改变它。",
      "请改用 generic-csv 或 u8-text，或人工录入。",
      "An amount or rate of line {0} has more than 15 digits, and Excel would change it.",
      "Use generic-csv or u8-text, or record it by hand."),
  /** Arguments: the line, the column, the encoding. */
  CHARACTER_EMOJI(
      "FILE-CHARACTER-EMOJI",
      "第 {0} 行“{1}”含有表情符号，编码 {2} 写不出。",
      "请在单据中删去表情符号后重新处理。",
      "Line {0}, {1}, holds an emoji, which {2} cannot express.",
      "Remove it from the document and process it again."),
  /** Arguments: the line, the column, the encoding. */
  CHARACTER_HANZI(
      "FILE-CHARACTER-HANZI",
      "第 {0} 行“{1}”含有生僻字，编码 {2} 写不出。",
      "请改用通用字，或换用 xlsx、gb18030 或 utf-8-bom 格式。",
      "Line {0}, {1}, holds a rare Chinese character, which {2} cannot express.",
      "Write a common one instead, or use xlsx, gb18030 or utf-8-bom."),
  /** Arguments: the line, the column, the encoding. */
  CHARACTER_CONTROL(
      "FILE-CHARACTER-CONTROL",
      "第 {0} 行“{1}”含有不可见的控制字符，编码 {2} 的文件不能容纳。",
      "请更正映射中的编码，通常是粘贴时带入的。",
      "Line {0}, {1}, holds an invisible control character, which has no place in a file in {2}.",
      "Correct the code in the mapping; it mostly comes from pasting."),
  /** Arguments: the line, the column, the encoding. */
  CHARACTER_BROKEN(
      "FILE-CHARACTER-BROKEN",
      "第 {0} 行“{1}”含有残缺的字符（半个代理对），编码 {2} 写不出。",
      "请在单据中重新输入这段文字后重新处理。",
      "Line {0}, {1}, holds half a character (a lone surrogate), which {2} cannot express.",
      "Type the text again in the document and process it again."),
  /** Arguments: the line, the column, the encoding. */
  CHARACTER_OTHER(
      "FILE-CHARACTER-OTHER",
      "第 {0} 行“{1}”含有编码 {2} 写不出的字符（外文字母或符号）。",
      "请改写这段文字，或换用 xlsx、gb18030 或 utf-8-bom 格式。",
      "Line {0}, {1}, holds a foreign letter or sign, which {2} cannot express.",
      "Write it otherwise, or use xlsx, gb18030 or utf-8-bom."),
  /** Arguments: the setting, the format. */
  SETTING_MISSING(
      "FILE-SETTING-MISSING",
      "格式 {1} 需要连接设置“{0}”。",
      "请填写该设置，或选择另一种格式。",
      "The format {1} needs the setting {0}.",
      "Fill it in, or choose another format."),
  /** Argument: the connection's type. */
  OTHER_TYPE(
      "FILE-OTHER-TYPE",
      "此租户连接的账务系统是 {0}，不是文件（file）。",
      "只有类型为 file 的连接才能导出文件。",
      "This tenant's ledger is {0} and not file.",
      "Only a connection of the type file gives files."),
  /** The list gave no answer. */
  LIST_NO_ANSWER(
      "FILE-LIST-NO-ANSWER",
      "待导出清单的存储没有答复。",
      "系统会先查询清单，再决定下一步。",
      "The store of the list of vouchers for files gave no answer.",
      "The list is asked before anything else is done."),
  /** Another voucher stands under the key. */
  LISTED_OTHERWISE(
      "FILE-LISTED-OTHERWISE",
      "待导出清单中已有同一关键字的凭证。",
      "系统会查询清单并比较内容。",
      "The list already has a voucher under this key.",
      "The list is asked, and the contents are compared.");

  private final Texts texts;

  FileReason(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }

  /** A failure of the file ledger for this reason. */
  Failure failure(FailureKind kind, Object... arguments) {
    return Failure.of(kind, FileForm.TYPE, code(), Reason.of(this, arguments).chinese());
  }
}

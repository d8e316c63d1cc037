package io.dingledger.ledgers.connector;

import io.dingledger.model.failure.ReasonCode;

/** Our own codes around the configurable connector. */
public enum ConnectorReason implements ReasonCode {
  /** Arguments: setting, line, column, the name, the known names. */
  NAME_UNKNOWN(
      "CONNECTOR-NAME-UNKNOWN",
      "“{0}”第 {1} 行第 {2} 列：没有名为“{3}”的占位符。",
      "可用的有：{4}。",
      "{0}, line {1}, column {2}: there is no placeholder {3}.",
      "Use one of: {4}."),
  /** Arguments: setting, line, column, what is there. */
  TEMPLATE_SHAPE(
      "CONNECTOR-TEMPLATE-SHAPE",
      "“{0}”第 {1} 行第 {2} 列：“{3}”的位置或写法不对。",
      "占位符写作两对花括号；行块以 #lines 开始、以 /lines 结束，不能嵌套；日期格式只用 y、M、d 与标点。",
      "{0}, line {1}, column {2}: {3} is misplaced or misspelt.",
      "Placeholders stand between two braces on each side; a block of lines begins with #lines,"
          + " ends with /lines and is not nested; date patterns are made of y, M, d and punctuation."),
  /** Arguments: setting, the format. */
  TEMPLATE_MALFORMED(
      "CONNECTOR-TEMPLATE-MALFORMED",
      "“{0}”填入样例凭证后不是合法的 {1}。",
      "请检查引号与括号：文字占位符须放在引号（JSON）或元素（XML）之内，#lines 后写明分隔符，如 #lines:,。",
      "{0}, filled with a trial voucher, is not well-formed {1}.",
      "Check quotes and brackets: placeholders of texts stand in quotes (JSON) or elements (XML), and"
          + " #lines names its separator, like #lines:,."),
  /** Argument: setting. */
  KEY_MISSING(
      "CONNECTOR-KEY-MISSING",
      "“{0}”中没有凭证关键字，无法防止重复。",
      "请在其中写入占位符 key。",
      "{0} does not hold the voucher's key, so that nothing keeps it from doubles.",
      "Write the placeholder key into it."),
  /** Arguments: setting, line. */
  TEST_UNREADABLE(
      "CONNECTOR-TEST-UNREADABLE",
      "“{0}”第 {1} 行不是判断条件。",
      "每行一个：位置（/a/b、status 或 body）、equals、not-equals、contains、starts-with 或 exists、文字。",
      "{0}, line {1}, is not a test.",
      "One on each line: a place (/a/b, status or body), then equals, not-equals, contains,"
          + " starts-with or exists, then the text."),
  /** Arguments: setting, line. */
  LINE_UNREADABLE(
      "CONNECTOR-LINE-UNREADABLE",
      "“{0}”第 {1} 行写法不对，或名称不可使用。",
      "headers 每行写“名称: 值”，constants 每行写“名称=值”。",
      "{0}, line {1}, is misspelt or its name may not be used.",
      "Write headers as name: value and constants as name=value, one on each line."),
  /** Argument: setting. */
  ADDRESS_UNSAFE(
      "CONNECTOR-ADDRESS-UNSAFE",
      "“{0}”填入后不是可用的 https 地址，或占位符出现在主机名之前或之中。",
      "请使用 https 地址，占位符只放在路径或参数中。",
      "{0}, filled in, is no usable https address, or a placeholder stands before the path.",
      "Use an https address, with placeholders in the path or the query only."),
  /** The look-up names neither debit and credit nor side and amount. */
  AMOUNTS_UNNAMED(
      "CONNECTOR-AMOUNTS-UNNAMED",
      "查询结果的金额位置不完整。",
      "请填写 lineDebitPointer 与 lineCreditPointer，或 lineSidePointer 与 lineAmountPointer。",
      "The look-up does not say where amounts stand.",
      "Enter lineDebitPointer and lineCreditPointer, or lineSidePointer and lineAmountPointer."),
  /** Argument: the charset. */
  NOT_IN_CHARSET(
      "CONNECTOR-NOT-IN-CHARSET",
      "凭证中有 {0} 编码无法表示的文字，没有发送。",
      "请更正摘要中的生僻字或表情符号，或改用 UTF-8。",
      "The voucher has characters that {0} cannot write; it was not sent.",
      "Correct rare characters or emoji in the summary, or use UTF-8."),
  /** Argument: how many rows. */
  ROWS_CUT(
      "CONNECTOR-ROWS-CUT",
      "查询返回 {0} 行或更多，可能没有给全。",
      "请让查询只按关键字返回，或调大 mostRows。",
      "The look-up gave {0} rows or more and may be cut.",
      "Make it answer by the key alone, or raise mostRows."),
  /** The receiver says that it has the key already. */
  REPEATED(
      "CONNECTOR-REPEATED",
      "接收方说这张凭证已经存在。{0}",
      "系统会查询；不能查询时请在账务系统中按关键字核对。",
      "The receiver says that it has this voucher already. {0}",
      "It is asked; where it can't be, look for the key in the ledger."),
  /** The receiver refuses, by a test of the connection. */
  REFUSED(
      "CONNECTOR-REFUSED",
      "接收方拒绝了请求（HTTP {0}）。{1}",
      "请按接收方的说明更正。",
      "The receiver refuses the request (HTTP {0}). {1}",
      "Correct what it says.");

  private final Texts texts;

  ConnectorReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}

package io.dingledger.rules.written;

import io.dingledger.model.failure.ReasonCode;

/** What can be wrong with a written document. */
public enum WrittenFault implements ReasonCode {
  /** The text is neither YAML nor JSON, or uses more of YAML than it may. */
  SYNTAX(
      "DOC-WRITTEN-SYNTAX",
      "不是有效的 YAML 或 JSON：{0}。",
      "请检查缩进、冒号、引号和括号；不支持锚点和别名，一个文件只能有一份 YAML。",
      "This is neither valid YAML nor JSON: {0}.",
      "Check indentation, colons, quotes and brackets; anchors and aliases are not supported, and a"
          + " file is one YAML document."),
  /** The text is too long. */
  TOO_LARGE(
      "DOC-WRITTEN-TOO-LARGE",
      "文本超过 {0} 个字符。",
      "请拆成多个文件。",
      "The text is longer than {0} characters.",
      "Split it into several files."),
  /** There is no document in the text. */
  NO_DOCUMENT(
      "DOC-WRITTEN-NO-DOCUMENT",
      "没有任何单据。",
      "请写一份单据，或在 documents 下列出至少一份。",
      "There is no document.",
      "Write one, or list at least one under documents."),
  /** A key that the kind does not have. */
  KEY_UNKNOWN(
      "DOC-WRITTEN-KEY-UNKNOWN",
      "不认识的字段“{0}”{1}；可用：{2}。",
      "请改正拼写或删除它。",
      "Unknown field “{0}”{1}; known: {2}.",
      "Correct its spelling or remove it."),
  /** A key that must be there is not. */
  KEY_MISSING(
      "DOC-WRITTEN-KEY-MISSING", "缺少字段“{0}”。", "请补上。", "The field “{0}” is missing.", "Add it."),
  /** A key stands twice. */
  KEY_REPEATED(
      "DOC-WRITTEN-KEY-REPEATED",
      "字段“{0}”重复出现。",
      "请只保留一个。",
      "The field “{0}” is there twice.",
      "Keep one."),
  /** A value of another type is wanted. */
  WRONG_TYPE(
      "DOC-WRITTEN-WRONG-TYPE",
      "“{0}”应为{1}。",
      "请按单据说明改写；工号等文字请加引号。",
      "“{0}” must be {2}.",
      "Rewrite it as the page on documents shows; put job numbers and other texts in quotes."),
  /** A value that must not be empty is. */
  VALUE_EMPTY(
      "DOC-WRITTEN-VALUE-EMPTY", "“{0}”不能为空。", "请填写。", "“{0}” must not be empty.", "Fill it in."),
  /** A word that is not among those allowed. */
  CHOICE_UNKNOWN(
      "DOC-WRITTEN-CHOICE-UNKNOWN",
      "“{0}”不是可选值{1}；可选：{2}。",
      "请改为其中之一。",
      "“{0}” is not allowed here{1}; allowed: {2}.",
      "Choose one of them."),
  /** Several documents where one is wanted. */
  SEVERAL(
      "DOC-WRITTEN-SEVERAL",
      "这里只能有一份单据。",
      "请每次只发送一份。",
      "There may be only one document here.",
      "Send one at a time."),
  /** Two documents of a text have the same id. */
  ID_REPEATED(
      "DOC-WRITTEN-ID-REPEATED",
      "编号“{0}”用于多份单据。",
      "请为每份单据写不同的 id，或都不写。",
      "Several documents have the id “{0}”.",
      "Give each its own, or none."),
  /** An id is too long. */
  ID_TOO_LONG(
      "DOC-WRITTEN-ID-TOO-LONG",
      "编号超过 {0} 个字符。",
      "请缩短。",
      "The id is longer than {0} characters.",
      "Shorten it."),
  /** An id has characters that nobody sees: control, direction, half a character. */
  ID_UNSEEN(
      "DOC-WRITTEN-ID-UNSEEN",
      "编号里有看不见的字符（换行、控制符等）。",
      "请去掉。",
      "The id has characters that can't be seen, such as line breaks.",
      "Take them out."),
  /** A document describes a person or a department in two ways. */
  DESCRIBED_TWICE(
      "DOC-WRITTEN-DESCRIBED-TWICE",
      "“{0}”在同一份单据里有两种不同的描述。",
      "请只描述一次，其余处只写 userId。",
      "“{0}” is described in two different ways within one document.",
      "Describe it once, and write only its userId elsewhere."),
  /** Something ends before it begins. */
  ENDS_FIRST(
      "DOC-WRITTEN-ENDS-FIRST",
      "结束“{1}”早于开始“{0}”。",
      "请改正开始或结束。",
      "The end, {1}, is before the beginning, {0}.",
      "Correct one of them."),
  /** An amount has more decimals than its currency. */
  AMOUNT_TOO_FINE(
      "DOC-WRITTEN-AMOUNT-TOO-FINE",
      "“{0}”的小数位多于币种 {1} 的 {2} 位。",
      "请改写金额。",
      "“{0}” has more than the {2} decimals of {1}.",
      "Correct the amount."),
  /** Not an ISO 4217 code. */
  CURRENCY_UNKNOWN(
      "DOC-WRITTEN-CURRENCY-UNKNOWN",
      "不认识的币种“{0}”。",
      "请写 ISO 4217 代码，例如 CNY。",
      "Unknown currency “{0}”.",
      "Write its ISO 4217 code, for example CNY.");

  private final Texts texts;

  WrittenFault(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}

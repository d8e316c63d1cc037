package io.dingledger.rules.expression;

/** The types of values in a rule book's expressions. */
public enum Type {
  /** A decimal number, exact. */
  DECIMAL("数字", "a number"),
  /** A text. */
  TEXT("文字", "a text"),
  /** True or false. */
  TRUTH("是或否", "true or false"),
  /** A date without time. */
  DATE("日期", "a date"),
  /** A length of time. */
  DURATION("时长", "a duration");

  private final String chinese;
  private final String english;

  Type(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /** What people call it, in both languages, for messages. */
  public String words() {
    return chinese + " (" + english + ")";
  }
}

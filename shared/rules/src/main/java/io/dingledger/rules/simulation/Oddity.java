package io.dingledger.rules.simulation;

/** What makes a document worth trying a rule book on, the most telling first. */
public enum Oddity {
  FAILED("程序出错", "the program failed at it", 100),
  UNKNOWN_CATEGORY("类别或科目没有对应", "a category or account that the book does not know", 60),
  HELD("待人处理", "it waits for a person", 50),
  CROSSES_YEAR("跨年", "it crosses the turn of a year", 48),
  CROSSES_MIDNIGHT("跨零点", "it crosses midnight", 46),
  STATUTORY_DAY("法定节假日", "a statutory holiday", 44),
  TIER_BOUNDARY("正好在分档边界", "exactly on the boundary of a tier", 43),
  MAKE_UP_DAY("调休上班日", "a weekend day that is worked", 42),
  NOT_POSITIVE("金额为零或负数", "an amount of zero or below", 40),
  FOREIGN("外币或境外", "foreign currency or abroad", 38),
  CROSSES_MONTH("跨月", "it crosses the turn of a month", 36),
  CHANGES_ANOTHER("修改或撤销别的单据", "it changes or withdraws another one", 34),
  HIGH_AMOUNT("金额在同类中特别高", "an amount far above others of its kind", 30),
  SEVERAL_PEOPLE("涉及多人", "it concerns several people", 26),
  MANY_ROWS("明细很多", "many rows", 24),
  LATE("事后很久才批准", "approved long after the fact", 22);

  private final String chinese;
  private final String english;
  private final int weight;

  Oddity(String chinese, String english, int weight) {
    this.chinese = chinese;
    this.english = english;
    this.weight = weight;
  }

  /** In Chinese. */
  public String chinese() {
    return chinese;
  }

  /** In English. */
  public String english() {
    return english;
  }

  /** The higher, the more telling. */
  int weight() {
    return weight;
  }
}

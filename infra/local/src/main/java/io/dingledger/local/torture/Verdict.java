package io.dingledger.local.torture;

/** What became of a claim, by the ledger's own book. */
public enum Verdict {
  /** Booked once, with the right amounts. */
  BOOKED("记账一次，金额正确", "booked once, with the right amounts", Weight.FINE),
  /**
   * Withdrawn or replaced: nothing of it is left in effect, and what replaced it is booked once.
   */
  TAKEN_BACK("已撤销或被替代，净额正确", "taken back or replaced, and the sum is right", Weight.FINE),
  /** Not booked as it should be, and a person is told why. */
  WAITS("等待人处理，原因可见", "waits for a person or for something named", Weight.FINE),
  /** Not booked yet; the system goes on at a stated time that is beyond the run's end. */
  LATER("稍后继续，时间已定", "goes on by itself at a stated later time", Weight.FINE),
  /** Not booked yet, and still on its way when the patience was over. */
  UNFINISHED("到时限仍未完成", "not finished when the patience was over", Weight.BROKEN),
  /** Not booked, and nobody will. */
  LOST("丢失", "lost", Weight.BROKEN),
  /** Booked more than once. */
  DOUBLED("重复记账", "doubled", Weight.BROKEN),
  /** Booked with other amounts, unbalanced, in another book, or not taken back. */
  WRONG("金额、账套或冲销有误", "wrong amounts, wrong book, or not taken back", Weight.BROKEN);

  private enum Weight {
    FINE,
    BROKEN
  }

  private final String chinese;
  private final String english;
  private final Weight weight;

  Verdict(String chinese, String english, Weight weight) {
    this.chinese = chinese;
    this.english = english;
    this.weight = weight;
  }

  /** Whether a promise is broken. */
  public boolean isBroken() {
    return weight == Weight.BROKEN;
  }

  /** In both languages. */
  public String words() {
    return chinese + " · " + english;
  }
}

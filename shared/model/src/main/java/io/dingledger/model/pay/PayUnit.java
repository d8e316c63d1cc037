package io.dingledger.model.pay;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** In what a pay item counts. */
public enum PayUnit {
  /** Hours. */
  HOUR("hour", "小时"),
  /** Days. */
  DAY("day", "天"),
  /** Minutes. */
  MINUTE("minute", "分钟"),
  /** Occurrences, such as being late. */
  TIME("time", "次");

  private final String word;
  private final String chinese;

  PayUnit(String word, String chinese) {
    this.word = word;
    this.chinese = chinese;
  }

  /** How rule books and the table spell it. */
  public String word() {
    return word;
  }

  /** What people call it. */
  public String chinese() {
    return chinese;
  }

  /** The unit with this word. */
  public static Optional<PayUnit> of(String word) {
    return Arrays.stream(values()).filter(unit -> unit.word.equals(word)).findFirst();
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(PayUnit::word).toList();
  }
}

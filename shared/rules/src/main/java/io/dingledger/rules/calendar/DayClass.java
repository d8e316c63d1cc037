package io.dingledger.rules.calendar;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a day is for pay. */
public enum DayClass {
  /** An ordinary workday. */
  WORKDAY("workday", "工作日"),
  /** A workday on what would be a day off (调休上班). */
  MAKE_UP_DAY("makeUpDay", "调休上班日"),
  /** A day off that is no statutory day (休息日). */
  REST_DAY("restDay", "休息日"),
  /** A statutory holiday (法定节假日). */
  STATUTORY("statutory", "法定节假日");

  private final String word;
  private final String chinese;

  DayClass(String word, String chinese) {
    this.word = word;
    this.chinese = chinese;
  }

  /** How rule books spell it. */
  public String word() {
    return word;
  }

  /** What people call it. */
  public String chinese() {
    return chinese;
  }

  /** The class with this word. */
  public static Optional<DayClass> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(DayClass::word).toList();
  }
}

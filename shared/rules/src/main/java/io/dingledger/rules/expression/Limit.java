package io.dingledger.rules.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;

/** How large the values in an expression may become, so that memory and time stay bounded. */
enum Limit {
  /** Room for the product of several 34-digit quotients, and far above any amount. */
  DIGITS("数字小数点前后各 200 位", "200 digits on either side of the point"),
  LENGTH("文字 10000 个字符", "texts of 10000 characters"),
  /** As CEL's timestamps. */
  YEARS("日期 0001 至 9999 年", "dates from year 0001 to 9999"),
  /** As CEL's durations. */
  DURATION("时长 87660000 小时", "durations of 87660000 hours");

  static final int MOST_DIGITS = 200;
  static final int LONGEST_TEXT = 10_000;
  static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
  static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

  private static final Duration SHORTEST = DurationText.LONGEST.negated();

  private final String chinese;
  private final String english;

  Limit(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  String chinese() {
    return chinese;
  }

  String english() {
    return english;
  }

  static boolean fits(BigDecimal number) {
    int scale = number.scale();
    return scale <= MOST_DIGITS && (long) number.precision() - scale <= MOST_DIGITS;
  }

  static boolean fits(LocalDate date) {
    long day = date.toEpochDay();
    return day >= FIRST_DAY && day <= LAST_DAY;
  }

  static boolean fits(Duration duration) {
    return duration.compareTo(DurationText.LONGEST) <= 0 && duration.compareTo(SHORTEST) >= 0;
  }
}

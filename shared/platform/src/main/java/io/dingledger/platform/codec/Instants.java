package io.dingledger.platform.codec;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads instants as {@link Instant#toString} writes them. Records hold dozens of them, and the
 * formatter of the platform takes longer for one than the rest of its field.
 */
final class Instants {
  /** {@code 2026-03-31T15:54:02}, before the decimals and the {@code Z}. */
  private static final int SECONDS = 19;

  private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";
  private static final int MOST_DECIMALS = 9;

  private Instants() {}

  /**
   * The instant of a text.
   *
   * @throws java.time.DateTimeException when it is none
   */
  static Instant parse(String text) {
    int end = text.length() - 1;
    boolean isUsual = end >= SECONDS && text.charAt(end) == 'Z' && hasShape(text);
    return isUsual && hasDecimals(text, end) ? usual(text, end) : Instant.parse(text);
  }

  private static Instant usual(String text, int end) {
    long day =
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS);
    if (hour > 23 || minute > 59 || second > 59) {
      return Instant.parse(text);
    }
    int nano = 0;
    for (int at = SECONDS + 1; at <= SECONDS + MOST_DECIMALS; at++) {
      nano = nano * 10 + (at < end ? text.charAt(at) - '0' : 0);
    }
    return Instant.ofEpochSecond(((day * 24 + hour) * 60 + minute) * 60 + second, nano);
  }

  private static boolean hasShape(String text) {
    for (int at = 0; at < SECONDS; at++) {
      char wanted = SHAPE.charAt(at);
      boolean fits = wanted == 'd' ? isDigit(text.charAt(at)) : text.charAt(at) == wanted;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** Nothing between seconds and {@code Z}, or a point and up to nine digits. */
  private static boolean hasDecimals(String text, int end) {
    if (end == SECONDS) {
      return true;
    }
    int digits = end - SECONDS - 1;
    if (text.charAt(SECONDS) != '.' || digits < 1 || digits > MOST_DECIMALS) {
      return false;
    }
    for (int at = SECONDS + 1; at < end; at++) {
      if (!isDigit(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      number = number * 10 + text.charAt(at) - '0';
    }
    return number;
  }
}

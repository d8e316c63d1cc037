package io.dingledger.rules.translation;

import java.math.BigDecimal;

/**
 * Reads an amount as people write it in forms, strictly: digits, one sign before, {@code ,} between
 * groups of exactly three digits, one decimal point; {@code ¥} before or {@code 元} after;
 * full-width digits and signs count as their plain ones. {@code 1e3}, {@code 1 234}, {@code 1,23}
 * and {@code 5.} are no amounts.
 */
final class AmountText {
  private static final int LONGEST = 40;
  private static final int MOST_DIGITS = 15;
  private static final int MOST_GROUPS = 5;
  private static final int GROUP = 3;
  private static final int MOST_DECIMALS = 10;
  private static final int FULL_WIDTH_FIRST = 0xFF01;
  private static final int FULL_WIDTH_LAST = 0xFF5E;
  private static final int FULL_WIDTH_OFFSET = 0xFEE0;
  private static final char END = 0;
  private static final char FULL_WIDTH_YEN = '￥';

  private final String text;
  private final StringBuilder plain;
  private int next;

  private AmountText(String text) {
    this.text = text;
    this.plain = new StringBuilder(text.length());
  }

  /** What a text is. */
  sealed interface Read {}

  /** An amount, with the decimals that were written. */
  record Amount(BigDecimal number) implements Read {}

  /** No amount. */
  record Unreadable() implements Read {}

  static Read read(String text) {
    return text.length() > LONGEST ? new Unreadable() : new AmountText(text).read();
  }

  private Read read() {
    boolean signed = isSign();
    accept('¥');
    boolean readable = (!isSign() || !signed) && whole() && fraction();
    accept('元');
    return readable && next == text.length()
        ? new Amount(new BigDecimal(plain.toString()))
        : new Unreadable();
  }

  private boolean isSign() {
    char sign = sign();
    if (sign != '+' && sign != '-') {
      return false;
    }
    plain.append(sign);
    next++;
    return true;
  }

  /** Digits, or groups of exactly three behind the first. */
  private boolean whole() {
    int first = digits();
    if (sign() != ',') {
      return first >= 1 && first <= MOST_DIGITS;
    }
    int groups = 1;
    boolean readable = first >= 1 && first <= GROUP;
    while (readable && accept(',')) {
      groups++;
      readable = digits() == GROUP;
    }
    return readable && groups <= MOST_GROUPS;
  }

  private boolean fraction() {
    if (sign() != '.') {
      return true;
    }
    plain.append('.');
    next++;
    int decimals = digits();
    return decimals >= 1 && decimals <= MOST_DECIMALS;
  }

  /** Keeps the digits that stand here; how many they are. */
  private int digits() {
    int start = next;
    for (char sign = sign(); sign >= '0' && sign <= '9'; sign = sign()) {
      plain.append(sign);
      next++;
    }
    return next - start;
  }

  private boolean accept(char wanted) {
    boolean there = sign() == wanted;
    next += there ? 1 : 0;
    return there;
  }

  /** The sign that stands here as a plain one; {@code END} behind the last. */
  private char sign() {
    if (next >= text.length()) {
      return END;
    }
    char sign = text.charAt(next);
    if (sign == FULL_WIDTH_YEN) {
      return '¥';
    }
    boolean wide = sign >= FULL_WIDTH_FIRST && sign <= FULL_WIDTH_LAST;
    return wide ? (char) (sign - FULL_WIDTH_OFFSET) : sign;
  }
}

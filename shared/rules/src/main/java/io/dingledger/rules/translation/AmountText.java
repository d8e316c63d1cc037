package io.dingledger.rules.translation;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads an amount as people write it in forms, strictly: digits, one sign before, {@code ,} between
 * groups of exactly three digits, one decimal point; {@code ¥} before or {@code 元} after;
 * full-width digits and signs count as their plain ones. {@code 1e3}, {@code 1 234}, {@code 1,23}
 * and {@code 5.} are no amounts.
 */
final class AmountText {
  private static final int LONGEST = 40;
  private static final Pattern AMOUNT =
      Pattern.compile("([+-]?)¥?([+-]?)(\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(\\.\\d{1,10})?元?");
  private static final int FULL_WIDTH_FIRST = 0xFF01;
  private static final int FULL_WIDTH_LAST = 0xFF5E;
  private static final int FULL_WIDTH_OFFSET = 0xFEE0;
  private static final char FULL_WIDTH_YEN = '￥';

  private AmountText() {}

  /** What a text is. */
  sealed interface Read {}

  /** An amount, with the decimals that were written. */
  record Amount(BigDecimal number) implements Read {}

  /** No amount. */
  record Unreadable() implements Read {}

  static Read read(String text) {
    if (text.length() > LONGEST) {
      return new Unreadable();
    }
    var matcher = AMOUNT.matcher(halfWidth(text));
    if (!matcher.matches() || !matcher.group(1).isEmpty() && !matcher.group(2).isEmpty()) {
      return new Unreadable();
    }
    String fraction = matcher.group(4) == null ? "" : matcher.group(4);
    String sign = matcher.group(1) + matcher.group(2);
    return new Amount(new BigDecimal(sign + matcher.group(3).replace(",", "") + fraction));
  }

  private static String halfWidth(String text) {
    StringBuilder plain = new StringBuilder();
    for (char sign : text.toCharArray()) {
      if (sign == FULL_WIDTH_YEN) {
        plain.append('¥');
      } else if (sign >= FULL_WIDTH_FIRST && sign <= FULL_WIDTH_LAST) {
        plain.append((char) (sign - FULL_WIDTH_OFFSET));
      } else {
        plain.append(sign);
      }
    }
    return plain.toString();
  }
}

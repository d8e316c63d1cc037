package io.dingledger.platform.access;

import io.dingledger.model.tenant.Tenant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Free texts as the table's keys, session tags and encryption contexts show them: letters, digits
 * and {@code . _ -} stand for themselves, any other UTF-16 unit is {@code =} and four hexadecimal
 * digits. No two texts look alike, and no character is left that means something in a key or in a
 * policy ({@code # * ? $}).
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html">STS, API_Tag: a
 *     value is of letters, digits, spaces and {@code _.:/=+-@}, 256 at most</a>
 */
public final class Escape {
  /** The longest value of a session tag. */
  public static final int LONGEST_TAG = 256;

  private static final Pattern ESCAPED = Pattern.compile("=([0-9A-F]{4})");

  private Escape() {}

  /** A tenant, as keys, tags and contexts name it. */
  public static String of(Tenant tenant) {
    return of(tenant.id());
  }

  /** A text, escaped. */
  public static String of(String free) {
    StringBuilder escaped = new StringBuilder(free.length());
    for (char unit : free.toCharArray()) {
      if (isPlain(unit)) {
        escaped.append(unit);
      } else {
        escaped.append(String.format(Locale.ROOT, "=%04X", (int) unit));
      }
    }
    return escaped.toString();
  }

  /** The text that was escaped. */
  public static String undone(String escaped) {
    return ESCAPED
        .matcher(escaped)
        .replaceAll(
            unit ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(unit.group(1), 16))));
  }

  private static boolean isPlain(char unit) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z')
        || (unit >= '0' && unit <= '9')
        || unit == '.'
        || unit == '_'
        || unit == '-';
  }
}

package io.dingledger.ledgers.yonyou;

import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import java.util.regex.Pattern;

/** Summaries (摘要) with and without a voucher's key in them. */
public final class Summaries {
  private static final Pattern ANY_KEY = Pattern.compile("(?<![0-9A-Z])DL[0-9A-Z]{18}(?![0-9A-Z])");

  private Summaries() {}

  /** A line's summary, or the voucher's where it has none, cut to so many characters. */
  public static String of(Voucher voucher, VoucherLine line, int longest) {
    return cut(line.summary().isBlank() ? voucher.summary() : line.summary(), longest);
  }

  /** The first so many characters. */
  public static String cut(String text, int longest) {
    int[] characters = text.codePoints().limit(longest).toArray();
    return new String(characters, 0, characters.length);
  }

  /** A summary with the key before or after it; the key itself is never cut. */
  public static String withKey(String summary, VoucherKey key, boolean before, int longest) {
    String rest = cut(summary, longest - key.value().length() - 1).strip();
    if (rest.isEmpty()) {
      return key.value();
    }
    return before ? key.value() + " " + rest : rest + " " + key.value();
  }

  /** Whether a text holds this key as a word of its own. */
  public static boolean holds(String text, VoucherKey key) {
    return ANY_KEY.matcher(text).results().anyMatch(found -> found.group().equals(key.value()));
  }

  /** Whether a text holds anything that looks like a voucher's key. */
  public static boolean holdsAnyKey(String text) {
    return ANY_KEY.matcher(text).find();
  }
}

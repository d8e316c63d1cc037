package io.dingledger.ledgers.chanjet;

import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import java.util.regex.Pattern;

/** Summaries (摘要) that end in the voucher's key, where a person sees it and a search finds it. */
public final class KeyedSummary {
  private KeyedSummary() {}

  /**
   * The summary of a line, cut so that the key has its place.
   *
   * @param longest most characters of all, the key and a blank included; more than 21
   */
  public static String of(Voucher voucher, VoucherLine line, int longest) {
    String key = voucher.key().value();
    String summary = line.summary().isBlank() ? voucher.summary() : line.summary();
    int[] characters =
        summary.codePoints().limit(Math.max(0, longest - key.length() - 1)).toArray();
    return (new String(characters, 0, characters.length).strip() + " " + key).strip();
  }

  /** Whether a text names the key, and not merely a longer word around it. */
  public static boolean names(String text, VoucherKey key) {
    return Pattern.compile("(?<![0-9A-Za-z])" + key.value() + "(?![0-9A-Za-z])")
        .matcher(text)
        .find();
  }
}

package io.dingledger.rules.expression;

import java.util.Map;
import java.util.Optional;

/**
 * Signs that people write for those that expressions and YAML have: full-width ones, as a Chinese
 * keyboard gives, and words or signs of other languages.
 */
public final class Slip {
  private static final Map<Integer, String> FULL_WIDTH =
      Map.ofEntries(
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '，', ","),
          Map.entry((int) '：', ":"),
          Map.entry((int) '（', "("),
          Map.entry((int) '）', ")"),
          Map.entry((int) '【', "["),
          Map.entry((int) '】', "]"),
          Map.entry((int) '［', "["),
          Map.entry((int) '］', "]"),
          Map.entry((int) '｛', "{"),
          Map.entry((int) '｝', "}"),
          Map.entry((int) '＞', ">"),
          Map.entry((int) '＜', "<"),
          Map.entry((int) '＝', "=="),
          Map.entry((int) '＋', "+"),
          Map.entry((int) '－', "-"),
          Map.entry((int) '＊', "*"),
          Map.entry((int) '／', "/"),
          Map.entry((int) '％', "%"),
          Map.entry((int) '！', "!"),
          Map.entry((int) '？', "?"),
          Map.entry((int) '＆', "&&"),
          Map.entry((int) '｜', "||"));

  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("=", "=="),
          Map.entry("&", "&&"),
          Map.entry("|", "||"),
          Map.entry("and", "&&"),
          Map.entry("AND", "&&"),
          Map.entry("or", "||"),
          Map.entry("OR", "||"),
          Map.entry("not", "!"),
          Map.entry("NOT", "!"),
          Map.entry("且", "&&"),
          Map.entry("或", "||"),
          Map.entry("×", "*"),
          Map.entry("÷", "/"),
          Map.entry("≥", ">="),
          Map.entry("≤", "<="),
          Map.entry("≠", "!="));

  private Slip() {}

  /** What is meant by a full-width sign, if it is one. */
  public static Optional<String> meantBy(int point) {
    return Optional.ofNullable(FULL_WIDTH.get(point));
  }

  /** What was written, with what was probably meant behind it where that is known. */
  static String hinted(String written) {
    Optional<String> meant =
        Optional.ofNullable(ELSEWHERE.get(written))
            .or(() -> written.isEmpty() ? Optional.empty() : meantBy(written.codePointAt(0)));
    return meant.map(sign -> written + " → " + sign).orElse(written);
  }
}

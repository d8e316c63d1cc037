package io.dingledger.dingtalk.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.Leave;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a form writes it, exact, with the unit when one is written behind it: {@code 8},
 * {@code 8.0}, {@code 8小时}, {@code 0.5 天}. {@code 1e3} and {@code 1,5} are no numbers.
 *
 * @param number the number, with the decimals that were written
 * @param unit the unit behind it
 */
record Quantity(BigDecimal number, Optional<Leave.Unit> unit) {
  private static final Pattern TEXT =
      Pattern.compile("([+-]?\\d{1,9}(?:\\.\\d{1,20})?)\\s*(\\p{IsHan}{1,2}|[a-z]{1,6})?");
  private static final Pattern IN_BRACKETS = Pattern.compile(".*\\(([^()]*)\\)\\s*");

  /** Empty when the text is no number, or its unit is none that is known. */
  static Optional<Quantity> read(String text) {
    Matcher parts =
        TEXT.matcher(
            Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(parts.group(1));
    return parts.group(2) == null
        ? Optional.of(new Quantity(number, Optional.empty()))
        : unit(parts.group(2)).map(unit -> new Quantity(number, Optional.of(unit)));
  }

  /** A plain number, native or as text. */
  static Optional<BigDecimal> number(JsonNode node) {
    return read(JsonTexts.scalar(node))
        .filter(quantity -> quantity.unit().isEmpty())
        .map(Quantity::number);
  }

  /** The unit that a word of DingTalk or of a form names. */
  static Optional<Leave.Unit> unit(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT).replace("_", "")) {
      case "hour", "halfhour", "limithour", "hours", "h", "小时", "时", "半小时" ->
          Optional.of(Leave.Unit.HOUR);
      case "day", "days", "d", "天", "日" -> Optional.of(Leave.Unit.DAY);
      case "halfday", "半天" -> Optional.of(Leave.Unit.HALF_DAY);
      default -> Optional.empty();
    };
  }

  /** The unit that a label states in brackets: {@code 时长（小时）}. */
  static Optional<Leave.Unit> unitInLabel(String label) {
    Matcher brackets = IN_BRACKETS.matcher(Normalizer.normalize(label, Normalizer.Form.NFKC));
    return brackets.matches() ? unit(brackets.group(1)) : Optional.empty();
  }
}

package io.dingledger.rules.reading;

import io.dingledger.rules.DataFinding;
import io.dingledger.rules.expression.Type;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads numbers from what stands in the text, digit by digit. YAML's own numbers are wider: {@code
 * 010} would be octal, {@code 1_000} a thousand, {@code 1:30} ninety; nobody means that here.
 */
final class Numbers {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,9})?");

  /** As expressions write numbers; how many digits these may have, they say themselves. */
  private static final Pattern BARE = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?");

  private static final Set<String> TRUTHS = Set.of("true", "false");

  private Numbers() {}

  /**
   * Whether a node without quotes is a constant expression of a type, to the letter. {@code 010},
   * {@code 1e3} and {@code yes} are none: YAML and expressions would not mean the same by them.
   */
  static boolean isBare(Node node, Type wanted) {
    if (!(node instanceof ScalarNode scalar) || scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return false;
    }
    return switch (wanted) {
      case DECIMAL -> BARE.matcher(scalar.getValue()).matches();
      case TRUTH -> TRUTHS.contains(scalar.getValue());
      default -> false;
    };
  }

  /** The number that a text is. */
  static Optional<BigDecimal> of(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** The number that a node is; one in quotes is a text. */
  static Optional<BigDecimal> of(Node node) {
    return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN
        ? of(scalar.getValue())
        : Optional.empty();
  }

  /** The number that a node must be. */
  static Optional<BigDecimal> required(Node node, String name, Findings findings) {
    Optional<BigDecimal> number = of(node);
    if (number.isEmpty()) {
      Section.wrongShape(
          findings,
          node,
          name,
          "数字，例如 8700.00（不加引号、千分位和百分号）",
          "a number such as 8700.00, without quotes, separators or a percent sign");
    }
    return number;
  }

  /** What a number must be, in words. */
  record Range(Predicate<BigDecimal> holds, String chinese, String english) {
    static final Range ABOVE_ZERO = new Range(number -> number.signum() > 0, "大于 0", "above 0");
    static final Range NOT_NEGATIVE =
        new Range(number -> number.signum() >= 0, "不小于 0", "at least 0");

    /** Above 0, and no more than this. */
    static Range upTo(int most) {
      return new Range(
          number -> number.signum() > 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0,
          "大于 0 且不超过 " + most,
          "above 0 and at most " + most);
    }
  }

  /** The number that a node must be, in a range. */
  static Optional<BigDecimal> required(Node node, String name, Range range, Findings findings) {
    Optional<BigDecimal> number = required(node, name, findings);
    if (number.isPresent() && !range.holds().test(number.get())) {
      findings.add(
          node,
          DataFinding.NUMBER_OUT_OF_RANGE,
          name,
          number.get().toPlainString(),
          range.chinese(),
          range.english());
      return Optional.empty();
    }
    return number;
  }
}

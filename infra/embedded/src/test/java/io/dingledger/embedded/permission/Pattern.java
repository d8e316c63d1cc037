package io.dingledger.embedded.permission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;

/** Texts of policies with {@code *}, {@code ?} and variables. */
final class Pattern {
  private static final java.util.regex.Pattern VARIABLE =
      java.util.regex.Pattern.compile("\\$\\{([^}]+)}");

  private static final Map<String, java.util.regex.Pattern> COMPILED = new ConcurrentHashMap<>();

  private Pattern() {}

  /**
   * The text with its variables replaced; empty when one of them has no value: such a text fits
   * nothing.
   */
  static Optional<String> filled(String text, Call call) {
    StringBuilder filled = new StringBuilder();
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      List<String> values = call.values(variable.group(1));
      if (values.size() > 1) {
        throw new Unknown("a variable with several values: " + variable.group(1));
      }
      if (values.isEmpty()) {
        return Optional.empty();
      }
      variable.appendReplacement(filled, Matcher.quoteReplacement(values.getFirst()));
    }
    return Optional.of(variable.appendTail(filled).toString());
  }

  /** Whether a text is like another one with wildcards; what a variable brought counts as such. */
  static boolean isLike(String pattern, String text) {
    return COMPILED.computeIfAbsent(pattern, Pattern::compiled).matcher(text).matches();
  }

  private static java.util.regex.Pattern compiled(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (char each : pattern.toCharArray()) {
      switch (each) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(java.util.regex.Pattern.quote(String.valueOf(each)));
      }
    }
    return java.util.regex.Pattern.compile(regex.toString(), java.util.regex.Pattern.DOTALL);
  }

  static boolean fits(String pattern, String text, Map<String, List<String>> context) {
    return filled(pattern, new Call("", "", context))
        .filter(each -> isLike(each, text))
        .isPresent();
  }
}

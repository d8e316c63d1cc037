package io.dingledger.embedded.permission;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * One condition of a statement.
 *
 * @param operator for example {@code ForAllValues:StringLike}
 * @param key the condition key
 * @param values what is written beside it; one of them is enough, of a negation all count
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM,
 *     condition operators</a>
 */
record Condition(String operator, String key, List<String> values) {
  private static final String ALL = "ForAllValues:";
  private static final String ANY = "ForAnyValue:";
  private static final Set<String> SETS = Set.of("dynamodb:leadingkeys", "aws:tagkeys");

  boolean holds(Call call) {
    List<String> there = call.values(key);
    if (operator.equals("Null")) {
      boolean wanted = Boolean.parseBoolean(values.getFirst());
      return there.isEmpty() == wanted;
    }
    if (operator.startsWith(ALL)) {
      return there.stream()
          .allMatch(each -> isTrueOf(operator.substring(ALL.length()), each, call));
    }
    if (operator.startsWith(ANY)) {
      return there.stream()
          .anyMatch(each -> isTrueOf(operator.substring(ANY.length()), each, call));
    }
    if (SETS.contains(key.toLowerCase(Locale.ROOT)) || there.size() > 1) {
      throw new Unknown(operator + " of a set, " + key);
    }
    return there.isEmpty()
        ? isNegation(known(operator))
        : isTrueOf(operator, there.getFirst(), call);
  }

  private boolean isTrueOf(String simple, String text, Call call) {
    BiPredicate<String, String> test =
        switch (known(simple)) {
          case "StringEquals", "StringNotEquals", "ArnEquals" -> String::equals;
          default -> Pattern::isLike;
        };
    if (simple.equals("ArnEquals") && values.stream().anyMatch(each -> each.contains("*"))) {
      throw new Unknown("ArnEquals with a wildcard");
    }
    boolean found = false;
    for (String value : values) {
      var filled = Pattern.filled(value, call);
      if (filled.isEmpty() && isNegation(simple)) {
        throw new Unknown("a negation with a variable that has no value: " + value);
      }
      found |= filled.filter(pattern -> test.test(pattern, text)).isPresent();
    }
    return found != isNegation(simple);
  }

  private static boolean isNegation(String simple) {
    return simple.contains("Not");
  }

  private static String known(String simple) {
    return switch (simple) {
      case "StringEquals",
          "StringNotEquals",
          "StringLike",
          "StringNotLike",
          "ArnLike",
          "ArnEquals" ->
          simple;
      default -> throw new Unknown("the condition operator " + simple);
    };
  }
}

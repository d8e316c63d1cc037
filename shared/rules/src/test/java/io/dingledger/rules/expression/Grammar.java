package io.dingledger.rules.expression;

import java.util.List;
import java.util.Random;

/** Makes random expressions of a wanted type, most of them with a value. */
final class Grammar {
  private final Random random;

  Grammar(Random random) {
    this.random = random;
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  String expression(Type type, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return leaf(type);
    }
    if (random.nextInt(8) == 0) {
      return "("
          + expression(Type.TRUTH, depth - 1)
          + " ? "
          + expression(type, depth - 1)
          + " : "
          + expression(type, depth - 1)
          + ")";
    }
    return switch (type) {
      case DECIMAL -> number(depth - 1);
      case TEXT -> two(type, " + ", type, depth - 1);
      case TRUTH -> truth(depth - 1);
      case DATE -> date(depth - 1);
      case DURATION -> duration(depth - 1);
    };
  }

  private String leaf(Type type) {
    return switch (type) {
      case DECIMAL -> one("a", "b", "zero", "gone", "1", "0.5", "34.12", "1234567890.123456789");
      case TEXT -> one("t", "'x'", "\"报\"", "r'\\n'", "'\\u62a5'", "'''it's'''", "''", "long");
      case TRUTH -> one("yes", "true", "false", "has(a)", "has(gone)", "has(zero)");
      case DATE -> one("d", "leap", "date('2026-01-01')", "date('9999-12-31')");
      case DURATION -> one("nap", "duration('24h')", "duration('1h30m')", "(d - leap)");
    };
  }

  private String two(Type left, String sign, Type right, int depth) {
    String text = expression(left, depth) + sign + expression(right, depth);
    return random.nextInt(5) == 0 && left != Type.TRUTH ? text : "(" + text + ")";
  }

  private String of(String function, Type type, int depth) {
    return function + "(" + expression(type, depth) + ")";
  }

  private String of(String function, Type first, Type second, int depth) {
    return function + "(" + expression(first, depth) + ", " + expression(second, depth) + ")";
  }

  private String number(int depth) {
    return switch (random.nextInt(9)) {
      case 0, 1 -> two(Type.DECIMAL, one(" + ", "-", "*"), Type.DECIMAL, depth);
      case 2 -> "(" + two(Type.DECIMAL, one(" / ", " % "), Type.DECIMAL, depth) + ")";
      case 3 -> "-" + of("", Type.DECIMAL, depth);
      case 4 -> of(one("abs", "floor", "ceil"), Type.DECIMAL, depth);
      case 5 -> of(one("min", "max"), Type.DECIMAL, Type.DECIMAL, depth);
      case 6 -> one("round", "floorTo", "ceilTo") + "(" + expression(Type.DECIMAL, depth) + ", 2)";
      case 7 ->
          random.nextBoolean()
              ? of(one("hours", "minutes"), Type.DURATION, depth)
              : of("size", Type.TEXT, depth);
      default ->
          random.nextBoolean()
              ? of(one("years", "months", "days"), Type.DATE, Type.DATE, depth)
              : of(one("year", "month", "dayOfMonth", "weekday"), Type.DATE, depth);
    };
  }

  private String truth(int depth) {
    Type type = Type.values()[random.nextInt(Type.values().length)];
    Type ordered = List.of(Type.DECIMAL, Type.DATE, Type.DURATION).get(random.nextInt(3));
    return switch (random.nextInt(6)) {
      case 0, 1 -> "(" + two(Type.TRUTH, one(" && ", "||"), Type.TRUTH, depth) + ")";
      case 2 -> "!" + of("", Type.TRUTH, depth);
      case 3 -> "(" + of("", type, depth) + one("==", " != ") + of("", type, depth) + ")";
      case 4 ->
          "(" + of("", ordered, depth) + one("<", "<=", ">", ">=") + of("", ordered, depth) + ")";
      default ->
          random.nextBoolean()
              ? "(" + of("", Type.DECIMAL, depth) + " in [1, -2, 3.50])"
              : "("
                  + expression(Type.TEXT, depth)
                  + ")."
                  + one("contains", "startsWith", "endsWith")
                  + of("", Type.TEXT, depth);
    };
  }

  private String date(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> "addDays(" + expression(Type.DATE, depth) + ", floor(" + leaf(Type.DECIMAL) + "))";
      case 1 -> of("addDays", Type.DATE, Type.DECIMAL, depth);
      case 2 -> "(" + of("", Type.DATE, depth) + one("+", "-") + of("", Type.DURATION, depth) + ")";
      default -> "(" + of("", Type.DURATION, depth) + " + " + of("", Type.DATE, depth) + ")";
    };
  }

  private String duration(int depth) {
    return random.nextBoolean()
        ? "(" + of("", Type.DATE, depth) + " - " + of("", Type.DATE, depth) + ")"
        : "(" + of("", Type.DURATION, depth) + one("+", "-") + of("", Type.DURATION, depth) + ")";
  }
}

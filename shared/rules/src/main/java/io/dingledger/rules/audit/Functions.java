package io.dingledger.rules.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The functions that may stand in an explanation's arithmetic. */
final class Functions {
  private static final int MOST_DECIMALS = 100;

  private final String arithmetic;
  private final RoundingMode rounding;

  Functions(String arithmetic, RoundingMode rounding) {
    this.arithmetic = arithmetic;
    this.rounding = rounding;
  }

  /**
   * What a function gives.
   *
   * @throws CannotFollow when there is no such function, or for these arguments
   */
  Operand result(String name, List<Operand> arguments) {
    return switch (name + "/" + arguments.size()) {
      case "round/2" -> figure(round(number(arguments.get(0)), number(arguments.get(1))));
      case "abs/1" -> figure(number(arguments.getFirst()).abs());
      case "min/2" -> figure(number(arguments.get(0)).min(number(arguments.get(1))));
      case "max/2" -> figure(number(arguments.get(0)).max(number(arguments.get(1))));
      case "date/1" -> arguments.getFirst();
      case "size/1" -> figure(BigDecimal.valueOf(length(arguments.getFirst().text())));
      default -> throw new CannotFollow(AuditFinding.NOT_UNDERSTOOD, arithmetic, name);
    };
  }

  /** The number that this is. */
  BigDecimal number(Operand operand) {
    return operand
        .number()
        .orElseThrow(() -> new CannotFollow(AuditFinding.NO_NUMBER, arithmetic, operand.text()));
  }

  private BigDecimal round(BigDecimal number, BigDecimal decimals) {
    if (decimals.abs().compareTo(BigDecimal.valueOf(MOST_DECIMALS)) > 0
        || decimals.stripTrailingZeros().scale() > 0) {
      throw new CannotFollow(AuditFinding.NO_NUMBER, arithmetic, decimals.toPlainString());
    }
    if (rounding == RoundingMode.UNNECESSARY) {
      throw new CannotFollow(AuditFinding.ROUNDING_UNKNOWN, "none");
    }
    return number.setScale(decimals.intValue(), rounding);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static Operand figure(BigDecimal number) {
    return new Operand.Figure(number);
  }
}

package io.dingledger.rules.audit;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PaySign;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Calculates amounts anew from nothing but their explanations. It shares no code with the rule
 * book's engine: neither its reader of expressions nor its arithmetic.
 */
public final class Recomputation {
  private static final Verdict AGREES = new Verdict.Agrees();
  private static final String NONE = "none";
  private static final Set<RoundingMode> MODES =
      EnumSet.complementOf(EnumSet.of(RoundingMode.UNNECESSARY));

  /** Quantities may be quotients, which have more decimals than money. */
  private static final int MOST_DIGITS = 3;

  private Recomputation() {}

  /** Whether an explanation gives the result that it states. */
  public static Verdict of(Explanation explanation) {
    return compared(explanation, explanation.result().amount());
  }

  /** Whether a line's explanation gives the line's amount. */
  public static Verdict of(VoucherLine line) {
    return compared(line.explanation(), line.amount().amount());
  }

  /**
   * Whether a pay item's explanation gives the item's amount. The amount has the sign of what it
   * does to pay, turned round in a reversal; an item that only counts has no amount, and its
   * explanation gives its quantity.
   */
  public static Verdict of(PayItem item) {
    int reversal = item.reverses().isPresent() ? -1 : 1;
    if (item.sign() == PaySign.NONE) {
      return compared(item.explanation(), item.quantity().multiply(BigDecimal.valueOf(reversal)));
    }
    BigDecimal sign = BigDecimal.valueOf((long) item.sign().factor() * reversal);
    return compared(item.explanation(), item.amount().amount().multiply(sign));
  }

  /**
   * What the arithmetic gives before it is rounded.
   *
   * @return empty when it cannot be followed
   */
  public static Optional<BigDecimal> unrounded(Explanation explanation) {
    try {
      return Optional.of(Calculator.result(explanation, Rounding.of(explanation).mode()));
    } catch (CannotFollow unclear) {
      return Optional.empty();
    }
  }

  private static Verdict compared(Explanation explanation, BigDecimal stated) {
    try {
      Rounding rounding = Rounding.of(explanation);
      BigDecimal result = rounding.applied(Calculator.result(explanation, rounding.mode()));
      return result.compareTo(stated) == 0
          ? AGREES
          : new Verdict.Differs(
              result.toPlainString(),
              Reason.of(
                  AuditFinding.DIFFERS,
                  result.toPlainString(),
                  stated.toPlainString(),
                  explanation.arithmetic()));
    } catch (CannotFollow unclear) {
      return new Verdict.Cannot(unclear.reason());
    }
  }

  /**
   * How a result is rounded.
   *
   * @param decimals to how many decimals; empty when it is left as it is
   */
  private record Rounding(RoundingMode mode, Optional<Integer> decimals) {
    static Rounding of(Explanation explanation) {
      String text = explanation.rounding();
      if (text.equals(NONE)) {
        return new Rounding(RoundingMode.UNNECESSARY, Optional.empty());
      }
      int blank = text.indexOf(' ');
      String decimals = text.substring(blank + 1);
      for (RoundingMode mode : MODES) {
        if (blank == mode.name().length() && text.startsWith(mode.name()) && isCount(decimals)) {
          return new Rounding(mode, Optional.of(Integer.parseInt(decimals)));
        }
      }
      throw new CannotFollow(AuditFinding.ROUNDING_UNKNOWN, text);
    }

    private static boolean isCount(String text) {
      for (int index = 0; index < text.length(); index++) {
        if (text.charAt(index) < '0' || text.charAt(index) > '9') {
          return false;
        }
      }
      return !text.isEmpty() && text.length() <= MOST_DIGITS;
    }

    BigDecimal applied(BigDecimal number) {
      return decimals.map(places -> number.setScale(places, mode)).orElse(number);
    }
  }
}

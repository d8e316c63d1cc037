package io.dingledger.model.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in one currency, always at the currency's scale (CNY: 2 decimals, JPY: 0).
 *
 * @param amount the amount; its scale is the currency's
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {
  /**
   * Refuses an amount with more decimals than the currency has; fewer are filled with zeros.
   *
   * @throws IllegalArgumentException for an unknown currency or too many decimals
   */
  public Money {
    int scale = scaleOf(currency);
    try {
      amount = amount.setScale(scale, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException tooFine) {
      throw new IllegalArgumentException(
          amount.toPlainString() + " has more decimals than " + currency, tooFine);
    }
  }

  /** The amount written in {@code decimal}, for example {@code 12.50}. */
  public static Money of(String decimal, String currency) {
    return new Money(new BigDecimal(decimal), currency);
  }

  /** The one place where an amount is rounded to its currency. */
  public static Money rounded(BigDecimal amount, String currency, RoundingMode mode) {
    return new Money(amount.setScale(scaleOf(currency), mode), currency);
  }

  /** Nothing, in this currency. */
  public static Money zero(String currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** The number of decimals of a currency. */
  public static int scaleOf(String currency) {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }

  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(sameCurrency(other).amount), currency);
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(sameCurrency(other).amount);
  }

  /** The amount without its currency, for example {@code 12.50}. */
  public String plain() {
    return amount.toPlainString();
  }

  @Override
  public String toString() {
    return plain() + " " + currency;
  }

  private Money sameCurrency(Money other) {
    if (!other.currency.equals(currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
    }
    return other;
  }
}

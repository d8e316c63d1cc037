package io.dingledger.model.voucher;

import io.dingledger.model.money.Money;
import java.math.BigDecimal;

/**
 * What a line is in a foreign currency (外币). The line's own amount is in the book's currency; where
 * the two differ by rounding, a line of its own takes up the difference.
 *
 * @param amount the amount in the foreign currency, of the same sign as the line's
 * @param rate the book's currency for one unit of the foreign one; positive
 */
public record Foreign(Money amount, BigDecimal rate) {
  public Foreign {
    if (rate.signum() <= 0 || amount.isZero()) {
      throw new IllegalArgumentException("a foreign amount and its rate are not zero");
    }
  }
}

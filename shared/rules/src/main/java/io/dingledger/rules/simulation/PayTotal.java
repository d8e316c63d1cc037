package io.dingledger.rules.simulation;

import io.dingledger.model.money.Money;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PaySign;
import io.dingledger.model.pay.PayUnit;
import java.math.BigDecimal;

/**
 * All pay items of one name.
 *
 * @param item the name
 * @param unit what their quantities count
 * @param sign what they do to pay
 * @param count how many there are
 * @param quantity the sum of their quantities
 * @param amount the sum of their signed amounts
 */
public record PayTotal(
    String item, PayUnit unit, PaySign sign, int count, BigDecimal quantity, Money amount) {
  /** Nothing yet. */
  static PayTotal none(PayItem like) {
    return new PayTotal(
        like.item(),
        like.unit(),
        like.sign(),
        0,
        BigDecimal.ZERO,
        Money.zero(like.amount().currency()));
  }

  PayTotal with(PayItem more) {
    return new PayTotal(
        item, unit, sign, count + 1, quantity.add(more.quantity()), amount.plus(more.amount()));
  }
}

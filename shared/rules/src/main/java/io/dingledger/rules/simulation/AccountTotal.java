package io.dingledger.rules.simulation;

import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.VoucherLine;

/**
 * What all vouchers together book on an account.
 *
 * @param account the account's code
 * @param debit the sum of its debits
 * @param credit the sum of its credits
 */
public record AccountTotal(String account, Money debit, Money credit) {
  /** Nothing yet. */
  static AccountTotal none(String account, String currency) {
    return new AccountTotal(account, Money.zero(currency), Money.zero(currency));
  }

  AccountTotal with(VoucherLine line) {
    return line.side() == Side.DEBIT
        ? new AccountTotal(account, debit.plus(line.amount()), credit)
        : new AccountTotal(account, debit, credit.plus(line.amount()));
  }
}

package io.dingledger.ledgers.quickbooks;

import io.dingledger.ledgers.quickbooks.Names.Named;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A line whose account and dimensions were found in QuickBooks.
 *
 * @param line as it is in the voucher
 * @param account its account
 * @param places its dimensions, one for each place
 */
record ResolvedLine(VoucherLine line, Named account, Map<NameKind, Named> places) {
  private static final String PAYABLE = "Accounts Payable";
  private static final String RECEIVABLE = "Accounts Receivable";

  ResolvedLine {
    places = Map.copyOf(places);
  }

  /** Negative amounts of red vouchers change the side: QuickBooks takes positive ones only. */
  Side side() {
    Side other = line.side() == Side.DEBIT ? Side.CREDIT : Side.DEBIT;
    return line.amount().isNegative() ? other : line.side();
  }

  /** Never negative. */
  BigDecimal amount() {
    return line.amount().amount().abs();
  }

  /** The id of what stands in this place. */
  Optional<String> id(NameKind place) {
    return Optional.ofNullable(places.get(place)).map(Named::id);
  }

  /** The vendor, customer or employee, if the line names one; a line can name one at most. */
  Optional<NameKind> person() {
    return places.keySet().stream().filter(NameKind::isPersonal).findFirst();
  }

  /** Whom the account needs and the line does not name. */
  Optional<NameKind> lacking() {
    Optional<NameKind> needed =
        switch (account.type()) {
          case PAYABLE -> Optional.of(NameKind.VENDOR);
          case RECEIVABLE -> Optional.of(NameKind.CUSTOMER);
          default -> Optional.empty();
        };
    return needed.filter(kind -> !places.containsKey(kind));
  }
}

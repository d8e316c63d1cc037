package io.dingledger.ledgers.yonyou;

import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Failures;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can't be written into a ledger, found before anything is sent; each a {@code DATA}. */
public final class Unwritable {
  /** Decimals of amounts in Yonyou's ledgers. */
  public static final int DECIMALS = 2;

  private Unwritable() {}

  /** The first currency of the voucher with more decimals than the ledger keeps. */
  public static Optional<Failure> tooFine(Voucher voucher, Failures failures) {
    return currencies(voucher)
        .filter(currency -> Money.scaleOf(currency) > DECIMALS)
        .findFirst()
        .map(currency -> failures.of(FailureKind.DATA, LedgerReason.TOO_FINE, DECIMALS, currency));
  }

  /** The first dimension of the voucher that has no field. */
  public static Optional<Failure> unmapped(
      Voucher voucher, Set<Dimension> mapped, Failures failures) {
    return voucher.lines().stream()
        .flatMap(line -> line.dimensions().keySet().stream())
        .filter(dimension -> !mapped.contains(dimension))
        .sorted()
        .findFirst()
        .map(
            dimension -> failures.of(FailureKind.DATA, LedgerReason.DIMENSION_UNMAPPED, dimension));
  }

  /** The currencies of the voucher, its own first. */
  public static Stream<String> currencies(Voucher voucher) {
    Stream<String> foreign =
        voucher.lines().stream()
            .map(VoucherLine::foreign)
            .flatMap(Optional::stream)
            .map(Foreign::amount)
            .map(Money::currency);
    return Stream.concat(Stream.of(voucher.currency()), foreign).distinct();
  }
}

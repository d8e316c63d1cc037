package io.dingledger.ledgers.file;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.BookedVouchers;
import io.dingledger.ledgers.BookedVouchers.Row;
import io.dingledger.ledgers.BookedVouchers.Sameness;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a voucher that is meant with the one in the list. Nobody edits the list, so all that
 * reaches a file is compared but words: accounts, sides, amounts, dimensions, foreign amounts, date
 * and currency.
 */
final class ListedVouchers {
  /** A line without its words. */
  private record Line(
      String account, Side side, BigDecimal amount, Set<?> dimensions, Optional<Foreign> foreign) {
    static Line of(VoucherLine line) {
      return new Line(
          line.account(),
          line.side(),
          line.amount().amount(),
          line.dimensions().entrySet(),
          line.foreign().map(Line::plain));
    }

    /** 7.10 is the same rate as 7.1. */
    private static Foreign plain(Foreign foreign) {
      return new Foreign(foreign.amount(), foreign.rate().stripTrailingZeros());
    }
  }

  private ListedVouchers() {}

  static Asked compared(Voucher meant, Voucher listed, LedgerReference reference) {
    List<Row> rows = listed.lines().stream().map(line -> row(line, reference)).toList();
    Asked byAmounts = BookedVouchers.compared(meant, rows, Sameness.SIDES);
    if (!(byAmounts instanceof Asked.Found)) {
      return byAmounts;
    }
    if (!meant.date().equals(listed.date()) || !meant.currency().equals(listed.currency())) {
      return new Asked.Different(
          reference, "清单中凭证的日期或币别不同。 The listed voucher has another date or currency.");
    }
    return counted(meant).equals(counted(listed))
        ? byAmounts
        : new Asked.Different(
            reference,
            "清单中凭证的辅助核算或外币不同。 The listed voucher has other dimensions or foreign amounts.");
  }

  private static Row row(VoucherLine line, LedgerReference reference) {
    BigDecimal amount = line.amount().amount();
    boolean debit = line.side() == Side.DEBIT;
    return new Row(
        reference.id(),
        reference.number(),
        line.account(),
        debit ? amount : BigDecimal.ZERO,
        debit ? BigDecimal.ZERO : amount);
  }

  private static Map<Line, Integer> counted(Voucher voucher) {
    Map<Line, Integer> lines = new HashMap<>();
    voucher.lines().forEach(line -> lines.merge(Line.of(line), 1, Integer::sum));
    return lines;
  }
}

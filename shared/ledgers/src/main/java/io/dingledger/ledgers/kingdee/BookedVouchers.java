package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.Asked;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what the ledger holds under a key with the voucher that we mean. */
final class BookedVouchers {
  /** Equal when the amounts are equal, whatever their scale. */
  private record Line(String account, BigDecimal debit, BigDecimal credit) {
    private Line {
      debit = debit.stripTrailingZeros();
      credit = credit.stripTrailingZeros();
    }
  }

  private BookedVouchers() {}

  static Asked compared(Voucher voucher, List<VoucherQuery.Row> rows) {
    Map<String, List<VoucherQuery.Row>> byId = new LinkedHashMap<>();
    for (VoucherQuery.Row row : rows) {
      byId.computeIfAbsent(row.voucher(), id -> new ArrayList<>()).add(row);
    }
    if (byId.isEmpty()) {
      return new Asked.Absent(voucher.key());
    }
    List<LedgerReference> references = byId.values().stream().map(BookedVouchers::named).toList();
    if (references.size() > 1) {
      return new Asked.Several(references);
    }
    boolean toldAccounts = rows.stream().anyMatch(row -> !row.account().isEmpty());
    Map<Line, Integer> ours = ours(voucher, toldAccounts);
    Map<Line, Integer> theirs = theirs(rows);
    return ours.equals(theirs)
        ? new Asked.Found(references.getFirst())
        : new Asked.Different(references.getFirst(), difference(voucher, rows, ours, theirs));
  }

  private static LedgerReference named(List<VoucherQuery.Row> rows) {
    String number =
        rows.stream()
            .map(VoucherQuery.Row::number)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return new LedgerReference(rows.getFirst().voucher(), number);
  }

  /** A ledger whose user may not see accounts tells amounts only; then these decide. */
  private static Map<Line, Integer> ours(Voucher voucher, boolean withAccounts) {
    Map<Line, Integer> lines = new HashMap<>();
    voucher
        .lines()
        .forEach(
            line -> {
              BigDecimal amount = line.amount().amount();
              boolean debit = line.side() == Side.DEBIT;
              lines.merge(
                  new Line(
                      withAccounts ? line.account() : "",
                      debit ? amount : BigDecimal.ZERO,
                      debit ? BigDecimal.ZERO : amount),
                  1,
                  Integer::sum);
            });
    return lines;
  }

  private static Map<Line, Integer> theirs(List<VoucherQuery.Row> rows) {
    Map<Line, Integer> lines = new HashMap<>();
    rows.forEach(
        row -> lines.merge(new Line(row.account(), row.debit(), row.credit()), 1, Integer::sum));
    return lines;
  }

  /** Names accounts and counts only: amounts are personal data, and this text is shown and kept. */
  private static String difference(
      Voucher voucher,
      List<VoucherQuery.Row> rows,
      Map<Line, Integer> ours,
      Map<Line, Integer> theirs) {
    TreeSet<String> accounts = new TreeSet<>();
    accounts.addAll(accountsThatDiffer(ours, theirs));
    accounts.addAll(accountsThatDiffer(theirs, ours));
    String list = accounts.stream().limit(10).collect(Collectors.joining(", "));
    return "账务系统中有 %d 行，本凭证有 %d 行；金额不同的科目：%s。 ".formatted(rows.size(), voucher.lines().size(), list)
        + "The ledger has %d lines, this voucher has %d; accounts with other amounts: %s."
            .formatted(rows.size(), voucher.lines().size(), list);
  }

  private static List<String> accountsThatDiffer(
      Map<Line, Integer> these, Map<Line, Integer> those) {
    return these.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(those.get(entry.getKey())))
        .map(entry -> entry.getKey().account())
        .toList();
  }
}

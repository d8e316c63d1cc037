package io.dingledger.ledgers;

import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what a ledger holds under a key with the voucher that we mean. */
public final class BookedVouchers {
  /**
   * One entry of a voucher in the ledger.
   *
   * @param voucher the ledger's id of the voucher
   * @param number the number that people see; empty when the ledger gives none
   * @param account the account code; empty throughout when the ledger does not tell it
   * @param debit the debit in the book's currency, or zero
   * @param credit the credit in the book's currency, or zero
   */
  public record Row(
      String voucher, String number, String account, BigDecimal debit, BigDecimal credit) {}

  /** What counts as the same line. */
  public enum Sameness {
    /** The same amount on the same side. */
    SIDES,
    /** The same debit less credit: for ledgers that turn a negative debit into a credit. */
    NET
  }

  /** Equal when the amounts are equal, whatever their scale. */
  private record Line(String account, BigDecimal debit, BigDecimal credit) {
    private Line {
      debit = debit.stripTrailingZeros();
      credit = credit.stripTrailingZeros();
    }

    static Line of(String account, BigDecimal debit, BigDecimal credit, Sameness sameness) {
      return switch (sameness) {
        case SIDES -> new Line(account, debit, credit);
        case NET -> new Line(account, debit.subtract(credit), BigDecimal.ZERO);
      };
    }
  }

  private BookedVouchers() {}

  /**
   * The answer about a voucher, from all rows that the ledger holds under its key. Dimensions and
   * texts are not compared: an accountant may complete them.
   */
  public static Asked compared(Voucher voucher, List<Row> rows, Sameness sameness) {
    Map<String, List<Row>> byId = new LinkedHashMap<>();
    for (Row row : rows) {
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
    Map<Line, Integer> ours = ours(voucher, toldAccounts, sameness);
    Map<Line, Integer> theirs = theirs(rows, sameness);
    return ours.equals(theirs)
        ? new Asked.Found(references.getFirst())
        : new Asked.Different(references.getFirst(), difference(voucher, rows, ours, theirs));
  }

  private static LedgerReference named(List<Row> rows) {
    String number =
        rows.stream().map(Row::number).filter(text -> !text.isEmpty()).findFirst().orElse("");
    return new LedgerReference(rows.getFirst().voucher(), number);
  }

  /** A ledger whose user may not see accounts tells amounts only; then these decide. */
  private static Map<Line, Integer> ours(Voucher voucher, boolean withAccounts, Sameness sameness) {
    Map<Line, Integer> lines = new HashMap<>();
    for (VoucherLine line : voucher.lines()) {
      BigDecimal amount = line.amount().amount();
      boolean debit = line.side() == Side.DEBIT;
      Line ours =
          Line.of(
              withAccounts ? line.account() : "",
              debit ? amount : BigDecimal.ZERO,
              debit ? BigDecimal.ZERO : amount,
              sameness);
      lines.merge(ours, 1, Integer::sum);
    }
    return lines;
  }

  private static Map<Line, Integer> theirs(List<Row> rows, Sameness sameness) {
    Map<Line, Integer> lines = new HashMap<>();
    for (Row row : rows) {
      lines.merge(Line.of(row.account(), row.debit(), row.credit(), sameness), 1, Integer::sum);
    }
    return lines;
  }

  /** Names accounts and counts only: amounts are personal data, and this text is shown and kept. */
  private static String difference(
      Voucher voucher, List<Row> rows, Map<Line, Integer> ours, Map<Line, Integer> theirs) {
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

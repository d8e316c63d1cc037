package io.dingledger.ledgers.connector;

import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a voucher gives to the places of a template.
 *
 * @param names the values of the header, and of a line within it
 * @param date the voucher's date
 * @param lines the values of each line, the header's included
 */
record VoucherValues(Map<String, String> names, LocalDate date, List<Template.Values> lines)
    implements Template.Values {
  /** The names that a voucher's header gives. */
  static final Set<String> HEADER =
      Set.of(
          "key",
          "document",
          "purpose",
          "date",
          "year",
          "month",
          "currency",
          "summary",
          "attachments",
          "debitTotal",
          "creditTotal",
          "lineCount");

  /** The names that each of its lines gives besides. */
  static final Set<String> LINE =
      Set.of(
          "line.number",
          "line.account",
          "line.summary",
          "line.side",
          "line.amount",
          "line.debit",
          "line.credit",
          "line.department",
          "line.employee",
          "line.project",
          "line.customer",
          "line.supplier",
          "line.currency",
          "line.rate",
          "line.foreignAmount",
          "line.foreignDebit",
          "line.foreignCredit");

  /**
   * How amounts and texts are written.
   *
   * @param debitWord what a debit is called
   * @param creditWord what a credit is called
   * @param otherSides whether a negative amount becomes a positive one on the other side
   * @param decimals how many decimals amounts in the book's currency are written with
   * @param summaryLength how many characters of a summary are kept
   */
  record Style(
      String debitWord, String creditWord, boolean otherSides, int decimals, int summaryLength) {}

  @Override
  public String value(String name) {
    return names.getOrDefault(name, "");
  }

  /** The values of a voucher, with names that are the same for all vouchers. */
  static VoucherValues of(Voucher voucher, Map<String, String> fixed, Style style) {
    Map<String, String> header = new HashMap<>(fixed);
    header.put("key", voucher.key().value());
    header.put("document", voucher.document().value());
    header.put("purpose", voucher.purpose().name().toLowerCase(Locale.ROOT));
    header.put("date", voucher.date().toString());
    header.put("year", Integer.toString(voucher.date().getYear()));
    header.put("month", Integer.toString(voucher.date().getMonthValue()));
    header.put("currency", voucher.currency());
    header.put("summary", cut(voucher.summary(), style));
    header.put("attachments", Integer.toString(voucher.attachments()));
    header.put("lineCount", Integer.toString(voucher.lines().size()));
    List<Template.Values> lines = new ArrayList<>();
    Map<Side, BigDecimal> totals = new HashMap<>();
    for (VoucherLine line : voucher.lines()) {
      Side side = side(line, style);
      totals.merge(side, amount(line.amount(), style), BigDecimal::add);
      Map<String, String> names = new HashMap<>(header);
      names.put("line.number", Integer.toString(lines.size() + 1));
      putLine(names, voucher, line, style);
      lines.add(new VoucherValues(names, voucher.date(), List.of()));
    }
    BigDecimal nothing = BigDecimal.ZERO;
    header.put("debitTotal", plain(totals.getOrDefault(Side.DEBIT, nothing), style));
    header.put("creditTotal", plain(totals.getOrDefault(Side.CREDIT, nothing), style));
    return new VoucherValues(header, voucher.date(), List.copyOf(lines));
  }

  /** Whether an amount has more decimals than are written. */
  static boolean isTooFine(Voucher voucher, Style style) {
    return voucher.lines().stream()
        .anyMatch(line -> line.amount().amount().stripTrailingZeros().scale() > style.decimals());
  }

  private static void putLine(
      Map<String, String> names, Voucher voucher, VoucherLine line, Style style) {
    boolean debit = side(line, style) == Side.DEBIT;
    String amount = plain(amount(line.amount(), style), style);
    String nothing = plain(BigDecimal.ZERO, style);
    names.put("line.account", line.account());
    names.put(
        "line.summary", cut(line.summary().isBlank() ? voucher.summary() : line.summary(), style));
    names.put("line.side", debit ? style.debitWord() : style.creditWord());
    names.put("line.amount", amount);
    names.put("line.debit", debit ? amount : nothing);
    names.put("line.credit", debit ? nothing : amount);
    Optional<Foreign> foreign = line.foreign();
    String foreignAmount =
        foreign.map(other -> amount(other.amount(), style).toPlainString()).orElse(amount);
    names.put("line.currency", foreign.map(f -> f.amount().currency()).orElse(voucher.currency()));
    names.put("line.rate", foreign.map(other -> other.rate().toPlainString()).orElse("1"));
    names.put("line.foreignAmount", foreignAmount);
    names.put("line.foreignDebit", debit ? foreignAmount : nothing);
    names.put("line.foreignCredit", debit ? nothing : foreignAmount);
    for (Dimension dimension : Dimension.values()) {
      names.put(
          "line." + dimension.name().toLowerCase(Locale.ROOT),
          line.dimensions().getOrDefault(dimension, ""));
    }
  }

  private static Side side(VoucherLine line, Style style) {
    if (!style.otherSides() || !line.amount().isNegative()) {
      return line.side();
    }
    return line.side() == Side.DEBIT ? Side.CREDIT : Side.DEBIT;
  }

  private static BigDecimal amount(Money money, Style style) {
    return style.otherSides() ? money.amount().abs() : money.amount();
  }

  /** What is too fine was refused before, so nothing is rounded here. */
  private static String plain(BigDecimal amount, Style style) {
    return amount.setScale(style.decimals(), RoundingMode.UNNECESSARY).toPlainString();
  }

  private static String cut(String summary, Style style) {
    int[] characters = summary.codePoints().limit(style.summaryLength()).toArray();
    return new String(characters, 0, characters.length);
  }
}

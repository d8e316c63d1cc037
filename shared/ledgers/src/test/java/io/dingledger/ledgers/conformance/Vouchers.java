package io.dingledger.ledgers.conformance;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.money.Money;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Invented vouchers, in CNY where nothing else is said, over a chart's accounts, dated 2026-03-31.
 */
public final class Vouchers {
  /** The date of all of them. */
  public static final LocalDate DATE = LocalDate.of(2026, 3, 31);

  private final LedgerUnderTest.Chart chart;

  public Vouchers(LedgerUnderTest.Chart chart) {
    this.chart = chart;
  }

  /** The key of an invented document. */
  public static VoucherKey key(String document) {
    return VoucherKey.of(Tenant.verified("corp"), new DocumentId(document), Purpose.RECORD, 1);
  }

  /** Expense against payable. */
  public Voucher of(String document, String amount) {
    return voucher(document, List.of(expense(amount), payable(amount)));
  }

  /** Two expenses against one payable. */
  public Voucher of(String document, String amount, String other, String sum) {
    return voucher(document, List.of(expense(amount), expense(other), payable(sum)));
  }

  /** The red voucher (红字冲销) that takes such a voucher back: same accounts, negative amounts. */
  public Voucher reverseOf(String document, String amount) {
    Voucher record = of(document, amount);
    return new Voucher(
        VoucherKey.of(Tenant.verified("corp"), record.document(), Purpose.REVERSE, 1),
        record.document(),
        Purpose.REVERSE,
        DATE,
        record.currency(),
        "红字冲销 " + document,
        1,
        List.of(expense("-" + amount), payable("-" + amount)));
  }

  /** So many lines: expenses of 0.01 each against one payable. */
  public Voucher ofLines(String document, int lines) {
    List<VoucherLine> all = new ArrayList<>();
    for (int line = 1; line < lines; line++) {
      all.add(expense("0.01"));
    }
    all.add(payable(new BigDecimal(lines - 1).movePointLeft(2).toPlainString()));
    return voucher(document, all);
  }

  /** With an account that the book has not got. */
  public Voucher withUnknownAccount(String document) {
    return voucher(
        document, List.of(line(chart.unknown(), Map.of(), Side.DEBIT, "1.00"), payable("1.00")));
  }

  /** Without the dimension that the expense account needs. */
  public Voucher withoutDimension(String document) {
    return voucher(
        document, List.of(line(chart.expense(), Map.of(), Side.DEBIT, "1.00"), payable("1.00")));
  }

  /** With a department that is closed. */
  public Voucher withInactiveDepartment(String document) {
    return voucher(
        document,
        List.of(line(chart.expense(), chart.inactive(), Side.DEBIT, "1.00"), payable("1.00")));
  }

  /** Expense against payable, in another currency than the book's. */
  public Voucher in(String currency, String document, String amount) {
    Money money = Money.of(amount, currency);
    return voucher(
        document,
        List.of(
            line(chart.expense(), chart.expenseDimensions(), Side.DEBIT, money),
            line(chart.payable(), chart.payableDimensions(), Side.CREDIT, money)));
  }

  /**
   * Two expenses of 33.35 each against a payable of 66.70, all at the rate 7.1, and a line of one
   * cent that takes up the rounding: 236.785 becomes 236.79 twice, and 473.57 is exact.
   */
  public Voucher foreign(String document, String currency) {
    return voucher(
        document,
        List.of(
            withForeign(expense("236.79"), "33.35", currency),
            withForeign(expense("236.79"), "33.35", currency),
            withForeign(payable("473.57"), "66.70", currency),
            payable("0.01")));
  }

  private static VoucherLine withForeign(VoucherLine line, String amount, String currency) {
    return new VoucherLine(
        line.summary(),
        line.account(),
        line.dimensions(),
        line.side(),
        line.amount(),
        Optional.of(new Foreign(Money.of(amount, currency), new BigDecimal("7.1"))),
        line.explanation());
  }

  /** The same voucher under a key that differs in its last character only. */
  public static Voucher withKeyEndingOtherwise(Voucher voucher) {
    String key = voucher.key().value();
    char last = key.charAt(key.length() - 1);
    String other = key.substring(0, key.length() - 1) + (last == '0' ? '1' : '0');
    return new Voucher(
        new VoucherKey(other),
        voucher.document(),
        voucher.purpose(),
        voucher.date(),
        voucher.currency(),
        voucher.summary(),
        voucher.attachments(),
        voucher.lines());
  }

  /** With these lines. */
  public static Voucher voucher(String document, List<VoucherLine> lines) {
    String currency = lines.getFirst().amount().currency();
    return new Voucher(
        key(document),
        new DocumentId(document),
        Purpose.RECORD,
        DATE,
        currency,
        "报销 " + document,
        1,
        lines);
  }

  /** A line in CNY. */
  public static VoucherLine line(
      String account, Map<Dimension, String> dimensions, Side side, String amount) {
    return line(account, dimensions, side, Money.of(amount, "CNY"));
  }

  /** A line. */
  public static VoucherLine line(
      String account, Map<Dimension, String> dimensions, Side side, Money amount) {
    return new VoucherLine(
        "报销 差旅",
        account,
        dimensions,
        side,
        amount,
        new Explanation("rule", "1", List.of(), "amount", "HALF_UP 2", amount));
  }

  private VoucherLine expense(String amount) {
    return line(chart.expense(), chart.expenseDimensions(), Side.DEBIT, amount);
  }

  private VoucherLine payable(String amount) {
    return line(chart.payable(), chart.payableDimensions(), Side.CREDIT, amount);
  }
}

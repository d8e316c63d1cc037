package io.dingledger.ledgers.file;

import static org.junit.jupiter.api.Assertions.fail;

import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.ledgers.file.VoucherFiles.Order;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Invented vouchers and their files. */
final class FileSamples {
  static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
  static final Order ORDER =
      new Order(1, Instant.parse("2026-04-01T08:00:00Z"), Optional.empty(), Optional.empty(), 1);

  private FileSamples() {}

  static VoucherLine line(String summary, String account, Side side, String amount) {
    return line(summary, account, Map.of(), side, amount, Optional.empty());
  }

  static VoucherLine line(
      String summary,
      String account,
      Map<Dimension, String> dimensions,
      Side side,
      String amount,
      Optional<Foreign> foreign) {
    Money money = Money.of(amount, "CNY");
    return new VoucherLine(
        summary,
        account,
        dimensions,
        side,
        money,
        foreign,
        new Explanation("rule", "1", List.of(), "amount", "HALF_UP 2", money));
  }

  static Optional<Foreign> foreign(String amount, String currency, String rate) {
    return Optional.of(new Foreign(Money.of(amount, currency), new BigDecimal(rate)));
  }

  static Voucher voucher(String document, LocalDate date, VoucherLine... lines) {
    return new Voucher(
        Vouchers.key(document),
        new DocumentId(document),
        Purpose.RECORD,
        date,
        lines[0].amount().currency(),
        "整单 " + document,
        2,
        List.of(lines));
  }

  /** Travel in Chinese, with every dimension and a comma; two against one. */
  static Voucher travel() {
    return voucher(
        "差旅-1",
        MARCH,
        line(
            "张三 报销, \"北京\" 差旅",
            "6602.03",
            Map.of(Dimension.DEPARTMENT, "0012", Dimension.PROJECT, "P7"),
            Side.DEBIT,
            "500.10",
            Optional.empty()),
        line("进项税额", "2221.01.01", Side.DEBIT, "44.90"),
        line(
            "",
            "2241",
            Map.of(Dimension.EMPLOYEE, "0042", Dimension.CUSTOMER, "C1", Dimension.SUPPLIER, "S1"),
            Side.CREDIT,
            "545.00",
            Optional.empty()));
  }

  /** A red voucher of the same month. */
  static Voucher red() {
    return voucher(
        "red",
        MARCH.minusDays(1),
        line("红字冲销", "6602.03", Side.DEBIT, "-545.00"),
        line("红字冲销", "2241", Side.CREDIT, "-545.00"));
  }

  /** Of the month after, in dollars, with a rounding line. */
  static Voucher dollars() {
    return voucher(
        "usd",
        LocalDate.of(2026, 4, 1),
        line("hotel", "6602.03", Map.of(), Side.DEBIT, "236.79", foreign("33.35", "USD", "7.1000")),
        line("hotel", "2241", Map.of(), Side.CREDIT, "236.78", foreign("33.35", "USD", "7.1")),
        line("rounding", "6603", Side.CREDIT, "0.01"));
  }

  static Voucher ofLines(int lines) {
    List<VoucherLine> all = new ArrayList<>();
    for (int line = 1; line < lines; line++) {
      all.add(line("line " + line, "6602", Side.DEBIT, "0." + (10 + line % 90)));
    }
    String sum = Voucher.total(all, Side.DEBIT, "CNY").plain();
    all.add(line("sum", "2241", Side.CREDIT, sum));
    return voucher("long", MARCH, all.toArray(VoucherLine[]::new));
  }

  static Map<String, String> settings(String format, String... further) {
    Map<String, String> settings = new HashMap<>(FileUnderTest.settings(format));
    settings.put("projectField", "FF100002");
    settings.put("currencies", "CNY=PRE001, USD=PRE007");
    for (int index = 0; index < further.length; index += 2) {
      settings.put(further[index], further[index + 1]);
    }
    return settings;
  }

  static VoucherFile file(Map<String, String> settings, Order order, Voucher... vouchers) {
    return switch (VoucherFiles.of(FileUnderTest.connection(settings), order, List.of(vouchers))) {
      case Answer.Got<VoucherFile>(VoucherFile file) -> file;
      case Answer.Failed<VoucherFile>(Failure failure) -> fail(failure.toString());
    };
  }

  static VoucherFile file(Map<String, String> settings, Voucher... vouchers) {
    return file(settings, ORDER, vouchers);
  }
}

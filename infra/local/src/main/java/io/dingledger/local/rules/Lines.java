package io.dingledger.local.rules;

import io.dingledger.local.rules.DocumentFolder.Problem;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PaySign;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.simulation.Outcome;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How lines, pay items and outcomes are written in tables. */
final class Lines {
  private Lines() {}

  /** {@code 借} or {@code 贷}. */
  static String side(VoucherLine line) {
    return line.side() == Side.DEBIT ? "借" : "贷";
  }

  /** The dimensions in the order of their kinds, {@code department=BM01 employee=0042}. */
  static String dimensions(VoucherLine line) {
    return Arrays.stream(Dimension.values())
        .filter(line.dimensions()::containsKey)
        .map(each -> word(each) + "=" + line.dimensions().get(each))
        .collect(Collectors.joining(" "));
  }

  /** The word of a dimension. */
  static String word(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT);
  }

  /** Its name or, without one, the user id. */
  static String person(PayItem item) {
    return item.person().name().isEmpty() ? item.person().userId() : item.person().name();
  }

  /** {@code 2 小时}. */
  static String quantity(PayItem item) {
    return plain(item.quantity()) + " " + item.unit().chinese();
  }

  /** The signed amount; nothing for an item that only counts. */
  static String amount(PayItem item) {
    return item.sign() == PaySign.NONE ? "" : item.amount().plain();
  }

  /** A number without zeros behind its last digit. */
  static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? number.setScale(0).toPlainString() : stripped.toPlainString();
  }

  /** What stands above all that became of a document: name, identifier, day, kind, state. */
  static String heading(Outcome outcome) {
    String id = outcome.id().value();
    boolean saysMore = !outcome.name().contains(id) && !id.endsWith(outcome.name());
    return "■ %s%s  %s  %s  %s"
        .formatted(
            outcome.name(),
            saysMore ? " (" + id + ")" : "",
            outcome.date(),
            outcome.kind().isEmpty() ? "—" : outcome.kind(),
            state(outcome.state()));
  }

  /** What became of a document, in words. */
  static String state(Outcome.State state) {
    return switch (state) {
      case VOUCHERS -> "记账 VOUCHERS";
      case ACCRUED -> "待计提 ACCRUED";
      case HELD -> "待人处理 HELD";
      case IGNORED -> "忽略 IGNORED";
      case FAILED -> "出错 FAILED";
    };
  }

  /** What is wrong with files. */
  static void problems(List<Problem> problems, PrintStream out) {
    for (Problem problem : problems) {
      String place = problem.line() == 0 ? "" : ":" + problem.line() + ":" + problem.column();
      out.println("✘ " + problem.file() + place + "  " + problem.reason().code());
      out.println("    " + problem.reason().chinese());
      out.println("    " + problem.reason().english());
    }
    if (!problems.isEmpty()) {
      out.println();
    }
  }
}

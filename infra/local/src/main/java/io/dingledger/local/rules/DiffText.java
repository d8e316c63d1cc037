package io.dingledger.local.rules;

import io.dingledger.local.command.TextTable;
import io.dingledger.local.rules.DocumentFolder.Problem;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.simulation.AccountTotal;
import io.dingledger.rules.simulation.Change;
import io.dingledger.rules.simulation.DocumentChange;
import io.dingledger.rules.simulation.Outcome;
import io.dingledger.rules.simulation.PayTotal;
import io.dingledger.rules.simulation.SimulationDiff;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Prints a comparison for people: {@code -} is the old rule book's, {@code +} the new one's. */
final class DiffText {
  private static final String NONE = "—";

  private final PrintStream out;

  DiffText(PrintStream out) {
    this.out = out;
  }

  void print(SimulationDiff diff, List<Problem> problems) {
    Lines.problems(problems, out);
    diff.documents().forEach(this::document);
    diff.months().forEach(this::document);
    accounts(diff.accounts());
    payItems(diff.payItems());
    out.println("不同 different: %d · 相同 same: %d".formatted(diff.documents().size(), diff.same()));
  }

  private void document(DocumentChange change) {
    Optional<Outcome> before = change.outcome().before();
    Optional<Outcome> after = change.outcome().after();
    String old = before.map(Outcome::state).map(Lines::state).orElse(NONE);
    String now = after.map(Outcome::state).map(Lines::state).orElse(NONE);
    out.println("■ " + change.name() + "  " + (old.equals(now) ? now : old + " → " + now));
    before.ifPresent(outcome -> reasons("  - ", outcome));
    after.ifPresent(outcome -> reasons("  + ", outcome));
    TextTable table = new TextTable(Set.of(4), "", "", "", "", "", "");
    change.lines().forEach(line -> row(table, line, DiffText::cells));
    change.items().forEach(item -> row(table, item, DiffText::cells));
    if (change.headers()) {
      before.ifPresent(outcome -> headers(table, "-", outcome));
      after.ifPresent(outcome -> headers(table, "+", outcome));
    }
    if (!table.isEmpty()) {
      table.printRows("  ", out);
    }
    out.println();
  }

  private void reasons(String sign, Outcome outcome) {
    for (Reason reason : outcome.reasons()) {
      out.println(sign + reason.code() + "  " + reason.chinese());
    }
  }

  private static <T> void row(TextTable table, Change<T> change, Function<T, List<String>> cells) {
    change.before().map(cells).ifPresent(row -> signed(table, "-", row));
    change.after().map(cells).ifPresent(row -> signed(table, "+", row));
  }

  private static void signed(TextTable table, String sign, List<String> cells) {
    table.row(sign, cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
  }

  private static List<String> cells(VoucherLine line) {
    return List.of(
        Lines.side(line),
        line.account(),
        Lines.dimensions(line),
        line.amount().plain(),
        line.summary());
  }

  private static List<String> cells(PayItem item) {
    return List.of(
        item.item(),
        Lines.person(item),
        item.day() + " " + Lines.quantity(item),
        Lines.amount(item),
        item.sign().word());
  }

  private static void headers(TextTable table, String sign, Outcome outcome) {
    outcome
        .vouchers()
        .forEach(
            voucher ->
                table.row(
                    sign,
                    "凭证",
                    voucher.date().toString(),
                    "附件 " + voucher.attachments(),
                    "",
                    voucher.summary()));
  }

  private void accounts(List<Change<AccountTotal>> changes) {
    TextTable table =
        new TextTable(
            Set.of(1, 2, 3, 4, 5),
            "科目 account",
            "原借 debit",
            "新借 debit",
            "原贷 credit",
            "新贷 credit",
            "借−贷 差额 difference");
    for (Change<AccountTotal> change : changes) {
      AccountTotal any = change.before().or(change::after).orElseThrow();
      Money zero = Money.zero(any.debit().currency());
      Money oldDebit = change.before().map(AccountTotal::debit).orElse(zero);
      Money newDebit = change.after().map(AccountTotal::debit).orElse(zero);
      Money oldCredit = change.before().map(AccountTotal::credit).orElse(zero);
      Money newCredit = change.after().map(AccountTotal::credit).orElse(zero);
      Money difference = newDebit.minus(newCredit).minus(oldDebit.minus(oldCredit));
      table.row(
          any.account(),
          oldDebit.plain(),
          newDebit.plain(),
          oldCredit.plain(),
          newCredit.plain(),
          signed(difference));
    }
    printed(table);
  }

  private void payItems(List<Change<PayTotal>> changes) {
    TextTable table =
        new TextTable(
            Set.of(1, 2, 3, 4, 5),
            "薪资项目 pay item",
            "原数量 quantity",
            "新数量 quantity",
            "原金额 amount",
            "新金额 amount",
            "差额 difference");
    for (Change<PayTotal> change : changes) {
      PayTotal any = change.before().or(change::after).orElseThrow();
      Money zero = Money.zero(any.amount().currency());
      Money old = change.before().map(PayTotal::amount).orElse(zero);
      Money now = change.after().map(PayTotal::amount).orElse(zero);
      table.row(
          any.item(),
          change.before().map(PayTotal::quantity).map(Lines::plain).orElse("0"),
          change.after().map(PayTotal::quantity).map(Lines::plain).orElse("0"),
          old.plain(),
          now.plain(),
          signed(now.minus(old)));
    }
    printed(table);
  }

  private static String signed(Money difference) {
    return difference.isNegative() || difference.isZero()
        ? difference.plain()
        : "+" + difference.plain();
  }

  private void printed(TextTable table) {
    if (!table.isEmpty()) {
      table.print("", out);
      out.println();
    }
  }
}

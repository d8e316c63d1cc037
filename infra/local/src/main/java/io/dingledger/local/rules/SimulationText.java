package io.dingledger.local.rules;

import io.dingledger.local.command.TextTable;
import io.dingledger.local.rules.DocumentFolder.Problem;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.audit.Sentence;
import io.dingledger.rules.audit.Verdict;
import io.dingledger.rules.simulation.AccountTotal;
import io.dingledger.rules.simulation.Outcome;
import io.dingledger.rules.simulation.PayTotal;
import io.dingledger.rules.simulation.SimulationReport;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints a simulation for people: each document with its lines, then the totals. */
final class SimulationText {
  private static final String INDENT = "    ";

  private final PrintStream out;

  SimulationText(PrintStream out) {
    this.out = out;
  }

  void print(SimulationReport report, List<Problem> problems) {
    Lines.problems(problems, out);
    report.all().forEach(this::outcome);
    accounts(report.accounts());
    payItems(report.payItems());
    out.println(
        "单据 documents: %d (%s)"
            .formatted(
                report.documents().size(),
                Arrays.stream(Outcome.State.values())
                    .map(state -> state + " " + report.count(state))
                    .collect(Collectors.joining(" · "))));
    out.println("规则簿 rule book: " + report.ruleBookVersion());
    out.println(
        report.disputed() == 0
            ? "✔ 每个金额都可由其说明重算 · every amount follows from its explanation"
            : "✘ 有金额与其说明不符 · amounts that do not follow: " + report.disputed());
  }

  private void outcome(Outcome outcome) {
    out.println(Lines.heading(outcome));
    for (Reason reason : outcome.reasons()) {
      out.println("  " + reason.code() + "  " + reason.chinese());
      out.println("      " + reason.english());
    }
    int next = 0;
    for (Voucher voucher : outcome.vouchers()) {
      int end = next + voucher.lines().size();
      voucher(voucher, outcome.lineVerdicts().subList(next, end));
      next = end;
    }
    if (!outcome.items().isEmpty()) {
      items(outcome.items(), outcome.itemVerdicts());
    }
    out.println();
  }

  private void voucher(Voucher voucher, List<Verdict> verdicts) {
    out.println(
        "  凭证 voucher %s  %s  %s".formatted(voucher.key(), voucher.date(), voucher.summary()));
    TextTable table = new TextTable(Set.of(3), "", "科目", "辅助核算", "金额", "摘要");
    for (int index = 0; index < voucher.lines().size(); index++) {
      VoucherLine line = voucher.lines().get(index);
      table.row(
          Lines.side(line),
          line.account(),
          Lines.dimensions(line),
          line.amount().plain(),
          line.summary());
      table.note(Sentence.of(line.explanation()).chinese() + disputed(verdicts.get(index)));
    }
    table.print(INDENT, out);
  }

  private void items(List<PayItem> items, List<Verdict> verdicts) {
    out.println("  薪资项目 pay items");
    TextTable table = new TextTable(Set.of(3, 4), "人员", "日期", "项目", "数量", "金额");
    for (int index = 0; index < items.size(); index++) {
      PayItem item = items.get(index);
      table.row(
          Lines.person(item),
          item.day().toString(),
          item.item(),
          Lines.quantity(item),
          Lines.amount(item));
      table.note(Sentence.of(item).chinese() + disputed(verdicts.get(index)));
    }
    table.print(INDENT, out);
  }

  private static String disputed(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Agrees agrees -> "";
      case Verdict.Differs(String recomputed, Reason reason) -> "  ✘ " + reason.chinese();
      case Verdict.Cannot(Reason reason) -> "  ✘ " + reason.chinese();
    };
  }

  private void accounts(List<AccountTotal> totals) {
    TextTable table = new TextTable(Set.of(1, 2), "科目 account", "借 debit", "贷 credit");
    for (AccountTotal total : totals) {
      table.row(total.account(), total.debit().plain(), total.credit().plain());
    }
    printed(table);
  }

  private void payItems(List<PayTotal> totals) {
    TextTable table =
        new TextTable(Set.of(1, 2, 3), "薪资项目 pay item", "笔数 items", "数量 quantity", "金额 amount");
    for (PayTotal total : totals) {
      table.row(
          total.item(),
          String.valueOf(total.count()),
          Lines.plain(total.quantity()) + " " + total.unit().chinese(),
          total.amount().plain());
    }
    printed(table);
  }

  private void printed(TextTable table) {
    if (!table.isEmpty()) {
      table.print("", out);
      out.println();
    }
  }
}

package io.dingledger.local.rules;

import io.dingledger.local.command.TextTable;
import io.dingledger.model.document.PayPeriod;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.audit.Sentence;
import io.dingledger.rules.audit.Sums;
import io.dingledger.rules.audit.Verdict;
import io.dingledger.rules.simulation.Outcome;
import io.dingledger.rules.simulation.SimulationReport;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints where every amount of a document or of a month comes from. */
final class ExplanationText {
  private static final String INDENT = "      ";

  private final List<PayItem> items;
  private final PrintStream out;

  ExplanationText(SimulationReport report, PrintStream out) {
    this.items = report.all().stream().flatMap(outcome -> outcome.items().stream()).toList();
    this.out = out;
  }

  void print(Outcome outcome) {
    out.println(Lines.heading(outcome));
    outcome.document().ifPresent(this::header);
    for (Reason reason : outcome.reasons()) {
      out.println("  " + reason.code());
      out.println("    " + reason.chinese());
      out.println("    " + reason.english());
    }
    int next = 0;
    for (Voucher voucher : outcome.vouchers()) {
      out.println();
      out.println(
          "  凭证 voucher %s  %s  %s".formatted(voucher.key(), voucher.date(), voucher.summary()));
      for (VoucherLine line : voucher.lines()) {
        line(line, outcome.lineVerdicts().get(next++));
      }
    }
    for (int index = 0; index < outcome.items().size(); index++) {
      item(outcome.items().get(index), outcome.itemVerdicts().get(index));
    }
    if (outcome.document().orElse(null) instanceof PayPeriod period) {
      sums(period, outcome.sumVerdicts());
    }
    out.println();
  }

  /** What each sum of a month is made of. */
  private void sums(PayPeriod period, List<Verdict> verdicts) {
    Sums sums = new Sums(period, items);
    for (int index = 0; index < period.sums().size(); index++) {
      PayPeriod.Sum sum = period.sums().get(index);
      out.println();
      out.println(
          "  第 %d 组 group %d  %s  %s  %s"
              .formatted(index + 1, index + 1, sum.item(), sum.concerns(), sum.amount().plain()));
      TextTable table = new TextTable(Set.of(3, 4), "", "", "", "", "");
      for (PayItem item : sums.of(sum)) {
        table.row(
            item.document().value(),
            Lines.person(item),
            item.day().toString(),
            Lines.quantity(item),
            Lines.amount(item));
      }
      table.printRows(INDENT, out);
      out.println("    " + verdict(verdicts.get(index)));
    }
  }

  private void header(SourceDocument document) {
    if (document.header().originator().userId().isEmpty()) {
      return;
    }
    out.println(
        "  %s %s · %s %s · %s"
            .formatted(
                document.header().originator().name(),
                document.header().originator().jobNumber(),
                document.header().department().name(),
                document.header().department().code(),
                document.header().businessId())
            .stripTrailing());
  }

  private void line(VoucherLine line, Verdict verdict) {
    out.println();
    out.println(
        "  "
            + Stream.of(
                    Lines.side(line) + " " + line.account() + " " + line.amount().plain(),
                    Lines.dimensions(line),
                    line.summary())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("  ")));
    explanation(line.explanation(), Sentence.of(line.explanation()), verdict);
  }

  private void item(PayItem item, Verdict verdict) {
    out.println();
    out.println(
        "  薪资项目 pay item %s  %s %s  %s  %s  %s"
            .formatted(
                item.id(),
                item.item(),
                Lines.person(item),
                item.day(),
                Lines.quantity(item),
                Lines.amount(item))
            .stripTrailing());
    explanation(item.explanation(), Sentence.of(item), verdict);
  }

  private void explanation(Explanation explanation, Sentence sentence, Verdict verdict) {
    out.println("    规则 rule  " + explanation.rule());
    out.println("    " + sentence.chinese());
    out.println("    " + sentence.english());
    TextTable table = new TextTable(Set.of(1), "", "", "");
    for (Explanation.Input input : explanation.inputs()) {
      table.row(input.name(), input.value(), "← " + input.origin());
    }
    if (!table.isEmpty()) {
      table.printRows(INDENT, out);
    }
    out.println(
        "    算式 arithmetic  %s  ·  舍入 rounding  %s"
            .formatted(explanation.arithmetic(), explanation.rounding()));
    out.println("    " + verdict(verdict));
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Agrees agrees -> "✔ 重算一致 · recomputed, the same";
      case Verdict.Differs(String recomputed, Reason reason) ->
          "✘ " + reason.chinese() + " · " + reason.english();
      case Verdict.Cannot(Reason reason) -> "✘ " + reason.chinese() + " · " + reason.english();
    };
  }
}

package io.dingledger.local.rules;

import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.audit.Sentence;
import io.dingledger.rules.audit.Verdict;
import io.dingledger.rules.simulation.Outcome;
import io.dingledger.rules.simulation.SimulationReport;
import java.io.PrintStream;
import java.util.Set;

/** Prints where every amount of a document or of a month comes from. */
final class ExplanationText {
  private static final String INDENT = "      ";

  private final SimulationReport report;
  private final PrintStream out;

  ExplanationText(SimulationReport report, PrintStream out) {
    this.report = report;
    this.out = out;
  }

  void print(Outcome outcome) {
    out.println(
        "■ %s  %s  %s  %s"
            .formatted(
                outcome.name(),
                outcome.date(),
                outcome.kind().isEmpty() ? "—" : outcome.kind(),
                Lines.state(outcome.state())));
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
    out.println();
  }

  private void header(SourceDocument document) {
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
        "  %s %s %s  %s  %s"
            .formatted(
                Lines.side(line),
                line.account(),
                line.amount().plain(),
                Lines.dimensions(line),
                line.summary())
            .stripTrailing());
    explanation(line.explanation(), verdict);
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
    explanation(item.explanation(), verdict);
  }

  private void explanation(Explanation explanation, Verdict verdict) {
    Sentence sentence = Sentence.of(explanation);
    out.println("    规则 rule  " + explanation.rule());
    out.println("    " + sentence.chinese());
    out.println("    " + sentence.english());
    Table table = new Table(Set.of(1), "", "", "");
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

package io.dingledger.local.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.local.rules.DocumentFolder.Problem;
import io.dingledger.model.document.PayPeriod;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.audit.Sentence;
import io.dingledger.rules.audit.Sums;
import io.dingledger.rules.audit.Verdict;
import io.dingledger.rules.simulation.Outcome;
import io.dingledger.rules.simulation.SimulationReport;
import java.util.List;

/**
 * A simulation as JSON, as {@code docs/simulation.md} describes it. Amounts and quantities are
 * texts, so that no reader makes floating-point numbers of them.
 */
final class SimulationJson {
  private SimulationJson() {}

  static String of(SimulationReport report, List<Problem> problems) {
    ObjectNode json = JsonTexts.object();
    json.put("ruleBookVersion", report.ruleBookVersion());
    json.put("digest", report.digest());
    json.put("disputed", report.disputed());
    ObjectNode counts = json.putObject("counts");
    for (Outcome.State state : Outcome.State.values()) {
      counts.put(state.name(), report.count(state));
    }
    ArrayNode documents = json.putArray("documents");
    report.documents().forEach(outcome -> documents.add(outcome(outcome)));
    ArrayNode months = json.putArray("months");
    List<PayItem> items =
        report.all().stream().flatMap(outcome -> outcome.items().stream()).toList();
    for (Outcome outcome : report.months()) {
      ObjectNode month = outcome(outcome);
      sums(month.putArray("sums"), outcome, items);
      months.add(month);
    }
    totals(json, report);
    problems(json, problems);
    return json.toPrettyString();
  }

  private static void totals(ObjectNode json, SimulationReport report) {
    ArrayNode accounts = json.putArray("accounts");
    report
        .accounts()
        .forEach(
            total ->
                accounts
                    .addObject()
                    .put("account", total.account())
                    .put("debit", total.debit().plain())
                    .put("credit", total.credit().plain()));
    ArrayNode payItems = json.putArray("payItems");
    report
        .payItems()
        .forEach(
            total ->
                payItems
                    .addObject()
                    .put("item", total.item())
                    .put("unit", total.unit().word())
                    .put("sign", total.sign().word())
                    .put("count", total.count())
                    .put("quantity", Lines.plain(total.quantity()))
                    .put("amount", total.amount().plain()));
  }

  private static void sums(ArrayNode json, Outcome month, List<PayItem> items) {
    if (month.document().orElse(null) instanceof PayPeriod period) {
      Sums sums = new Sums(period, items);
      for (int index = 0; index < period.sums().size(); index++) {
        PayPeriod.Sum sum = period.sums().get(index);
        ObjectNode node = json.addObject();
        node.put("item", sum.item());
        node.put("concerns", sum.concerns().toString());
        node.put("departmentId", sum.departmentId());
        node.put("userId", sum.userId());
        node.put("quantity", Lines.plain(sum.quantity()));
        node.put("amount", sum.amount().plain());
        ArrayNode made = node.putArray("payItems");
        sums.of(sum).forEach(item -> made.add(item.id().value()));
        node.set("recomputed", verdict(month.sumVerdicts().get(index)));
      }
    }
  }

  /** Adds what is wrong with files. */
  static void problems(ObjectNode json, List<Problem> problems) {
    ArrayNode all = json.putArray("problems");
    for (Problem problem : problems) {
      ObjectNode node = all.addObject();
      node.put("file", problem.file()).put("line", problem.line()).put("column", problem.column());
      node.set("reason", reason(problem.reason()));
    }
  }

  static ObjectNode outcome(Outcome outcome) {
    ObjectNode json = JsonTexts.object();
    json.put("name", outcome.name());
    json.put("id", outcome.id().value());
    json.put("date", outcome.date().toString());
    json.put("kind", outcome.kind());
    json.put("state", outcome.state().name());
    ArrayNode reasons = json.putArray("reasons");
    outcome.reasons().forEach(reason -> reasons.add(reason(reason)));
    ArrayNode vouchers = json.putArray("vouchers");
    int next = 0;
    for (Voucher voucher : outcome.vouchers()) {
      int end = next + voucher.lines().size();
      vouchers.add(voucher(voucher, outcome.lineVerdicts().subList(next, end)));
      next = end;
    }
    ArrayNode items = json.putArray("payItems");
    for (int index = 0; index < outcome.items().size(); index++) {
      ObjectNode item = item(outcome.items().get(index));
      item.set("recomputed", verdict(outcome.itemVerdicts().get(index)));
      items.add(item);
    }
    return json;
  }

  private static ObjectNode voucher(Voucher voucher, List<Verdict> verdicts) {
    ObjectNode json = JsonTexts.object();
    json.put("key", voucher.key().value());
    json.put("purpose", voucher.purpose().name());
    json.put("date", voucher.date().toString());
    json.put("currency", voucher.currency());
    json.put("summary", voucher.summary());
    json.put("attachments", voucher.attachments());
    ArrayNode lines = json.putArray("lines");
    for (int index = 0; index < voucher.lines().size(); index++) {
      ObjectNode line = line(voucher.lines().get(index));
      line.set("recomputed", verdict(verdicts.get(index)));
      lines.add(line);
    }
    return json;
  }

  static ObjectNode line(VoucherLine line) {
    ObjectNode json = JsonTexts.object();
    json.put("side", line.side().name());
    json.put("account", line.account());
    ObjectNode dimensions = json.putObject("dimensions");
    for (Dimension dimension : Dimension.values()) {
      if (line.dimensions().containsKey(dimension)) {
        dimensions.put(Lines.word(dimension), line.dimensions().get(dimension));
      }
    }
    json.put("amount", line.amount().plain());
    json.put("summary", line.summary());
    json.set("explanation", explanation(line.explanation(), Sentence.of(line.explanation())));
    return json;
  }

  static ObjectNode item(PayItem item) {
    ObjectNode json = JsonTexts.object();
    json.put("id", item.id().value());
    json.put("document", item.document().value());
    json.put("userId", item.person().userId());
    json.put("name", item.person().name());
    json.put("jobNumber", item.person().jobNumber());
    json.put("departmentId", item.department().id());
    json.put("departmentCode", item.department().code());
    json.put("item", item.item());
    json.put("code", item.code());
    json.put("unit", item.unit().word());
    json.put("sign", item.sign().word());
    json.put("day", item.day().toString());
    json.put("quantity", Lines.plain(item.quantity()));
    json.put("factor", Lines.plain(item.factor()));
    json.put("rate", Lines.plain(item.rate()));
    json.put("amount", item.amount().plain());
    json.set("explanation", explanation(item.explanation(), Sentence.of(item)));
    return json;
  }

  private static ObjectNode explanation(Explanation explanation, Sentence sentence) {
    ObjectNode json = JsonTexts.object();
    json.put("rule", explanation.rule());
    json.put("arithmetic", explanation.arithmetic());
    json.put("rounding", explanation.rounding());
    json.put("result", explanation.result().plain());
    json.put("zh", sentence.chinese());
    json.put("en", sentence.english());
    ArrayNode inputs = json.putArray("inputs");
    for (Explanation.Input input : explanation.inputs()) {
      inputs
          .addObject()
          .put("name", input.name())
          .put("value", input.value())
          .put("origin", input.origin());
    }
    return json;
  }

  private static ObjectNode verdict(Verdict verdict) {
    ObjectNode json = JsonTexts.object();
    return switch (verdict) {
      case Verdict.Agrees agrees -> json.put("verdict", "agrees");
      case Verdict.Differs(String recomputed, Reason reason) -> {
        json.put("verdict", "differs").put("amount", recomputed);
        json.set("reason", reason(reason));
        yield json;
      }
      case Verdict.Cannot(Reason reason) -> {
        json.put("verdict", "cannot");
        json.set("reason", reason(reason));
        yield json;
      }
    };
  }

  static ObjectNode reason(Reason reason) {
    return JsonTexts.object()
        .put("code", reason.code())
        .put("zh", reason.chinese())
        .put("en", reason.english());
  }
}

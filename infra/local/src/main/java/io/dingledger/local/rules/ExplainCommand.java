package io.dingledger.local.rules;

import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Refusal;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.rules.simulation.Outcome;
import io.dingledger.rules.simulation.SimulationReport;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code ./dev rules explain NAME --rule-book FILE --documents DIR}: the chain from a form's field
 * to the cent.
 */
final class ExplainCommand implements Command {
  private static final String RULE_BOOK = "--rule-book";
  private static final String USAGE =
      "./dev rules explain VOUCHER-or-DOCUMENT --rule-book FILE --documents DIR";
  private static final int MOST_NAMES = 20;

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String help() {
    return """
          explain VOUCHER-or-DOCUMENT --rule-book FILE --documents DIR
                                  从表单字段到每一分钱：输入与来源、算式、舍入、结果、重算
                                  from the form's field to the cent; also by month, 2026-03;
                                  options as for simulate, always as text
        """;
  }

  @Override
  public int run(List<String> arguments, PrintStream out) {
    Set<String> options = new HashSet<>(Trial.OPTIONS);
    options.add(RULE_BOOK);
    Arguments given = Arguments.of(arguments, options).counting(1, 1, USAGE);
    RuleBookFile file = RuleBookFile.open(given.needed(RULE_BOOK));
    SimulationReport report = Trial.of(given).run(file);
    String wanted = given.plain().getFirst();
    List<Outcome> found =
        report.all().stream().filter(outcome -> isCalled(outcome, wanted)).toList();
    if (found.isEmpty()) {
      throw new Refusal(
          RulesFault.NOTHING_TO_EXPLAIN,
          wanted,
          report.all().stream()
              .limit(MOST_NAMES)
              .map(Outcome::name)
              .collect(Collectors.joining(", ")));
    }
    ExplanationText text = new ExplanationText(report, out);
    found.forEach(text::print);
    return found.stream().allMatch(outcome -> outcome.disputed() == 0) ? FINE : FOUND;
  }

  private static boolean isCalled(Outcome outcome, String wanted) {
    return outcome.name().equals(wanted)
        || outcome.name().replaceFirst("\\.[a-z]+(?=#|$)", "").equals(wanted)
        || outcome.id().value().equals(wanted)
        || outcome
            .document()
            .filter(document -> document.header().businessId().equals(wanted))
            .isPresent()
        || outcome.vouchers().stream().map(Voucher::key).anyMatch(key -> key.value().equals(wanted))
        || outcome.items().stream().anyMatch(item -> item.id().value().equals(wanted));
  }
}

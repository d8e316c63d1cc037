package io.dingledger.local.rules;

import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.rules.simulation.Outcome;
import io.dingledger.rules.simulation.SimulationReport;
import java.io.PrintStream;
import java.util.List;

/** {@code ./dev rules simulate FILE --documents DIR}: what a rule book would make of documents. */
final class SimulateCommand implements Command {
  private static final String USAGE = "./dev rules simulate FILE --documents DIR";

  @Override
  public String name() {
    return "simulate";
  }

  @Override
  public String help() {
    return """
          simulate FILE --documents DIR
                                  模拟：凭证、薪资项目、待处理的单据，以及每一行的来历
                                  tries a rule book: vouchers, pay items, holds, and why
        """
        + Trial.HELP;
  }

  @Override
  public int run(List<String> arguments, PrintStream out) {
    Arguments given = Arguments.of(arguments, Trial.OPTIONS).counting(1, 1, USAGE);
    RuleBookFile file = RuleBookFile.open(given.plain().getFirst());
    Trial trial = Trial.of(given);
    SimulationReport report = trial.run(file);
    if (trial.json()) {
      out.println(SimulationJson.of(report, trial.folder().problems()));
    } else {
      new SimulationText(out).print(report, trial.folder().problems());
    }
    boolean failed =
        report.all().stream().anyMatch(outcome -> outcome.state() == Outcome.State.FAILED);
    return failed || report.disputed() > 0 || !trial.folder().problems().isEmpty() ? FOUND : FINE;
  }
}

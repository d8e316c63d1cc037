package io.dingledger.local.rules;

import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.rules.simulation.SimulationDiff;
import java.io.PrintStream;
import java.util.List;

/** {@code ./dev rules diff OLD NEW --documents DIR}: what another rule book would change. */
final class DiffCommand implements Command {
  private static final String USAGE = "./dev rules diff OLD NEW --documents DIR";

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String help() {
    return """
          diff OLD NEW --documents DIR
                                  两份规则簿的差异，逐行列出；参数同 simulate，无差异返回 0
                                  what would be different, line by line; options as above; 0
                                  when nothing would
        """;
  }

  @Override
  public int run(List<String> arguments, PrintStream out) {
    Arguments given = Arguments.of(arguments, Trial.OPTIONS).counting(2, 2, USAGE);
    RuleBookFile before = RuleBookFile.open(given.plain().get(0));
    RuleBookFile after = RuleBookFile.open(given.plain().get(1));
    Trial trial = Trial.of(given);
    SimulationDiff diff = SimulationDiff.of(trial.run(before), trial.run(after));
    if (trial.json()) {
      out.println(DiffJson.of(diff, trial.folder().problems()));
    } else {
      new DiffText(out).print(diff, trial.folder().problems());
    }
    return diff.isEmpty() && trial.folder().problems().isEmpty() ? FINE : FOUND;
  }
}

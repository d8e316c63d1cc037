package io.dingledger.simulator.command;

import io.dingledger.local.command.Command;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.command.TextTable;
import io.dingledger.simulator.bug.Bug;
import io.dingledger.simulator.bug.BugRefused;
import io.dingledger.simulator.bug.BugRun;
import io.dingledger.simulator.bug.Bugs;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the simulator finds bugs that are put into the sources on purpose, and how soon. */
final class BugHunt {
  private final PrintStream out;
  private final PrintStream err;

  BugHunt(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Hunts one bug, or all.
   *
   * @return the exit code: 1 when one was not found
   * @throws Refusal when a bug can't be read or fits the sources no more
   */
  int hunt(SimulateOptions options, Checkout checkout) {
    try {
      List<Bug> bugs =
          options
              .bug()
              .map(name -> List.of(Bugs.named(checkout.root(), name)))
              .orElseGet(() -> Bugs.all(checkout.root()));
      return found(options, checkout, bugs);
    } catch (BugRefused refused) {
      throw new Refusal(List.of(refused.reason()));
    }
  }

  private int found(SimulateOptions options, Checkout checkout, List<Bug> bugs) {
    BugRun run = new BugRun(checkout.root());
    TextTable table =
        new TextTable(Set.of(1, 2), "缺陷 · bug", "运行次数 · schedules", "种子 · seed", "破坏了 · broken");
    int missed = 0;
    for (Bug bug : bugs) {
      Optional<BugRun.Found> found =
          run.firstFailure(bug, options.from(), (int) Math.min(options.seeds(), Integer.MAX_VALUE));
      err.println(
          bug.name() + found.map(each -> ": " + each.schedules()).orElse(": 未找到 · not found"));
      table.row(
          bug.name(),
          found.map(each -> Integer.toString(each.schedules())).orElse("–"),
          found.map(each -> Long.toString(each.seed())).orElse("–"),
          found.map(BugRun.Found::violation).orElse("未找到 · not found"));
      missed += found.isEmpty() ? 1 : 0;
    }
    table.print("  ", out);
    out.println();
    out.println(
        "找到 · found %d / %d, 每个至多 · each within %,d 个种子 · seeds, commit %s"
            .formatted(bugs.size() - missed, bugs.size(), options.seeds(), checkout.commit()));
    return missed == 0 ? Command.FINE : Command.FOUND;
  }
}

package io.dingledger.simulator.command;

import io.dingledger.local.command.Command;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.command.TextTable;
import io.dingledger.simulator.bug.Bug;
import io.dingledger.simulator.bug.BugRefused;
import io.dingledger.simulator.bug.BugRun;
import io.dingledger.simulator.bug.Bugs;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

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
    List<Optional<BugRun.Found>> results = hunted(options, checkout, bugs);
    TextTable table =
        new TextTable(Set.of(1, 2), "缺陷 · bug", "运行次数 · schedules", "种子 · seed", "破坏了 · broken");
    for (int bug = 0; bug < bugs.size(); bug++) {
      Optional<BugRun.Found> found = results.get(bug);
      table.row(
          bugs.get(bug).name(),
          found.map(each -> Integer.toString(each.schedules())).orElse("–"),
          found.map(each -> Long.toString(each.seed())).orElse("–"),
          found.map(BugHunt::brief).orElse("未找到 · not found"));
    }
    table.print("  ", out);
    out.println();
    long seen = results.stream().filter(Optional::isPresent).count();
    out.println(
        "找到 · found %d / %d, 每个至多 · each within %,d 个种子 · seeds, commit %s"
            .formatted(seen, bugs.size(), options.seeds(), checkout.commit()));
    return seen == bugs.size() ? Command.FINE : Command.FOUND;
  }

  /** What it found of each, in their order; several are hunted at a time. */
  private List<Optional<BugRun.Found>> hunted(
      SimulateOptions options, Checkout checkout, List<Bug> bugs) {
    BugRun run = new BugRun(checkout.root());
    int most = (int) Math.min(options.seeds(), Integer.MAX_VALUE);
    AtomicInteger done = new AtomicInteger();
    try (ExecutorService hunters = Executors.newFixedThreadPool(options.workers())) {
      List<Future<Optional<BugRun.Found>>> hunts = new ArrayList<>();
      for (Bug bug : bugs) {
        hunts.add(
            hunters.submit(
                () -> {
                  Optional<BugRun.Found> found = run.firstFailure(bug, options.from(), most);
                  err.println(
                      "%d / %d  %s: %s"
                          .formatted(
                              done.incrementAndGet(),
                              bugs.size(),
                              bug.name(),
                              found
                                  .map(each -> each.schedules() + "  " + brief(each))
                                  .orElse("未找到 / not found in " + most)));
                  return found;
                }));
      }
      return hunts.stream().map(BugHunt::result).toList();
    }
  }

  private static Optional<BugRun.Found> result(Future<Optional<BugRun.Found>> hunt) {
    try {
      return hunt.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", stopped);
    } catch (ExecutionException broken) {
      if (broken.getCause() instanceof BugRefused refused) {
        throw refused;
      }
      throw new IllegalStateException("the hunt itself broke", broken.getCause());
    }
  }

  /** Which promise, without the words of the run. */
  private static String brief(BugRun.Found found) {
    return found.violation().split(" · ", 2)[0];
  }
}

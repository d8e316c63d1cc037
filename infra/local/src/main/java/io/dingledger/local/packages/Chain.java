package io.dingledger.local.packages;

import io.dingledger.embedded.template.Template;
import io.dingledger.local.DataFolder;
import io.dingledger.local.DemoRun;
import io.dingledger.local.Ground;
import io.dingledger.local.LocalSystem;
import io.dingledger.local.Options;
import io.dingledger.local.Setup;
import io.dingledger.local.report.Outcome;
import io.dingledger.local.report.Progress;
import io.dingledger.local.report.Promise;
import io.dingledger.local.report.ResultTable;
import io.dingledger.model.failure.Reason;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The demo month of {@code ./dev run}, with packaged functions in place of this process's own. */
public final class Chain {
  private static final int PROCESSES = 2;

  private Chain() {}

  /**
   * Plays it.
   *
   * @param unaccounted vouchers in the ledgers that no document accounts for
   * @param kept whether all promises hold
   */
  public record Result(int unaccounted, boolean kept) {
    /** Whether all is well. */
    public boolean isFine() {
      return kept && unaccounted == 0;
    }

    /** What a person is told when not all is well. */
    Optional<Reason> fault() {
      return isFine()
          ? Optional.empty()
          : Optional.of(Reason.of(NativeTestFault.PROMISE_BROKEN, unaccounted));
    }
  }

  /**
   * Plays it.
   *
   * @param folder for data; the log of the processes is {@code functions.log} in it
   */
  public static Result play(
      Packages packages, Path template, Path folder, Progress progress, PrintStream out) {
    DataFolder data = DataFolder.open(folder, true);
    Path log = folder.resolve("functions.log");
    try (LocalSystem system =
            new LocalSystem(
                Template.read(template),
                data,
                Setup.of(Options.Store.DYNAMODB)
                    .with((Ground ground) -> packages.over(ground, log, PROCESSES)));
        DemoRun demo = new DemoRun(system, data.ledger(), progress)) {
      system.open(0);
      system.feed();
      List<Outcome> outcomes = demo.play();
      ResultTable.print(outcomes, out);
      return new Result(demo.unaccounted(outcomes), Promise.areAllKept(outcomes));
    }
  }
}

package io.dingledger.simulator.command;

import io.dingledger.embedded.template.Template;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Refusal;
import io.dingledger.model.failure.Reason;
import io.dingledger.simulator.story.Shrink;
import io.dingledger.simulator.story.Story;
import io.dingledger.simulator.world.Run;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code ./dev simulate}: ends with 0 when every promise was kept, 1 when one was broken or
 * something was not covered, 2 after misuse. What it says on the standard output is the same each
 * time for the same commit and options; rates and times go to the error stream.
 */
public final class SimulateMain {
  /** From so many seeds on everything that can go wrong must have gone wrong. */
  static final long SEEDS_THAT_COVER = 20_000;

  private final PrintStream out;
  private final PrintStream err;

  private SimulateMain(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Ends the process. */
  public static void main(String[] arguments) {
    System.setProperty("java.util.logging.config.class", SilentLog.class.getName());
    // Workers are virtual threads that hand on to each other: more carriers only make that dearer.
    System.setProperty(
        "jdk.virtualThreadScheduler.parallelism",
        Integer.toString(Runtime.getRuntime().availableProcessors()));
    System.exit(
        run(
            List.of(arguments),
            Path.of(""),
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8)));
  }

  /**
   * Carries out a command line.
   *
   * @param folder where the user stands: the project's folder or one below
   * @return the exit code
   */
  public static int run(List<String> line, Path folder, PrintStream out, PrintStream err) {
    if (line.stream().anyMatch(word -> Help.ASKED.contains(word))) {
      out.print(Help.TEXT);
      return Command.FINE;
    }
    try {
      return new SimulateMain(out, err).simulate(SimulateOptions.of(line), Checkout.at(folder));
    } catch (Refusal refusal) {
      for (Reason reason : refusal.reasons()) {
        err.println(reason.code() + "  " + reason.chinese());
        err.println("    " + reason.english());
      }
      err.println("./dev simulate --help");
      return Command.REFUSED;
    }
  }

  private int simulate(SimulateOptions options, Checkout checkout) {
    if (options.bugs()) {
      return new BugHunt(out, err).hunt(options, checkout);
    }
    Template template = checkout.template();
    Campaign.Outcome outcome =
        new Campaign(template, options, new Progress(err, options.seeds(), options.workers()))
            .run();
    if (outcome.failed().isPresent()) {
      tell(options, checkout, outcome.failed().get());
      return Command.FOUND;
    }
    if (options.story()) {
      Story.of(options.plan(options.from()), template, checkout.commit()).print(out);
      return Command.FINE;
    }
    return covered(options, checkout, outcome);
  }

  private void tell(SimulateOptions options, Checkout checkout, Run.Result failed) {
    Run.Plan plan = failed.plan();
    if (options.shrink()) {
      err.println("正在缩小 / making it smaller …");
      Shrink.Shrunk shrunk = Shrink.of(checkout.template(), failed);
      plan = shrunk.result().plan();
      out.println(
          "Seed %d broke a promise; made smaller in %d runs: %d → %d things that went wrong."
              .formatted(
                  plan.seed(),
                  shrunk.tried(),
                  failed.struck().size(),
                  shrunk.result().struck().size()));
      out.println("As it was found: " + Story.command(failed.plan()) + " --as-is");
      out.println();
    }
    Story.of(plan, checkout.template(), checkout.commit()).print(out);
  }

  private int covered(SimulateOptions options, Checkout checkout, Campaign.Outcome outcome) {
    CoverageTable table = new CoverageTable(outcome.coverage(), options.faults());
    table.print(out);
    out.println();
    out.println(
        "%,d 个种子 · seeds (%d … %d), commit %s: 每项承诺都守住了 · every promise was kept; %,d 次故障 · faults struck"
            .formatted(
                outcome.seeds(),
                options.from(),
                options.from() + options.seeds() - 1,
                checkout.commit(),
                outcome.struck()));
    List<String> missing = table.missing();
    Optional<String> said =
        missing.isEmpty()
            ? Optional.empty()
            : Optional.of("从未发生 · never struck: " + String.join(", ", missing));
    said.ifPresent(out::println);
    return missing.isEmpty() || outcome.seeds() < SEEDS_THAT_COVER ? Command.FINE : Command.FOUND;
  }
}

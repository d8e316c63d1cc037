package io.dingledger.local.rules;

import io.dingledger.local.command.Command;
import io.dingledger.local.command.Commands;
import io.dingledger.local.rulebook.LifeCycleCommand;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./dev rules}: checks rule books, tries them on documents, compares and explains. */
public final class RulesMain {
  /** Every command; those of the life cycle live beside it. */
  static final List<Command> COMMANDS =
      Stream.concat(
              Stream.of(
                  new CheckCommand(),
                  new SimulateCommand(),
                  new DiffCommand(),
                  new ExplainCommand()),
              LifeCycleCommand.all().stream())
          .toList();

  private static final Commands PROGRAM = new Commands("./dev rules", COMMANDS);

  private RulesMain() {}

  /** Ends with 0 when all is well, 1 when there is something to look at, 2 after misuse. */
  public static void main(String[] arguments) {
    PROGRAM.runAndExit(arguments);
  }

  /** See {@link Commands#run}. */
  public static int run(List<String> line, PrintStream out, PrintStream err) {
    return PROGRAM.run(line, out, err);
  }
}

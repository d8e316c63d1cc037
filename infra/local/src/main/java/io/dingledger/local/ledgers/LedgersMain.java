package io.dingledger.local.ledgers;

import io.dingledger.local.command.Commands;
import java.io.PrintStream;
import java.util.List;

/** {@code ./dev ledgers}: describes types of ledger, checks and tries out connections. */
public final class LedgersMain {
  private static final Commands PROGRAM =
      new Commands(
          "./dev ledgers",
          List.of(
              new TypesCommand(),
              new ShowCommand(),
              new CheckCommand(),
              new TestCommand(),
              new ReadCommand()));

  private LedgersMain() {}

  /** Ends with 0 when all is well, 1 when there is something to look at, 2 after misuse. */
  public static void main(String[] arguments) {
    PROGRAM.runAndExit(arguments);
  }

  /** See {@link Commands#run}. */
  public static int run(List<String> line, PrintStream out, PrintStream err) {
    return PROGRAM.run(line, out, err);
  }
}

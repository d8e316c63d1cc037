package io.dingledger.local.restore;

import io.dingledger.local.command.Commands;
import java.io.PrintStream;
import java.util.List;

/** {@code ./dev restore}. */
public final class RestoreMain {
  private RestoreMain() {}

  /** Ends with 0 when all is well, 1 when there is something to look at, 2 after misuse. */
  public static void main(String[] arguments) {
    program(new DynamoTables()).runAndExit(arguments);
  }

  /** See {@link Commands#run}. */
  static int run(Tables tables, List<String> line, PrintStream out, PrintStream err) {
    return program(tables).run(line, out, err);
  }

  private static Commands program(Tables tables) {
    return new Commands(
        "./dev restore", List.of(new CompareCommand(tables), new PrepareCommand(tables)));
  }
}

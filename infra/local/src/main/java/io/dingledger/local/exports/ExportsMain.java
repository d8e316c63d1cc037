package io.dingledger.local.exports;

import io.dingledger.local.command.Commands;
import java.io.PrintStream;
import java.util.List;

/** {@code ./dev exports}: takes vouchers away as files. */
public final class ExportsMain {
  private static final Commands PROGRAM =
      new Commands(
          "./dev exports", List.of(new ListCommand(), new NextCommand(), new GetCommand()));

  private ExportsMain() {}

  /** Ends with 0 when all is well, 1 when there is something to look at, 2 after misuse. */
  public static void main(String[] arguments) {
    PROGRAM.runAndExit(arguments);
  }

  /** See {@link Commands#run}. */
  public static int run(List<String> line, PrintStream out, PrintStream err) {
    return PROGRAM.run(line, out, err);
  }
}

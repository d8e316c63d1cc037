package io.dingledger.local.replay;

import io.dingledger.local.command.Commands;
import java.io.PrintStream;
import java.util.List;

/** {@code ./dev replay} and {@code ./dev settle}. */
public final class ReplayMain {
  private static final Commands PROGRAM =
      new Commands("./dev", List.of(new ReplayCommand(), new SettleCommand()));

  private ReplayMain() {}

  /** Ends with 0 when all is well, 1 when there is something to look at, 2 after misuse. */
  public static void main(String[] arguments) {
    PROGRAM.runAndExit(arguments);
  }

  /** See {@link Commands#run}. */
  public static int run(List<String> line, PrintStream out, PrintStream err) {
    return PROGRAM.run(line, out, err);
  }
}

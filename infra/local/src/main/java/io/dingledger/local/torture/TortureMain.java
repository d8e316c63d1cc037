package io.dingledger.local.torture;

import io.dingledger.local.command.Command;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.report.Progress;
import io.dingledger.model.failure.Reason;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** {@code ./dev torture}. */
public final class TortureMain {
  private TortureMain() {}

  /** Ends with 0 when nothing was lost or doubled, with 1 when something was, or 2 after misuse. */
  public static void main(String[] arguments) {
    System.exit(
        run(
            List.of(arguments),
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8)));
  }

  static int run(List<String> line, PrintStream out, PrintStream err) {
    if (line.contains("--help") || line.contains("-h")) {
      out.println(TortureOptions.HELP);
      return Command.FINE;
    }
    try {
      Plan plan = TortureOptions.parse(line);
      Torture.Result result = Torture.run(plan, new Progress(out, Clock.systemUTC()));
      Report.print(plan, result, out);
      return result.tally().isClean() ? Command.FINE : Command.FOUND;
    } catch (Refusal refusal) {
      for (Reason reason : refusal.reasons()) {
        err.println(reason.code() + "  " + reason.chinese());
        err.println("    " + reason.english());
      }
      err.println("./dev torture --help");
      return Command.REFUSED;
    }
  }
}

package io.dingledger.local.rules;

import io.dingledger.local.rulebook.LifeCycleCommand;
import io.dingledger.model.failure.Reason;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code ./dev rules}: checks rule books, tries them on documents, compares and explains. */
public final class RulesMain {
  private static final Set<String> HELP = Set.of("help", "--help", "-h");

  /** Every command; those of the life cycle live beside it. */
  static final List<RulesCommand> COMMANDS =
      Stream.concat(
              Stream.of(
                  new CheckCommand(),
                  new SimulateCommand(),
                  new DiffCommand(),
                  new ExplainCommand()),
              LifeCycleCommand.all().stream())
          .toList();

  private RulesMain() {}

  /** Ends with 0 when all is well, 1 when there is something to look at, 2 after misuse. */
  public static void main(String[] arguments) {
    System.exit(
        run(
            List.of(arguments),
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8)));
  }

  /**
   * Carries out a command line.
   *
   * @param out where results go
   * @param err where refusals go
   * @return the exit code
   */
  public static int run(List<String> line, PrintStream out, PrintStream err) {
    if (line.isEmpty() || HELP.contains(line.getFirst())) {
      out.print(help());
      return line.isEmpty() ? RulesCommand.REFUSED : RulesCommand.FINE;
    }
    try {
      RulesCommand command = command(line.getFirst());
      List<String> arguments = line.subList(1, line.size());
      if (arguments.stream().anyMatch(RulesMain::asksForHelp)) {
        out.print(command.help());
        return RulesCommand.FINE;
      }
      return command.run(arguments, out);
    } catch (Refusal refusal) {
      for (Reason reason : refusal.reasons()) {
        err.println(reason.code() + "  " + reason.chinese());
        err.println("    " + reason.english());
      }
      err.println("./dev rules --help");
      return RulesCommand.REFUSED;
    }
  }

  private static boolean asksForHelp(String argument) {
    return argument.equals("--help") || argument.equals("-h");
  }

  private static RulesCommand command(String name) {
    return COMMANDS.stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    RulesFault.COMMAND_UNKNOWN,
                    name,
                    String.join(", ", COMMANDS.stream().map(RulesCommand::name).toList())));
  }

  private static String help() {
    StringBuilder text = new StringBuilder();
    text.append("./dev rules COMMAND …\n\n");
    COMMANDS.forEach(command -> text.append(command.help()).append('\n'));
    return text.append(
            """
            返回码 · exit codes: 0 正常 · fine, 1 有需要看的 · something to look at, 2 无法执行 · refused
            """)
        .toString();
  }
}

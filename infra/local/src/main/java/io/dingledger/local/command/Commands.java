package io.dingledger.local.command;

import io.dingledger.model.failure.Reason;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * A program of several commands.
 *
 * @param name how it is called, for example {@code ./dev rules}
 * @param all its commands, in the order of its help
 */
public record Commands(String name, List<Command> all) {
  private static final Set<String> HELP = Set.of("help", "--help", "-h");

  public Commands {
    all = List.copyOf(all);
  }

  /** Ends the process: 0 when all is well, 1 when there is something to look at, 2 after misuse. */
  public void runAndExit(String[] arguments) {
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
  public int run(List<String> line, PrintStream out, PrintStream err) {
    if (line.isEmpty() || HELP.contains(line.getFirst())) {
      out.print(help());
      return line.isEmpty() ? Command.REFUSED : Command.FINE;
    }
    String called = name;
    try {
      Command command = command(line.getFirst());
      called = name + ' ' + command.name();
      List<String> arguments = line.subList(1, line.size());
      if (arguments.stream().anyMatch(Commands::asksForHelp)) {
        out.print(command.help());
        return Command.FINE;
      }
      return command.run(arguments, out);
    } catch (Refusal refusal) {
      for (Reason reason : refusal.reasons()) {
        err.println(reason.code() + "  " + reason.chinese());
        err.println("    " + reason.english());
      }
      err.println(called + " --help");
      return Command.REFUSED;
    }
  }

  private static boolean asksForHelp(String argument) {
    return argument.equals("--help") || argument.equals("-h");
  }

  private Command command(String wanted) {
    return all.stream()
        .filter(command -> command.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    CommandFault.COMMAND_UNKNOWN,
                    wanted,
                    String.join(", ", all.stream().map(Command::name).toList())));
  }

  private String help() {
    StringBuilder text = new StringBuilder();
    text.append(name).append(" COMMAND …\n\n");
    all.forEach(command -> text.append(command.help()).append('\n'));
    return text.append(Deployment.HELP)
        .append(
            """
            返回码 · exit codes: 0 正常 · fine, 1 有需要看的 · something to look at, 2 无法执行 · refused
            """)
        .toString();
  }
}

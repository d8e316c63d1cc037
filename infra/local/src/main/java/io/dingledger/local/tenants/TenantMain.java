package io.dingledger.local.tenants;

import io.dingledger.local.command.Command;
import io.dingledger.local.command.Commands;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code ./dev tenant}: makes, changes, stops and deletes tenants of any installation. */
public final class TenantMain {
  private TenantMain() {}

  /** Ends with 0 when all is well, 1 when there is something to look at, 2 after misuse. */
  public static void main(String[] arguments) {
    program(System.in, SecretPrompt.atTerminal(), System::getenv).runAndExit(arguments);
  }

  /** See {@link Commands#run}; whoever calls this has no terminal. */
  public static int run(List<String> line, InputStream in, PrintStream out, PrintStream err) {
    return program(in, new SecretPrompt(Map.of(), place -> Optional.empty()), System::getenv)
        .run(line, out, err);
  }

  /** The commands, for a person who types here. */
  static Commands program(InputStream in, SecretPrompt prompt, UnaryOperator<String> environment) {
    Person person = new Person(in, prompt, environment);
    return new Commands(
        "./dev tenant",
        List.<Command>of(
            new PutCommand(PutCommand.Kind.CREATE, person),
            new PutCommand(PutCommand.Kind.CHANGE, person),
            new CheckCommand(person),
            new RotateCommand(person),
            new ListCommand(),
            new ShowCommand(),
            new StandingCommand(StandingCommand.Kind.SUSPEND),
            new StandingCommand(StandingCommand.Kind.RESUME),
            new ExportCommand(),
            new DeleteCommand(person),
            new SuiteCommand(person)));
  }

  /**
   * Who types.
   *
   * @param in what is typed or piped
   * @param prompt asks for secrets
   * @param environment gives a variable's value, or null; for {@code env:} secrets
   */
  record Person(InputStream in, SecretPrompt prompt, UnaryOperator<String> environment) {
    /** How secrets are had. */
    SecretPrompt secrets(boolean fromStandardInput) {
      return fromStandardInput ? SecretPrompt.from(in) : prompt;
    }

    /** The next line; null at the end. */
    UnaryOperator<String> asking(PrintStream out) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return question -> {
        out.print(question + ": ");
        out.flush();
        try {
          return lines.readLine();
        } catch (IOException unreadable) {
          throw new UncheckedIOException(unreadable);
        }
      };
    }
  }
}

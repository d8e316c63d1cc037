package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.CommandFault;
import io.dingledger.local.command.Deployment;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.command.RunningSystem;
import io.dingledger.model.tenant.Suite;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores a third-party app of the operator's, from its file. */
final class SuiteCommand implements Command {
  private static final Set<String> OPTIONS = Deployment.options("--by", "--url");
  private static final String USAGE = "./dev tenant suite put FILE --by P";

  private final TenantMain.Person person;

  SuiteCommand(TenantMain.Person person) {
    this.person = person;
  }

  @Override
  public String name() {
    return "suite";
  }

  @Override
  public String help() {
    return """
          suite put FILE --by P [--yes] [--secrets-from-stdin] [--url URL]
                                  存入或修改第三方企业应用
                                  stores a third-party app, or changes it
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    List<String> rest = new ArrayList<>(line);
    boolean yes = rest.remove("--yes");
    boolean fromStdin = rest.remove(PutCommand.FROM_STDIN);
    Arguments given = Arguments.of(rest, OPTIONS).counting(2, 2, USAGE);
    if (!given.plain().getFirst().equals("put")) {
      throw new Refusal(CommandFault.ARGUMENTS_WRONG, given.plain().size(), USAGE);
    }
    String by = given.needed("--by");
    TenantReading.Source source =
        new TenantReading.Source(Arguments.path(given.plain().getLast()), Optional.empty());
    TenantReading reading = new TenantReading(person.environment(), person.secrets(fromStdin), out);
    try (RunningSystem system = Deployment.of(given)) {
      Optional<Suite> suite = reading.suite(source, system);
      if (suite.isEmpty()) {
        return FOUND;
      }
      ObjectNode wish = TenantWish.put(suite.get(), by);
      String id = suite.get().id();
      out.println("第三方应用 suite: " + id);
      Answers.changes(system.postAt(wish.deepCopy().put("preview", true), "suites", id), out);
      if (!yes) {
        Answers.reason(DeskFault.NOT_CONFIRMED, out);
        return FOUND;
      }
      JsonNode done = system.postAt(wish, "suites", id);
      Answers.addresses(done, system, given.option("--url"), out);
      out.println("✔");
      return FINE;
    }
  }
}

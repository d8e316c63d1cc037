package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Deployment;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.command.RunningSystem;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts another secret in place of one of a tenant's. */
final class RotateCommand implements Command {
  private static final Set<String> OPTIONS = Deployment.options("--by", "--url");

  private final TenantMain.Person person;

  RotateCommand(TenantMain.Person person) {
    this.person = person;
  }

  @Override
  public String name() {
    return "rotate";
  }

  @Override
  public String help() {
    return """
          rotate TENANT NAME --by P [--secrets-from-stdin]
                                  更换一个密钥，例如 dingtalk.token、dingtalk.aesKey、
                                  dingtalk.clientSecret、ledger.secrets.appSecret；不回显地询问新值
                                  puts another secret in place of one; asks for it without echo
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    List<String> rest = new ArrayList<>(line);
    boolean fromStdin = rest.remove(PutCommand.FROM_STDIN);
    Arguments given =
        Arguments.of(rest, OPTIONS).counting(2, 2, "./dev tenant rotate TENANT NAME --by P");
    String by = given.needed("--by");
    String tenant = given.plain().getFirst();
    String name = given.plain().getLast();
    if (name.contains("=")) {
      throw new Refusal(DeskFault.SECRET_ON_LINE, name.substring(0, name.indexOf('=')));
    }
    SecretPrompt prompt = person.secrets(fromStdin);
    String value =
        prompt.secret(name).orElseThrow(() -> new Refusal(DeskFault.SECRET_MISSING, name));
    try (RunningSystem system = Deployment.of(given)) {
      JsonNode done =
          system.post(
              TenantWish.object(by).put("name", name).put("value", value), tenant, "secrets");
      Answers.changes(done, out);
      if (SecretNames.rule(name) == Rule.CALLBACK_KEY) {
        Answers.addresses(done, system, given.option("--url"), out);
      }
      out.println("✔");
      return FINE;
    }
  }
}

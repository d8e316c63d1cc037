package io.dingledger.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.CommandFault;
import io.dingledger.local.command.Deployment;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.command.RunningSystem;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code ./dev settle}: a person says whether the ledger has a voucher that is in doubt. */
final class SettleCommand implements Command {
  private static final Set<String> OPTIONS =
      Deployment.options("--tenant", "--by", "--key", "--id", "--number");

  private static final String USAGE =
      "./dev settle DOCUMENT (--there --id ID [--number N] | --absent) --by P [--key KEY] [--tenant T]";

  @Override
  public String name() {
    return "settle";
  }

  @Override
  public String help() {
    return """
          settle DOCUMENT (--there --id ID [--number N] | --absent) --by P [--key KEY]
                 [--tenant T]
                                  对存疑的凭证由人确认：--there 已入账（编号 ID、凭证号 N）；
                                  --absent 未入账，重新推送。两者都会记录由谁确认
                                  a person's word for a voucher in doubt: --there, it is in the
                                  ledger under this id and number; --absent, it is not, send it
                                  again. Who said so is noted
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    List<String> rest = new ArrayList<>(line);
    boolean there = rest.remove("--there");
    boolean absent = rest.remove("--absent");
    Arguments given = Arguments.of(rest, OPTIONS).counting(1, 1, USAGE);
    if (there == absent) {
      throw new Refusal(CommandFault.ARGUMENTS_WRONG, given.plain().size(), USAGE);
    }
    ObjectNode body =
        RunningSystem.body()
            .put("by", given.needed("--by"))
            .put("outcome", there ? "there" : "absent");
    if (there) {
      body.put("id", given.needed("--id"));
    }
    given.option("--number").ifPresent(number -> body.put("number", number));
    given.option("--key").ifPresent(key -> body.put("key", key));
    JsonNode answer =
        Deployment.ask(
            given,
            system ->
                system.post(
                    body,
                    given.option("--tenant").orElse("demo"),
                    "documents",
                    given.plain().getFirst(),
                    "settle"));
    out.println(
        "✔ "
            + answer.path("document").asText()
            + "  "
            + answer.path("key").asText()
            + "  "
            + answer.path("state").asText());
    return FINE;
  }
}

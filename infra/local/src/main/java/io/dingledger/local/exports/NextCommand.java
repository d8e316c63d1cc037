package io.dingledger.local.exports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Deployment;
import io.dingledger.local.command.RunningSystem;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Makes the next batch. */
final class NextCommand implements Command {
  private static final Set<String> OPTIONS = Deployment.options("--tenant", "--by", "--limit");

  @Override
  public String name() {
    return "next";
  }

  @Override
  public String help() {
    return """
          next --tenant T --by P [--limit N]
                                  把等待的凭证做成下一个批次，默认最多 1000 张
                                  makes the next batch of those that wait, 1000 at most
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    Arguments given =
        Arguments.of(line, OPTIONS).counting(0, 0, "./dev exports next --tenant T --by P");
    ObjectNode body = RunningSystem.body().put("by", given.needed("--by"));
    given.option("--limit").ifPresent(limit -> body.put("limit", limit));
    ListCommand.print(
        Deployment.ask(given, system -> system.post(body, given.needed("--tenant"), "exports")),
        out);
    return FINE;
  }
}

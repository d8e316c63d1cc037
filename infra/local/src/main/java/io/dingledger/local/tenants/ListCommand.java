package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Deployment;
import io.dingledger.local.command.TextTable;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Lists the tenants. */
final class ListCommand implements Command {
  @Override
  public String name() {
    return "list";
  }

  @Override
  public String help() {
    return """
          list                    列出租户及其状态
                                  lists the tenants and how they stand
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    Arguments given = Arguments.of(line, Deployment.options()).counting(0, 0, "./dev tenant list");
    JsonNode answer = Deployment.ask(given, system -> system.getAt("tenants"));
    TextTable table = new TextTable(Set.of(), "租户 tenant", "状态 standing", "账务 ledger", "名称 name");
    answer
        .path("tenants")
        .forEach(
            each ->
                table.row(
                    each.path("tenant").asText(),
                    each.path("standing").asText(),
                    each.path("ledger").asText(),
                    each.path("name").asText()));
    table.print("", out);
    return FINE;
  }
}

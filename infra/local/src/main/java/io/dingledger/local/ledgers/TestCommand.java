package io.dingledger.local.ledgers;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Deployment;
import io.dingledger.local.command.RunningSystem;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/**
 * Tries a tenant's connection out, by the running system: it alone may renew tokens that change
 * with each renewal.
 */
final class TestCommand implements Command {
  private static final Set<String> OPTIONS = Deployment.options("--tenant");

  @Override
  public String name() {
    return "test";
  }

  @Override
  public String help() {
    return """
          test --tenant T
                                  由正在运行的系统试连租户的账务系统，不写入任何数据
                                  has the running system try the tenant's connection out; nothing
                                  is written to the ledger
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    Arguments given = Arguments.of(line, OPTIONS).counting(0, 0, "./dev ledgers test --tenant T");
    JsonNode answer =
        Deployment.ask(
            given,
            system ->
                system.post(RunningSystem.body(), given.needed("--tenant"), "ledger", "test"));
    for (JsonNode finding : answer.path("findings")) {
      Point point = Point.valueOf(finding.path("point").asText());
      String verdict = finding.path("verdict").asText();
      out.println(mark(verdict) + " " + Words.of(point));
      if (verdict.equals("FAILED")) {
        out.println(
            "    " + finding.path("code").asText() + "  " + finding.path("detail").asText());
      }
    }
    return answer.path("good").asBoolean() ? FINE : FOUND;
  }

  private static String mark(String verdict) {
    return switch (verdict) {
      case "GOOD" -> "✔";
      case "FAILED" -> "✘";
      default -> "? 无法得知 · can't be told:";
    };
  }
}

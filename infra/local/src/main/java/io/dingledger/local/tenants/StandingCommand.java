package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Deployment;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Stops all work for a tenant, or lets it go on. */
final class StandingCommand implements Command {
  private static final Set<String> OPTIONS = Deployment.options("--by", "--why");

  private final Kind kind;

  StandingCommand(Kind kind) {
    this.kind = kind;
  }

  /** Which of the two. */
  enum Kind {
    SUSPEND("suspend", "suspension"),
    RESUME("resume", "resumption");

    private final String word;
    private final String path;

    Kind(String word, String path) {
      this.word = word;
      this.path = path;
    }
  }

  @Override
  public String name() {
    return kind.word;
  }

  @Override
  public String help() {
    return switch (kind) {
      case SUSPEND ->
          """
            suspend TENANT --by P [--why TEXT]
                                    暂停：不再读取、不再推送，也不查询账务系统；回调照收，单据保留等待
                                    stops reading, posting and asking the ledger; callbacks are
                                    still taken and documents wait
          """;
      case RESUME ->
          """
            resume TENANT --by P    恢复：唤醒等待的单据，补上错过的推送
                                    goes on: wakes what waited and catches up with missed pushes
          """;
    };
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    Arguments given =
        Arguments.of(line, OPTIONS).counting(1, 1, "./dev tenant " + kind.word + " TENANT --by P");
    ObjectNode wish = TenantWish.object(given.needed("--by"));
    wish.put("why", given.option("--why").orElse(""));
    JsonNode answer =
        Deployment.ask(given, system -> system.post(wish, given.plain().getFirst(), kind.path));
    out.println("✔ " + given.plain().getFirst() + "  " + answer.path("standing").asText());
    waiting(answer, out);
    return FINE;
  }

  /** What is under way, waits, or waits for a person. */
  static void waiting(JsonNode answer, PrintStream out) {
    out.println(
        "  进行中 open: %d, 等待 parked: %d, 待人处理 held: %d"
            .formatted(
                answer.path("open").asInt(),
                answer.path("parked").asInt(),
                answer.path("held").asInt()));
  }
}

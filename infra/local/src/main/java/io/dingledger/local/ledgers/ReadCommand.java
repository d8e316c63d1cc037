package io.dingledger.local.ledgers;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.MasterData;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Deployment;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.command.RunningSystem;
import io.dingledger.local.command.TextTable;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads master data of a tenant's ledger, for account mappings. */
final class ReadCommand implements Command {
  private static final Set<String> OPTIONS = Deployment.options("--tenant");

  @Override
  public String name() {
    return "read";
  }

  @Override
  public String help() {
    return """
          read KIND --tenant T
                                  读取账务系统的基础资料，供科目映射使用
                                  reads master data of the ledger, for mappings; KIND is one of
        """
        + "                          "
        + kinds()
        + "\n";
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    Arguments given =
        Arguments.of(line, OPTIONS).counting(1, 1, "./dev ledgers read KIND --tenant T");
    String kind = given.plain().getFirst();
    if (Arrays.stream(MasterData.Kind.values()).noneMatch(each -> word(each).equals(kind))) {
      throw new Refusal(LedgersFault.KIND_UNKNOWN, kind, kinds());
    }
    JsonNode answer =
        Deployment.ask(
            given,
            system -> system.post(RunningSystem.body(), given.needed("--tenant"), "ledger", kind));
    switch (answer.path("outcome").asText()) {
      case "ENTRIES" -> table(answer.path("entries"), out);
      case "NOT_OFFERED" -> out.println("此类账务系统不提供 · this type of ledger does not tell");
      default ->
          out.println("✘ " + answer.path("code").asText() + "  " + answer.path("detail").asText());
    }
    return answer.path("outcome").asText().equals("ENTRIES") ? FINE : FOUND;
  }

  private static void table(JsonNode entries, PrintStream out) {
    TextTable table = new TextTable(Set.of(), "编码 code", "名称 name", "可用 usable");
    for (JsonNode entry : entries) {
      table.row(
          entry.path("code").asText(),
          entry.path("name").asText(),
          Words.yes(entry.path("usable").asBoolean()));
    }
    table.print("", out);
  }

  private static String word(MasterData.Kind kind) {
    return Words.word(kind.name());
  }

  private static String kinds() {
    return String.join(
        ", ", Arrays.stream(MasterData.Kind.values()).map(ReadCommand::word).toList());
  }
}

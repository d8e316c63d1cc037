package io.dingledger.local.ledgers;

import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.TextTable;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Lists the types of ledger. */
final class TypesCommand implements Command {
  @Override
  public String name() {
    return "types";
  }

  @Override
  public String help() {
    return """
          types                   列出支持的账务系统
                                  lists the types of ledger
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    Arguments.of(line, Set.of()).counting(0, 0, "./dev ledgers types");
    TextTable table =
        new TextTable(Set.of(), "类型 type", "名称 name", "怎样防重 what keeps it from doubling");
    for (LedgerDescription type : Ledgers.descriptions()) {
      table.row(
          type.type(),
          type.name().chinese().equals(type.name().english())
              ? type.name().english()
              : type.name().chinese() + " " + type.name().english(),
          Words.of(type.abilities().guard()));
    }
    table.print("", out);
    return FINE;
  }
}

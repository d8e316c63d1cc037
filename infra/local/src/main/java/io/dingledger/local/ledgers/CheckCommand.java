package io.dingledger.local.ledgers;

import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.tenants.ConnectionFile;
import io.dingledger.rules.Finding;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Checks the ledger of a tenant's file, without calling anybody. */
final class CheckCommand implements Command {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public String help() {
    return """
          check FILE              检查租户文件中的 ledger 部分，不联网
                                  checks the ledger of a tenant's file; calls nobody
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    String file =
        Arguments.of(line, Set.of()).counting(1, 1, "./dev ledgers check FILE").plain().getFirst();
    List<Finding> findings = ConnectionFile.faults(Arguments.path(file), System::getenv);
    for (Finding finding : findings) {
      out.println(
          file + ":" + finding.line() + ":" + finding.column() + "  " + finding.reason().code());
      out.println("    " + finding.reason().chinese());
      out.println("    " + finding.reason().english());
    }
    if (findings.isEmpty()) {
      out.println("✔ 没有发现问题 · nothing is wrong with it");
    }
    return findings.isEmpty() ? FINE : FOUND;
  }
}

package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Deployment;
import io.dingledger.local.command.RunningSystem;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Deletes everything that the system has of a tenant, once its identifier was typed. */
final class DeleteCommand implements Command {
  private static final Set<String> OPTIONS = Deployment.options("--by", "--confirm");

  private final TenantMain.Person person;

  DeleteCommand(TenantMain.Person person) {
    this.person = person;
  }

  @Override
  public String name() {
    return "delete";
  }

  @Override
  public String help() {
    return """
          delete TENANT --by P [--confirm TENANT]
                                  删除租户的全部数据（须先暂停）：先列出数量，再要求输入租户编号；
                                  中断后再次运行即继续。账务系统里的凭证不受影响
                                  deletes all data of a suspended tenant: counts first and asks for
                                  the identifier to be typed; run again when it was stopped. What
                                  the ledger holds is left alone
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    Arguments given =
        Arguments.of(line, OPTIONS).counting(1, 1, "./dev tenant delete TENANT --by P");
    String by = given.needed("--by");
    String tenant = given.plain().getFirst();
    try (RunningSystem system = Deployment.of(given)) {
      JsonNode counted = system.get("", tenant, "deletion");
      StandingCommand.waiting(counted, out);
      counted
          .path("items")
          .properties()
          .forEach(
              kind -> out.println("  %9d  %s".formatted(kind.getValue().asLong(), kind.getKey())));
      out.println("  %9d  合计 total".formatted(counted.path("total").asLong()));
      String typed =
          given
              .option("--confirm")
              .orElseGet(
                  () ->
                      String.valueOf(
                          person.asking(out).apply("输入租户编号以删除 · type the tenant to delete it")));
      return delete(system, tenant, TenantWish.object(by).put("confirm", typed), out);
    }
  }

  private static int delete(RunningSystem system, String tenant, ObjectNode wish, PrintStream out) {
    long removed = 0;
    JsonNode portion;
    do {
      portion = system.post(wish, tenant, "deletion");
      removed += portion.path("removed").asLong();
      out.println("  已删除 removed: " + removed);
    } while (!portion.path("done").asBoolean());
    out.println("✔ " + tenant);
    return FINE;
  }
}

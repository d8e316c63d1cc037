package io.dingledger.local.restore;

import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Refusal;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.PutBackTable;
import io.dingledger.platform.store.StoreRefused;
import io.dingledger.platform.store.StoreUnreachable;
import io.dingledger.platform.store.Table;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** {@code ./dev restore compare}: where the table as it was knew more. Changes nothing. */
final class CompareCommand implements Command {
  private static final Set<String> OPTIONS =
      Set.of("--aws", "--before", "--point", "--region", "--profile");

  private static final String USAGE = "./dev restore compare --aws STAGE --before TABLE --point T1";

  private final Tables tables;

  CompareCommand(Tables tables) {
    this.tables = tables;
  }

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String help() {
    return """
          compare --aws STAGE --before TABLE --point T1 [--region R] [--profile P]
                                  列出恢复后的表缺少或落后的内容：租户、设置、规则簿、月结、
                                  单据；“!”表示只有来源系统能补发。不作改动
                                  lists what the table as it was knew more: tenants, settings, rule
                                  books, closed months, documents; "!" marks those that only their
                                  sender can send again. Changes nothing
        """;
  }

  /** What was found. */
  private static final class Count {
    private int documents;
    private int ofSenders;
    private int others;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    Arguments given = Arguments.of(line, OPTIONS).counting(0, 0, USAGE);
    String name = "dingledger-" + given.needed("--aws");
    String other = given.needed("--before");
    Instant point = Moments.moment("--point", given.needed("--point"));
    Count count = new Count();
    try {
      PutBackTable table = new PutBackTable(tables.open(given, name));
      Table before = tables.open(given, other);
      List<Tenant> here = table.tenants();
      for (Tenant tenant : new PutBackTable(before).tenants()) {
        if (!here.contains(tenant)) {
          count.others++;
          out.println(tenant.id() + "  租户缺失 · the tenant is missing");
        }
        compare(table, tenant, before, point, count, out);
      }
    } catch (StoreUnreachable | StoreRefused silent) {
      throw new Refusal(RestoreFault.TABLE_SILENT, name, silent.getMessage());
    }
    out.printf(
        "单据 documents: %d, 须由来源补发 only of their senders: %d, 其他 others: %d%n",
        count.documents, count.ofSenders, count.others);
    return count.documents + count.others == 0 ? FINE : FOUND;
  }

  private static void compare(
      PutBackTable table,
      Tenant tenant,
      Table before,
      Instant point,
      Count count,
      PrintStream out) {
    for (String changed : table.changed(tenant, before)) {
      count.others++;
      out.println(tenant.id() + "  " + changed);
    }
    table.compare(
        tenant,
        before,
        point,
        found -> {
          count.documents++;
          count.ofSenders += found.isOfItsSender() ? 1 : 0;
          out.println(
              tenant.id()
                  + (found.isOfItsSender() ? " ! " : "   ")
                  + found.document()
                  + "  "
                  + found.was()
                  + " → "
                  + found.here().map(Enum::name).orElse("未知 · unknown"));
        });
  }
}

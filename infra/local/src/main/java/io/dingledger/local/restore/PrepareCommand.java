package io.dingledger.local.restore;

import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.CommandFault;
import io.dingledger.local.command.Refusal;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.PutBackTable;
import io.dingledger.platform.store.Restorations;
import io.dingledger.platform.store.Restored;
import io.dingledger.platform.store.StoreRefused;
import io.dingledger.platform.store.StoreUnreachable;
import io.dingledger.platform.store.Table;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ./dev restore prepare}: makes a table that was put back fit to go on. */
final class PrepareCommand implements Command {
  private static final Set<String> OPTIONS =
      Set.of(
          "--aws",
          "--before",
          "--point",
          "--until",
          "--since",
          "--tenant",
          "--last-batch",
          "--region",
          "--profile");

  private static final String USAGE =
      "./dev restore prepare --aws STAGE --point T1 --until T2 [--before TABLE] [--since T]"
          + " [--tenant T [--last-batch N]]";

  private final Tables tables;

  PrepareCommand(Tables tables) {
    this.tables = tables;
  }

  @Override
  public String name() {
    return "prepare";
  }

  @Override
  public String help() {
    return """
          prepare --aws STAGE --point T1 --until T2 [--before TABLE] [--since T]
                  [--tenant T [--last-batch N]] [--region R] [--profile P]
                                  恢复后、启动前运行：巡检从更早处查起（默认 T1 前 60 天），
                                  接管 --before 表中的文件清单；不能查询的账务系统在 T2 前的
                                  凭证改由人确认。可重复运行
                                  after the table was put back to T1 and before anything runs: the
                                  patrol looks again from --since on (60 days before T1), lists for
                                  files are taken over from the table as it was, and what a ledger
                                  that can't be asked may have got up to T2 waits for a person. It
                                  may be repeated; --tenant: for one of them only; --last-batch:
                                  the number on the newest file taken away, if --before is lost
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    Arguments given = Arguments.of(line, OPTIONS).counting(0, 0, USAGE);
    String name = "dingledger-" + given.needed("--aws");
    Moments moments = Moments.of(given);
    Optional<Integer> lastBatch = lastBatch(given);
    try {
      Table table = tables.open(given, name);
      Optional<Table> before = given.option("--before").map(other -> tables.open(given, other));
      PutBackTable putBack = new PutBackTable(table);
      Restorations notes = new Restorations(table, Clock.systemUTC(), Duration.ZERO);
      for (Tenant tenant : chosen(putBack, given.option("--tenant"))) {
        int listed = before.map(was -> putBack.takeListOver(tenant, was)).orElse(0);
        lastBatch.ifPresent(number -> putBack.numberBatchesAfter(tenant, number));
        notes.note(tenant, new Restored(moments.point(), moments.until(), before.isPresent()));
        putBack.lookFrom(tenant, moments.since());
        out.println(
            "✔ "
                + tenant.id()
                + "  查起 · looks from "
                + moments.since()
                + (before.isPresent() ? "  文件清单 · listed for files: " + listed : ""));
      }
      return FINE;
    } catch (StoreUnreachable | StoreRefused silent) {
      throw new Refusal(RestoreFault.TABLE_SILENT, name, silent.getMessage());
    }
  }

  /** Each tenant has numbers of its own. */
  private static Optional<Integer> lastBatch(Arguments given) {
    Optional<String> text = given.option("--last-batch");
    boolean fits =
        text.isEmpty()
            || (text.get().matches("[1-9]\\d{0,6}") && given.option("--tenant").isPresent());
    if (!fits) {
      throw new Refusal(CommandFault.ARGUMENTS_WRONG, text.get(), USAGE);
    }
    return text.map(Integer::valueOf);
  }

  private static List<Tenant> chosen(PutBackTable table, Optional<String> only) {
    List<Tenant> all = table.tenants();
    if (only.isEmpty()) {
      return all;
    }
    List<Tenant> one = all.stream().filter(each -> each.id().equals(only.get())).toList();
    if (one.isEmpty()) {
      throw new Refusal(RestoreFault.TENANT_UNKNOWN, only.get());
    }
    return one;
  }
}

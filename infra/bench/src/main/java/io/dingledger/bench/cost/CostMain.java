package io.dingledger.bench.cost;

import io.dingledger.bench.cost.CostModel.Bill;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Refusal;
import io.dingledger.model.failure.Reason;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code ./dev bench cost}. */
public final class CostMain {
  /** The volumes that are computed when none is named. */
  public static final List<BigDecimal> USUAL =
      List.of(new BigDecimal("1000"), new BigDecimal("1000000"), new BigDecimal("100000000"));

  private static final Set<String> OPTIONS =
      Set.of("--events", "--region", "--format", "--set", "--egress");

  private static final Map<String, Integer> EGRESS = Map.of("open", 0, "one", 1, "two", 2);

  private static final String HELP =
      """
      ./dev bench cost [--events N] [--region R] [--egress open|one|two]
                       [--set NAME=VALUE[,NAME=VALUE…]] [--format table|csv|json]
          估算每月 AWS 费用；数量见 infra/aws/prices/sizes.json，价格见同一文件夹中最新的日期文件
          what a month costs at AWS, from infra/aws/prices: sizes.json and the newest dated prices;
          --set changes a size, for example eventsPerTenant=500
      """;

  private CostMain() {}

  /**
   * Computes and prints.
   *
   * @param folder the one with prices and sizes
   * @return the exit code
   */
  public static int run(Path folder, List<String> line, PrintStream out, PrintStream err)
      throws IOException {
    if (line.contains("--help") || line.contains("-h")) {
      out.print(HELP);
      return Command.FINE;
    }
    try {
      Arguments given = Arguments.of(line, OPTIONS).counting(0, 0, "./dev bench cost --help");
      Sizes sizes = sizes(Sizes.read(folder.resolve("sizes.json")), given.option("--set"));
      List<BigDecimal> volumes =
          given
              .option("--events")
              .map(text -> List.of(number("--events", text).max(BigDecimal.ONE)))
              .orElse(USUAL);
      String egress = given.option("--egress").orElse("open");
      if (!EGRESS.containsKey(egress)) {
        throw new Refusal(CostFault.CHOICE_UNKNOWN, "--egress", egress, "open, one, two");
      }
      List<List<Bill>> bills = new ArrayList<>();
      for (PriceList list : chosen(PriceList.read(PriceList.newest(folder)), given)) {
        bills.add(
            volumes.stream()
                .map(events -> CostModel.bill(sizes, list, events, EGRESS.get(egress)))
                .toList());
      }
      out.print(text(bills, given.option("--format").orElse("table")));
      return Command.FINE;
    } catch (Refusal refusal) {
      for (Reason reason : refusal.reasons()) {
        err.println(reason.code() + "  " + reason.chinese());
        err.println("    " + reason.english());
      }
      err.println("./dev bench cost --help");
      return Command.REFUSED;
    }
  }

  private static String text(List<List<Bill>> bills, String format) {
    List<Bill> all = bills.stream().flatMap(List::stream).toList();
    return switch (format) {
      case "table" -> String.join("\n", bills.stream().map(CostText::markdown).toList());
      case "csv" -> CostText.csv(all);
      case "json" -> CostText.json(all);
      default ->
          throw new Refusal(CostFault.CHOICE_UNKNOWN, "--format", format, "table, csv, json");
    };
  }

  private static List<PriceList> chosen(List<PriceList> all, Arguments given) {
    Optional<String> region = given.option("--region");
    List<PriceList> chosen =
        all.stream()
            .filter(list -> region.filter(r -> !r.equals(list.region())).isEmpty())
            .toList();
    if (chosen.isEmpty()) {
      throw new Refusal(
          CostFault.CHOICE_UNKNOWN,
          "--region",
          region.orElse(""),
          String.join(", ", all.stream().map(PriceList::region).toList()));
    }
    return chosen;
  }

  private static Sizes sizes(Sizes usual, Optional<String> changes) {
    Sizes sizes = usual;
    for (String change : changes.map(text -> text.split(",")).orElse(new String[0])) {
      String[] parts = change.split("=", 2);
      sizes = sizes.with(parts[0], number("--set", parts.length == 2 ? parts[1] : ""));
    }
    if (sizes.of("eventsPerTenant").signum() == 0) {
      throw new Refusal(CostFault.NUMBER_WRONG, "--set eventsPerTenant", "0");
    }
    return sizes;
  }

  private static BigDecimal number(String option, String text) {
    if (!text.matches("\\d{1,15}(\\.\\d{1,6})?")) {
      throw new Refusal(CostFault.NUMBER_WRONG, option, text.replaceAll("\\p{Cntrl}", "?"));
    }
    return new BigDecimal(text);
  }
}

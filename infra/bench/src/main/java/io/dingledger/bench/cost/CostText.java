package io.dingledger.bench.cost;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.bench.cost.CostModel.Bill;
import io.dingledger.bench.cost.CostModel.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Bills in words, for people, for pages and for programs. */
public final class CostText {
  private CostText() {}

  /**
   * A table of one region in Markdown: a line for each thing, a column for each bill.
   *
   * @param bills of the same region, with the same lines
   */
  public static String markdown(List<Bill> bills) {
    PriceList prices = bills.getFirst().prices();
    StringBuilder text = new StringBuilder("| " + prices.region() + ", " + prices.currency());
    bills.forEach(bill -> text.append(" | ").append(grouped(bill.events())).append(" events"));
    text.append(" |\n|---").append("|---:".repeat(bills.size())).append("|\n");
    row(text, "tenants", bills.stream().map(bill -> grouped(bill.tenants())).toList());
    for (int place = 0; place < bills.getFirst().lines().size(); place++) {
      int at = place;
      row(
          text,
          bills.getFirst().lines().get(at).name(),
          bills.stream().map(bill -> money(bill.lines().get(at).cost())).toList());
    }
    row(text, "**a month**", bills.stream().map(bill -> bold(money(bill.total()))).toList());
    row(text, "**an event**", bills.stream().map(bill -> bold(small(bill.each()))).toList());
    return text.toString();
  }

  private static void row(StringBuilder text, String name, List<String> cells) {
    text.append("| ").append(name);
    cells.forEach(cell -> text.append(" | ").append(cell));
    text.append(" |\n");
  }

  /** One line for each line of each bill. */
  public static String csv(List<Bill> bills) {
    StringBuilder text =
        new StringBuilder("region,currency,events,tenants,line,unit,quantity,cost\n");
    for (Bill bill : bills) {
      for (Line line : bill.lines()) {
        text.append(
            String.join(
                    ",",
                    bill.prices().region(),
                    bill.prices().currency(),
                    bill.events().toPlainString(),
                    bill.tenants().toPlainString(),
                    '"' + line.name() + '"',
                    line.unit(),
                    rounded(line.quantity(), 3).toPlainString(),
                    rounded(line.cost(), 4).toPlainString())
                + "\n");
      }
    }
    return text.toString();
  }

  /** The same as an array of JSON. */
  public static String json(List<Bill> bills) {
    ObjectMapper mapper = new ObjectMapper();
    ArrayNode all = mapper.createArrayNode();
    for (Bill bill : bills) {
      ObjectNode node =
          all.addObject()
              .put("region", bill.prices().region())
              .put("currency", bill.prices().currency())
              .put("events", bill.events())
              .put("tenants", bill.tenants())
              .put("total", rounded(bill.total(), 4))
              .put("perEvent", rounded(bill.each(), 8));
      ArrayNode lines = node.putArray("lines");
      for (Line line : bill.lines()) {
        lines
            .addObject()
            .put("line", line.name())
            .put("unit", line.unit())
            .put("quantity", rounded(line.quantity(), 3))
            .put("cost", rounded(line.cost(), 4));
      }
    }
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static BigDecimal rounded(BigDecimal number, int places) {
    return number.setScale(places, RoundingMode.HALF_UP);
  }

  private static String money(BigDecimal amount) {
    boolean whole = amount.compareTo(BigDecimal.valueOf(1000)) >= 0;
    return whole ? grouped(rounded(amount, 0)) : rounded(amount, 2).toPlainString();
  }

  private static String small(BigDecimal amount) {
    return rounded(amount, 6).toPlainString();
  }

  private static String grouped(BigDecimal number) {
    return String.format(java.util.Locale.ROOT, "%,d", number.toBigInteger());
  }

  private static String bold(String text) {
    return "**" + text + "**";
  }
}

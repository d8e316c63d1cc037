package io.dingledger.bench.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dingledger.bench.cost.CostModel.Bill;
import io.dingledger.bench.cost.CostModel.Line;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code ./dev bench cost}, and the page that holds its tables. */
class CostTest {
  private static final Path PRICES = Path.of("..", "aws", "prices");
  private static final Path PAGE = Path.of("..", "..", "docs", "operating", "costs.md");
  private static final String BEGIN = "<!-- begin: ./dev bench cost -->\n";
  private static final String END = "<!-- end -->";

  private record Said(int exit, String out, String err) {}

  private static Said cost(String... line) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        CostMain.run(
            PRICES,
            List.of(line),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Bill bill(String events, int addresses) throws Exception {
    PriceList first = PriceList.read(PriceList.newest(PRICES)).getFirst();
    Sizes sizes = Sizes.read(PRICES.resolve("sizes.json"));
    return CostModel.bill(sizes, first, new BigDecimal(events), addresses);
  }

  private static Line line(Bill bill, String name) {
    return bill.lines().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /** Run with {@code -Ddingledger.costs=write} to write the tables anew. */
  @Test
  void thePageHoldsWhatTheCommandPrints() throws Exception {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    String tables = "\n" + cost().out() + "\n";
    if ("write".equals(System.getProperty("dingledger.costs"))) {
      page = page.substring(0, from) + tables + page.substring(page.indexOf(END));
      Files.writeString(PAGE, page);
    }
    assertEquals(tables, page.substring(from, page.indexOf(END)));
  }

  @Test
  void everySizeAndPriceIsExplained() throws Exception {
    Sizes sizes = Sizes.read(PRICES.resolve("sizes.json"));
    sizes.all().forEach((name, size) -> assertFalse(size.how().isBlank(), name));
    List<PriceList> lists = PriceList.read(PriceList.newest(PRICES));
    Set<String> names = lists.getFirst().prices().keySet();
    for (PriceList list : lists) {
      assertEquals(names, list.prices().keySet(), list.region());
      list.prices()
          .forEach(
              (name, price) -> {
                assertTrue(price.source().startsWith("https://"), name);
                assertTrue(Set.of("likely", "unsure").contains(price.confidence()), name);
                assertTrue(price.each().signum() > 0, name);
              });
    }
  }

  @Nested
  class ABill {
    @Test
    void countsWritesOfDocumentsByHand() throws Exception {
      Line writes = line(bill("1000000", 0), "DynamoDB: writes of documents");
      assertEquals(0, new BigDecimal("25000000").compareTo(writes.quantity()));
      assertEquals(0, new BigDecimal("15.625").compareTo(writes.cost()), "25 × 0.625 USD");
    }

    @Test
    void countsTenantsByBegunThousands() throws Exception {
      assertEquals(BigDecimal.ONE, bill("1", 0).tenants());
      assertEquals(0, new BigDecimal("2").compareTo(bill("2001", 0).tenants()));
    }

    @Test
    void hasNatGatewaysOnlyWhereAnAddressIsFixed() throws Exception {
      Set<String> open = names(bill("1000", 0));
      assertFalse(open.contains("NAT gateways"));
      assertEquals(
          0,
          new BigDecimal("65.70").compareTo(line(bill("1000", 2), "NAT gateways").cost()),
          "2 × 730 hours × 0.045 USD");
    }

    private Set<String> names(Bill bill) {
      return bill.lines().stream().map(Line::name).collect(Collectors.toSet());
    }
  }

  @Nested
  class TheCommand {
    @Test
    void printsTheSameSumInEachForm() throws Exception {
      String[] which = {"--region", "us-east-1", "--events", "1000000"};
      JsonNode json =
          new ObjectMapper()
              .readTree(cost(which[0], which[1], which[2], which[3], "--format", "json").out());
      BigDecimal ofLines = BigDecimal.ZERO;
      for (String row :
          cost(which[0], which[1], which[2], which[3], "--format=csv")
              .out()
              .lines()
              .skip(1)
              .toList()) {
        ofLines = ofLines.add(new BigDecimal(row.substring(row.lastIndexOf(',') + 1)));
      }
      BigDecimal total = json.path(0).path("total").decimalValue();
      assertTrue(total.subtract(ofLines).abs().compareTo(new BigDecimal("0.01")) < 0);
      assertTrue(cost(which).out().contains("us-east-1, USD"));
    }

    @Test
    void takesOtherAssumptions() throws Exception {
      String few = cost("--events", "1000000", "--set", "eventsPerTenant=100").out();
      assertTrue(few.contains("| tenants | 10,000 |"), few);
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
      assertRefused("COST-NUMBER-WRONG", "--events", "many");
      assertRefused("COST-NUMBER-WRONG", "--set", "eventsPerTenant=0");
      assertRefused("COST-SIZE-UNKNOWN", "--set", "sunshine=1");
      assertRefused("COST-CHOICE-UNKNOWN", "--region", "mars-1");
      assertRefused("COST-CHOICE-UNKNOWN", "--format", "xml");
      assertRefused("COST-CHOICE-UNKNOWN", "--egress", "three");
    }

    private void assertRefused(String code, String... line) throws Exception {
      Said said = cost(line);
      assertEquals(2, said.exit());
      assertTrue(said.err().contains(code), said.err());
    }
  }
}

package io.dingledger.bench.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The prices of one region.
 *
 * @param currency in which they are, for example {@code USD}
 * @param prices by name
 */
public record PriceList(String region, String currency, Map<String, Price> prices) {
  /**
   * A price.
   *
   * @param each of a single unit
   * @param source an address at which it can be checked
   * @param confidence {@code likely} or {@code unsure}
   */
  public record Price(BigDecimal each, String source, String confidence) {}

  public PriceList {
    prices = Map.copyOf(prices);
  }

  /** The newest dated file of a folder. */
  public static Path newest(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Optional<Path> newest =
          files
              .filter(file -> file.getFileName().toString().matches("\\d{4}-\\d\\d-\\d\\d\\.json"))
              .max(Path::compareTo);
      return newest.orElseThrow(
          () -> new UncheckedIOException(new IOException("no price file in " + folder)));
    }
  }

  /** All regions of a file. */
  public static List<PriceList> read(Path file) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(file.toFile());
    List<PriceList> lists = new ArrayList<>();
    for (Map.Entry<String, JsonNode> region : tree.path("regions").properties()) {
      Map<String, Price> prices = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> each : region.getValue().path("prices").properties()) {
        JsonNode price = each.getValue();
        BigDecimal one =
            new BigDecimal(price.path("price").asText())
                .divide(price.path("per").decimalValue(), MathContext.DECIMAL64);
        String source = tree.path("sources").path(price.path("source").asText()).asText();
        prices.put(each.getKey(), new Price(one, source, price.path("confidence").asText()));
      }
      lists.add(
          new PriceList(region.getKey(), region.getValue().path("currency").asText(), prices));
    }
    return lists;
  }

  BigDecimal of(String name) {
    return prices.get(name).each();
  }
}

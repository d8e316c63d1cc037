package io.dingledger.bench.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dingledger.local.command.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a document, a tenant and an installation need.
 *
 * @param all by name; the file says of each how it was measured, or why it is assumed
 */
public record Sizes(Map<String, Size> all) {
  /**
   * One of them.
   *
   * @param measured whether a benchmark gives it; otherwise it is an assumption
   */
  public record Size(BigDecimal value, boolean measured, String how) {}

  public Sizes {
    all = Map.copyOf(all);
  }

  /** Reads {@code infra/aws/prices/sizes.json}. */
  public static Sizes read(Path file) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(file.toFile());
    Map<String, Size> all = new LinkedHashMap<>();
    for (String part : new String[] {"measured", "assumed"}) {
      for (Map.Entry<String, JsonNode> each : tree.path(part).properties()) {
        BigDecimal value = new BigDecimal(each.getValue().path("value").asText());
        String how = each.getValue().path("how").asText();
        all.put(each.getKey(), new Size(value, part.equals("measured"), how));
      }
    }
    return new Sizes(all);
  }

  /** The value of one. */
  public BigDecimal of(String name) {
    Size size = all.get(name);
    if (size == null) {
      throw new Refusal(CostFault.SIZE_UNKNOWN, name, String.join(", ", all.keySet()));
    }
    return size.value();
  }

  /** The same with another value. */
  Sizes with(String name, BigDecimal value) {
    of(name);
    Map<String, Size> changed = new LinkedHashMap<>(all);
    changed.put(name, new Size(value, false, "--set"));
    return new Sizes(changed);
  }
}

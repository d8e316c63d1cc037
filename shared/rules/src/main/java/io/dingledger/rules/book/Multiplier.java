package io.dingledger.rules.book;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Factors by a text, for example by the class of the day.
 *
 * @param name its name
 * @param key the path of the text
 * @param factors the factors by text
 */
public record Multiplier(String name, String key, Map<String, BigDecimal> factors) {
  public Multiplier {
    factors = Map.copyOf(factors);
  }
}

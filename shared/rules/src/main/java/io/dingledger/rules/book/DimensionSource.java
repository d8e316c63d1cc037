package io.dingledger.rules.book;

import java.util.Map;
import java.util.Optional;

/**
 * One place where a dimension's code may come from.
 *
 * @param path the field that is read
 * @param codes the codes by the field's value; empty when the value is the code itself
 */
public record DimensionSource(String path, Optional<Map<String, String>> codes) {
  public DimensionSource {
    codes = codes.map(Map::copyOf);
  }
}

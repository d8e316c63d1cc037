package io.dingledger.rules.book;

import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of tiers (type {@code tiers}): a number falls into exactly one of them, or outside.
 *
 * @param name its name
 * @param of the number that is looked up
 * @param tiers from the lowest to the highest; each begins where the one before ends
 * @param columns the columns with their types; every tier has all of them
 */
public record TierTable(String name, Formula of, List<Tier> tiers, Map<String, Type> columns) {
  public TierTable {
    tiers = List.copyOf(tiers);
    columns = Map.copyOf(columns);
  }

  /**
   * One tier.
   *
   * @param lower where it begins; empty when it is open, which only the first can be
   * @param upper where it ends; empty when it is open, which only the last can be
   * @param cells its values by column
   */
  public record Tier(Optional<Bound> lower, Optional<Bound> upper, Map<String, Value> cells) {
    public Tier {
      cells = Map.copyOf(cells);
    }
  }

  /** An end of a tier, and whether it belongs to it. */
  public record Bound(BigDecimal at, boolean inclusive) {}
}

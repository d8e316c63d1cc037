package io.dingledger.embedded.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as {@code AWS::DynamoDB::Table} describes it.
 *
 * @param logicalId its name inside the template
 * @param name the table's name; the logical id when the template leaves it open
 * @param attributes type ({@code S}, {@code N}, {@code B}) by attribute name, key attributes only
 * @param key the table's key
 * @param indexes its global secondary indexes
 * @param timeToLive the attribute that holds an item's end, in epoch seconds
 */
public record TableDefinition(
    String logicalId,
    String name,
    Map<String, String> attributes,
    Key key,
    List<Index> indexes,
    Optional<String> timeToLive) {
  public TableDefinition {
    attributes = Map.copyOf(attributes);
    indexes = List.copyOf(indexes);
  }

  /** A key: the attribute that names the partition, and the one that orders within it. */
  public record Key(String hash, Optional<String> range) {}

  /**
   * A global secondary index.
   *
   * @param name its name
   * @param key its key
   * @param projection {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
   * @param included the attributes that {@code INCLUDE} adds
   */
  public record Index(String name, Key key, String projection, List<String> included) {
    public Index {
      included = List.copyOf(included);
    }
  }
}

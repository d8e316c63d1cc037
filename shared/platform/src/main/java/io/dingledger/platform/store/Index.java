package io.dingledger.platform.store;

/**
 * The table's secondary indexes. Each holds keys only, of those items that have its two attributes,
 * and follows the table a moment later.
 */
public enum Index {
  /** What the sweep must look at, by time. */
  DUE("due", "duePk", "dueSk"),
  /**
   * A tenant's documents in one state, by the time of their last change, or while they are on their
   * way by when they came.
   */
  LIST("list", "listPk", "listSk");

  private final String indexName;
  private final String partitionAttribute;
  private final String sortAttribute;

  Index(String indexName, String partitionAttribute, String sortAttribute) {
    this.indexName = indexName;
    this.partitionAttribute = partitionAttribute;
    this.sortAttribute = sortAttribute;
  }

  /** Its name at DynamoDB. */
  public String indexName() {
    return indexName;
  }

  /** The attribute that names the partition. */
  public String partitionAttribute() {
    return partitionAttribute;
  }

  /** The attribute that orders it. */
  public String sortAttribute() {
    return sortAttribute;
  }

  /**
   * One line of an index.
   *
   * @param key the place of the item
   * @param sort where it stands in the index
   */
  public record Entry(Key key, String sort) {}
}

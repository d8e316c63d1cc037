package io.dingledger.platform.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The narrow port to one table of items. All meaning is above it, so that it is the same over
 * DynamoDB and in memory; {@code TableContract} in the tests is what an implementation must do.
 *
 * <p>Every method throws {@link StoreUnreachable} when the table gives no answer.
 */
public interface Table {
  /** An item as it is now; every write that has returned is seen. */
  Optional<Item> get(Key key);

  /** Those of some items that exist, as they are now; not a snapshot of one instant. */
  Map<Key, Item> getAll(List<Key> keys);

  /**
   * All items of a partition whose sort begins with a prefix, in the order of their sorts, as they
   * are now. Reads everything: for partitions that are small by design.
   *
   * @param sortPrefix may be empty for the whole partition
   */
  List<Item> query(String partition, String sortPrefix);

  /**
   * Some lines of an index; writes of the last moments may be missing.
   *
   * @param below only lines that stand before this one, itself excluded
   * @param descending the last ones first
   * @param limit at most this many, 1 or more
   */
  List<Index.Entry> queryIndex(
      Index index, String partition, Optional<String> below, boolean descending, int limit);

  /**
   * Makes all changes or none.
   *
   * <p>{@code true} is certain. {@code false} means that a condition did not hold or that somebody
   * else was changing one of the items at this moment: nothing was written, or it was written and
   * already overwritten by somebody who had read it.
   *
   * @throws IllegalArgumentException when there are no writes, or two at one place
   * @throws StoreRefused when they are more or larger than a table takes at once
   */
  boolean write(List<Write> writes);
}

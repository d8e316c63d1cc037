package io.dingledger.platform.store;

import java.util.Comparator;

/**
 * The place of an item. Both parts are printable ASCII, so that every store sorts them alike.
 *
 * @param partition at most 2048 characters
 * @param sort at most 1024 characters; items of one partition are ordered by it
 */
public record Key(String partition, String sort) implements Comparable<Key> {
  private static final int LONGEST_PARTITION = 2048;
  private static final int LONGEST_SORT = 1024;
  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::partition).thenComparing(Key::sort);

  /**
   * Refuses what DynamoDB would refuse or sort in another way.
   *
   * @throws IllegalArgumentException when a part is empty, too long or not printable ASCII
   */
  public Key {
    require(partition, LONGEST_PARTITION);
    require(sort, LONGEST_SORT);
  }

  @Override
  public int compareTo(Key other) {
    return ORDER.compare(this, other);
  }

  private static void require(String part, int longest) {
    boolean plain = part.chars().allMatch(unit -> unit > ' ' && unit < 0x7F);
    if (part.isEmpty() || part.length() > longest || !plain) {
      throw new IllegalArgumentException("not a key");
    }
  }
}

package io.dingledger.platform.store;

import io.dingledger.platform.failure.PlatformReason;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** One change of one item. */
public sealed interface Write {
  /** DynamoDB's limit of writes in one transaction. */
  int MOST = 100;

  /** DynamoDB's limit of bytes in one transaction: 4 MB. */
  int LARGEST = 4 * 1024 * 1024;

  /** The item that is changed. */
  Key key();

  /** Puts an item in place of what is there, if the condition holds. */
  record Put(Item item, Condition condition) implements Write {
    @Override
    public Key key() {
      return item.key();
    }
  }

  /**
   * Removes what is there, if anything.
   *
   * @param version when stated: only if what is there has this version. Nothing there is well, too,
   *     so that a repeat finds itself done
   */
  record Delete(Key key, OptionalLong version) implements Write {
    /** Removes whatever is there. */
    public Delete(Key key) {
      this(key, OptionalLong.empty());
    }
  }

  /** Changes nothing: the other writes are made only if this condition holds at its place. */
  record Check(Key key, Condition condition) implements Write {}

  /**
   * The writes, if a table can take them at once.
   *
   * @throws IllegalArgumentException when there are none, or two at one place
   * @throws StoreRefused when they are too many or too large
   */
  static List<Write> checked(List<Write> writes) {
    Set<Key> places = new HashSet<>();
    if (writes.isEmpty() || !writes.stream().allMatch(write -> places.add(write.key()))) {
      throw new IllegalArgumentException("writes go to one place each");
    }
    if (writes.size() > MOST) {
      throw tooLarge(writes.size() + " items", MOST + " items");
    }
    int total = 0;
    for (Write write : writes) {
      int size = write instanceof Put put ? put.item().size() : 0;
      if (size > Item.LARGEST) {
        throw tooLarge(size + " bytes", Item.LARGEST + " bytes");
      }
      total += size;
    }
    if (total > LARGEST) {
      throw tooLarge(total + " bytes", LARGEST + " bytes");
    }
    return List.copyOf(writes);
  }

  private static StoreRefused tooLarge(String found, String limit) {
    return new StoreRefused(PlatformReason.TOO_LARGE, found, limit);
  }
}

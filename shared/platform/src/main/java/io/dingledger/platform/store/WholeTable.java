package io.dingledger.platform.store;

import java.util.List;
import java.util.Optional;

/**
 * A table that can be looked through as a whole, at the cost of reading all of it. For operators
 * who delete or take away what a tenant has; an architecture test keeps the functions from it.
 */
public interface WholeTable extends Table {
  /**
   * One part of a look at everything below a partition's name: that partition, and those whose name
   * begins with it and {@code #}. What was written before the look began and lies there is found.
   *
   * @param after where the last part ended; empty to begin
   */
  Seen look(String partition, Optional<Key> after);

  /**
   * What was found.
   *
   * @param found the places, in no order; perhaps none, though there are more to come
   * @param next where to go on; empty at the end of the table
   */
  record Seen(List<Key> found, Optional<Key> next) {
    public Seen {
      found = List.copyOf(found);
    }
  }
}

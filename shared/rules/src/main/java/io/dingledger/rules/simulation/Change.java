package io.dingledger.rules.simulation;

import java.util.Optional;

/**
 * Something that two rule books make differently of the same document.
 *
 * @param before what the old one makes; empty when it makes none
 * @param after what the new one makes; empty when it makes none
 * @param <T> a line, a pay item, or all that became of a document
 */
public record Change<T>(Optional<T> before, Optional<T> after) {
  /** Both make one, but not the same. */
  static <T> Change<T> changed(T before, T after) {
    return new Change<>(Optional.of(before), Optional.of(after));
  }

  /** Only the old one makes it. */
  static <T> Change<T> removed(T before) {
    return new Change<>(Optional.of(before), Optional.empty());
  }

  /** Only the new one makes it. */
  static <T> Change<T> added(T after) {
    return new Change<>(Optional.empty(), Optional.of(after));
  }
}

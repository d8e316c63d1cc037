package io.dingledger.rules.logic;

import java.util.Optional;

/** What is known of fields before any document is read. */
public interface Domain {
  /** Nothing is known. */
  Domain UNKNOWN = path -> Optional.empty();

  /** What a field's value always is. */
  Optional<Constraint> of(String path);

  /** Whether a field is a document's own, so that it can be anything in its domain at any time. */
  default boolean isFree(String path) {
    return true;
  }
}

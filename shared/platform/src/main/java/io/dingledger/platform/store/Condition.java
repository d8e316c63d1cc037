package io.dingledger.platform.store;

/** What must be true of the place of an item for it to be put there. */
public sealed interface Condition {
  /** Nothing is there. */
  Condition ABSENT = new Absent();

  /** Whatever is there is replaced. */
  Condition NONE = new None();

  /** What is there has this version. */
  static Condition versionIs(long version) {
    return new VersionIs(version);
  }

  /** Nothing is there. */
  record Absent() implements Condition {}

  /** What is there has this version. */
  record VersionIs(long version) implements Condition {}

  /** Whatever is there is replaced. */
  record None() implements Condition {}
}

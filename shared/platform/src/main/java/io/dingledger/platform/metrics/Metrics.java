package io.dingledger.platform.metrics;

import java.time.Duration;

/**
 * Counts and times for operators. A tenant, a person or a document can't be a label: {@link Label}
 * knows a few dimensions with few values each. Never throws.
 */
public interface Metrics {
  /** Measures nothing. */
  Metrics NONE =
      new Metrics() {
        @Override
        public void count(String name, long count, Label... labels) {}

        @Override
        public void time(String name, Duration took, Label... labels) {}
      };

  /**
   * Something happened some times.
   *
   * @param name a stable name in lower case, for example {@code documents.posted}
   */
  void count(String name, long count, Label... labels);

  /** Something took so long; reported in milliseconds. */
  void time(String name, Duration took, Label... labels);

  /** Something happened once. */
  default void count(String name, Label... labels) {
    count(name, 1, labels);
  }

  /** What a measurement may be told apart by. */
  enum Dimension {
    STEP,
    OUTCOME,
    FAILURE_KIND,
    LEDGER_TYPE,
    QUEUE
  }

  /**
   * One dimension of one measurement.
   *
   * @param dimension which
   * @param value one of a few stable words
   */
  record Label(Dimension dimension, String value) {}
}

package io.dingledger.model.document;

/** One approved instance or attendance fact, fetched and typed. */
public sealed interface SourceDocument permits ExpenseClaim {
  /** What all kinds have in common. */
  DocumentHeader header();
}

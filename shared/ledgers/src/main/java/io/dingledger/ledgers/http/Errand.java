package io.dingledger.ledgers.http;

import io.dingledger.model.failure.FailureKind;

/** What a request was for; it decides what an unclear answer means. */
public enum Errand {
  /** Gets a session or a token. */
  LOGIN,
  /** Reads. */
  ASK,
  /** May change the ledger. */
  SEND;

  /** What no answer, or an unreadable one, means. */
  public FailureKind unclear() {
    return this == SEND ? FailureKind.AMBIGUOUS : FailureKind.TRANSIENT;
  }
}

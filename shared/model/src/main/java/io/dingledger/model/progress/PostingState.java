package io.dingledger.model.progress;

/** Where a voucher stands on its way into the ledger. The protocol is in {@link Posting}. */
public enum PostingState {
  /** Stored with its key; waits for a worker. */
  READY,
  /** One worker holds a fencing number and a lease. */
  CLAIMED,
  /** The ledger was asked for the key and has not got it; the request is about to leave. */
  SENDING,
  /** The ledger confirmed; its id and number are stored. */
  POSTED,
  /** It may or may not be in the ledger; the only way out is to ask. */
  UNKNOWN,
  /** The ledger holds the key with other content, or more than once; a person decides. */
  CONFLICT,
  /** The ledger refused for a reason that a repeat will not cure; a person decides. */
  REJECTED,
  /** Waits for something named: connection, quota, period. */
  PARKED,
  /** Never to be sent: its document was withdrawn or replaced, and the ledger has not got it. */
  WITHDRAWN
}

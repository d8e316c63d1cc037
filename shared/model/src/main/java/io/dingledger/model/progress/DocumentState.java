package io.dingledger.model.progress;

/** Where a source document stands, as people see it. */
public enum DocumentState {
  /** An event announced it; its detail is still to be fetched and translated. */
  RECEIVED,
  /** One worker is fetching and translating it; when its fetch is due, that worker is gone. */
  FETCHING,
  /** Translated; its vouchers are on their way. */
  POSTING,
  /** All its vouchers are in the ledger. */
  POSTED,
  /** Its pay items wait for the close of their month; final for the document. */
  ACCRUED,
  /** A person must decide. */
  HELD,
  /** Waits for something named. */
  PARKED,
  /** Nothing to post, for a stated reason. */
  IGNORED
}

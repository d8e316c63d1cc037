package io.dingledger.model.voucher;

/** What a voucher does for its source document. At most one effective voucher per purpose. */
public enum Purpose {
  /** Records the document. */
  RECORD,
  /** Takes an earlier record back by a red voucher (红字冲销). */
  REVERSE
}

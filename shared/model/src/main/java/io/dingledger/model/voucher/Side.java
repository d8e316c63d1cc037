package io.dingledger.model.voucher;

/** Debit (借) or credit (贷). */
public enum Side {
  DEBIT,
  CREDIT
}

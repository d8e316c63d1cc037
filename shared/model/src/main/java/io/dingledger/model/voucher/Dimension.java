package io.dingledger.model.voucher;

/** The kinds of dimension (辅助核算) that a line can carry. */
public enum Dimension {
  DEPARTMENT,
  EMPLOYEE,
  PROJECT,
  CUSTOMER,
  SUPPLIER
}

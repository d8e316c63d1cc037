package io.dingledger.ledgers;

import io.dingledger.model.failure.Failure;
import java.util.List;

/** What a ledger answers when asked for its master data (基础资料). */
public sealed interface MasterData {
  /** The kinds of master data that a mapping needs. */
  enum Kind {
    /** Accounts (科目). */
    ACCOUNT,
    /** Departments (部门). */
    DEPARTMENT,
    /** Employees (职员). */
    EMPLOYEE,
    /** Projects (项目). */
    PROJECT,
    /** Customers (客户). */
    CUSTOMER,
    /** Suppliers (供应商). */
    SUPPLIER,
    /** Accounting periods (会计期间); the code is {@code yyyy-MM}, active while open. */
    PERIOD,
    /** Voucher types (凭证字). */
    VOUCHER_TYPE,
    /** Books (账簿). */
    BOOK,
    /** Currencies (币别); the name is the ISO code where the ledger knows it. */
    CURRENCY
  }

  /**
   * What it has.
   *
   * @param entries in the ledger's order, all of them
   */
  record Entries(List<Entry> entries) implements MasterData {
    public Entries {
      entries = List.copyOf(entries);
    }
  }

  /** This type of ledger does not tell. */
  record NotOffered() implements MasterData {}

  /** It could not be read. */
  record Failed(Failure failure) implements MasterData {}

  /**
   * One of them.
   *
   * @param code what is written into vouchers
   * @param name as people know it
   * @param usable whether a voucher line may name it: active, and of accounts a leaf
   */
  record Entry(String code, String name, boolean usable) {}
}

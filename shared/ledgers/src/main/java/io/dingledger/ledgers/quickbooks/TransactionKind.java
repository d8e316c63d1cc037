package io.dingledger.ledgers.quickbooks;

import io.dingledger.model.progress.LedgerReference;
import java.util.Arrays;

/** What a voucher can become in QuickBooks. */
enum TransactionKind {
  JOURNAL_ENTRY("JournalEntry", "journal-entry", "JournalEntryLineDetail"),
  BILL("Bill", "bill", "AccountBasedExpenseLineDetail"),
  PURCHASE("Purchase", "purchase", "AccountBasedExpenseLineDetail");

  private final String entity;
  private final String setting;
  private final String detail;

  TransactionKind(String entity, String setting, String detail) {
    this.entity = entity;
    this.setting = setting;
    this.detail = detail;
  }

  /** The kind that a setting names. */
  static TransactionKind of(String setting) {
    return Arrays.stream(values())
        .filter(kind -> kind.setting.equals(setting))
        .findFirst()
        .orElse(JOURNAL_ENTRY);
  }

  /** The kind of a transaction that {@link #reference} named. */
  static TransactionKind of(LedgerReference reference) {
    return Arrays.stream(values())
        .filter(kind -> reference.id().startsWith(kind.entity + "/"))
        .findFirst()
        .orElse(JOURNAL_ENTRY);
  }

  /** The id of a transaction that {@link #reference} named. */
  static String id(LedgerReference reference) {
    return reference.id().substring(reference.id().lastIndexOf('/') + 1);
  }

  /** Its name in the interface. */
  String entity() {
    return entity;
  }

  /** The name of the details of its lines. */
  String detail() {
    return detail;
  }

  /** A transaction of this kind; ids are unique within a kind only. */
  LedgerReference reference(String id, String number) {
    return new LedgerReference(this == JOURNAL_ENTRY ? id : entity + "/" + id, number);
  }
}

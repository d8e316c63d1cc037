package io.dingledger.model.progress;

/**
 * A voucher as the ledger knows it.
 *
 * @param id the ledger's internal id
 * @param number the number that people see, for example {@code 45}; empty when the ledger gave none
 */
public record LedgerReference(String id, String number) {}

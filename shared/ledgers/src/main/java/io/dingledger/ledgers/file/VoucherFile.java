package io.dingledger.ledgers.file;

/**
 * A file with the vouchers of a batch.
 *
 * @param name with its ending, for example {@code dingledger-0001-generic-xlsx.xlsx}; of a later
 *     copy it says so in both languages
 * @param contentType for example {@code text/csv}
 * @param content the bytes; not to be changed
 */
public record VoucherFile(String name, String contentType, byte[] content) {}

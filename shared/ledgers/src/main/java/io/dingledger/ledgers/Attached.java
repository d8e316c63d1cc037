package io.dingledger.ledgers;

import io.dingledger.model.failure.Failure;

/** What became of a file for a voucher. */
public sealed interface Attached {
  /** It hangs on the voucher. */
  record Done() implements Attached {}

  /** This type of ledger takes no files from us. */
  record NotOffered() implements Attached {}

  /** It may not hang there; nothing else depends on it. */
  record Failed(Failure failure) implements Attached {}

  /**
   * A file.
   *
   * @param name with its ending, for example {@code explanation.txt}
   * @param contentType for example {@code text/plain; charset=utf-8}
   * @param content the bytes, at most a megabyte; not to be changed
   */
  record File(String name, String contentType, byte[] content) {}
}

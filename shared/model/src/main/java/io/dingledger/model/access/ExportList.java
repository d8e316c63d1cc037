package io.dingledger.model.access;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Vouchers for ledgers that take files: each is listed once, waits, and leaves in a batch. Batches
 * are numbered from 1 for each tenant and never change, so that the same batch taken away twice is
 * the same file, and visible as taken twice.
 *
 * <p>Every method may throw an unchecked exception when the store gives no answer.
 */
public interface ExportList {
  /** What is listed under a key. */
  Optional<Listed> find(Tenant tenant, VoucherKey key);

  /**
   * Lists a voucher, unless its key is listed.
   *
   * @return whether it was listed now; when not, whatever stands under the key stays
   */
  boolean add(Tenant tenant, Voucher voucher, Instant at);

  /** Vouchers that are in no batch, oldest first. */
  List<Listed> waiting(Tenant tenant, int limit);

  /**
   * Makes the next batch of vouchers that wait, oldest first, all or nothing.
   *
   * @param by who wants it
   * @param limit at most so many vouchers
   * @return empty when none waits
   */
  Optional<Batch> next(Tenant tenant, String by, Instant at, int limit);

  /** A batch. */
  Optional<Batch> batch(Tenant tenant, int number);

  /** All batches, newest first, at most so many. */
  List<Batch> batches(Tenant tenant, int limit);

  /** Notes that a batch was taken away as a file; gives it with the note. */
  Batch taken(Tenant tenant, int number, String by, String format, Instant at);

  /**
   * A listed voucher.
   *
   * @param at when it was listed (UTC)
   * @param batch the number of its batch; empty while it waits
   */
  record Listed(Voucher voucher, Instant at, Optional<Integer> batch) {}

  /**
   * A batch.
   *
   * @param number from 1, without gaps
   * @param by who made it
   * @param at when (UTC)
   * @param keys its vouchers, in the order in which they stand in the file
   * @param takings each time it was taken away, first to last
   */
  record Batch(int number, String by, Instant at, List<VoucherKey> keys, List<Taking> takings) {
    public Batch {
      keys = List.copyOf(keys);
      takings = List.copyOf(takings);
    }
  }

  /** That somebody took a batch away as a file of a format. */
  record Taking(String by, String format, Instant at) {}
}

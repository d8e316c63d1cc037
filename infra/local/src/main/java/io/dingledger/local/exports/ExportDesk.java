package io.dingledger.local.exports;

import io.dingledger.ledgers.file.FileFormat;
import io.dingledger.ledgers.file.VoucherFile;
import io.dingledger.ledgers.file.VoucherFiles;
import io.dingledger.ledgers.file.VoucherFiles.Order;
import io.dingledger.model.access.ExportList;
import io.dingledger.model.access.ExportList.Batch;
import io.dingledger.model.access.ExportList.Listed;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.platform.store.TableExportList;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What an operator does with vouchers that leave as files. */
public final class ExportDesk {
  /** No batch has more vouchers. */
  public static final int MOST_IN_A_BATCH = TableExportList.MOST_IN_A_BATCH;

  private static final int BATCHES_SHOWN = 100;

  private final ExportList list;
  private final InstantSource clock;

  /** A desk over this list. */
  public ExportDesk(ExportList list, InstantSource clock) {
    this.list = list;
    this.clock = clock;
  }

  /**
   * The list at a glance.
   *
   * @param waiting how many vouchers wait, {@value #MOST_IN_A_BATCH} at most
   * @param batches the newest batches, newest first
   */
  public record Overview(int waiting, List<Batch> batches) {}

  /** What became of a wish for a file. */
  public sealed interface Taken {
    /**
     * The file.
     *
     * @param copy the how many-eth time this batch is taken away
     */
    record File(VoucherFile file, int copy) implements Taken {}

    /** None, and nothing was noted. */
    record Refused(Reason reason) implements Taken {}
  }

  /** What waits and what was made. */
  public Overview overview(Tenant tenant) {
    return new Overview(
        list.waiting(tenant, MOST_IN_A_BATCH).size(), list.batches(tenant, BATCHES_SHOWN));
  }

  /** A batch. */
  public Optional<Batch> batch(Tenant tenant, int number) {
    return list.batch(tenant, number);
  }

  /** Makes the next batch; empty when no voucher waits. */
  public Optional<Batch> next(Tenant tenant, Signer by, int limit) {
    return list.next(tenant, by.id(), clock.instant(), limit);
  }

  /**
   * The file of a batch. That it was taken away is noted before it is given: rather a copy that
   * nobody got than one that nobody knows of.
   *
   * @param format empty for the connection's own
   * @param numberFrom empty for the connection's own
   */
  public Taken take(
      TenantSettings tenant,
      int number,
      Signer by,
      Optional<FileFormat> format,
      Optional<Integer> numberFrom) {
    Optional<Batch> batch = list.batch(tenant.tenant(), number);
    if (batch.isEmpty()) {
      return refused(ExportFault.BATCH_UNKNOWN, number);
    }
    List<Voucher> vouchers = vouchers(tenant.tenant(), batch.get());
    if (vouchers.size() < batch.get().keys().size()) {
      return refused(ExportFault.VOUCHER_MISSING, number);
    }
    if (tenant.ledger().isEmpty()) {
      return refused(ExportFault.NO_LEDGER);
    }
    LedgerConnection connection = tenant.ledger().get();
    Order order =
        new Order(number, batch.get().at(), format, numberFrom, batch.get().takings().size() + 1);
    return switch (VoucherFiles.of(connection, order, vouchers)) {
      case Answer.Failed<VoucherFile>(Failure failure) ->
          new Taken.Refused(new Reason(failure.code(), failure.detail(), failure.detail()));
      case Answer.Got<VoucherFile>(VoucherFile file) -> {
        String word = format.orElseGet(() -> VoucherFiles.format(connection)).word();
        int copy = noted(tenant.tenant(), number, by, word);
        yield copy == order.copy()
            ? new Taken.File(file, copy)
            : renamed(
                connection, new Order(number, order.made(), format, numberFrom, copy), vouchers);
      }
    };
  }

  private int noted(Tenant tenant, int number, Signer by, String format) {
    return list.taken(tenant, number, by.id(), format, clock.instant()).takings().size();
  }

  /** Somebody else took it in the same moment. */
  private static Taken renamed(LedgerConnection connection, Order order, List<Voucher> vouchers) {
    return switch (VoucherFiles.of(connection, order, vouchers)) {
      case Answer.Got<VoucherFile>(VoucherFile file) -> new Taken.File(file, order.copy());
      case Answer.Failed<VoucherFile> failed ->
          throw new IllegalStateException("the same vouchers were written a moment ago");
    };
  }

  private List<Voucher> vouchers(Tenant tenant, Batch batch) {
    return batch.keys().stream()
        .flatMap(key -> list.find(tenant, key).stream())
        .map(Listed::voucher)
        .toList();
  }

  private static Taken refused(ExportFault fault, Object... arguments) {
    return new Taken.Refused(Reason.of(fault, arguments));
  }
}

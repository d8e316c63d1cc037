package io.dingledger.ledgers.file;

import io.dingledger.ledgers.Ledgers;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.voucher.Voucher;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes batches of vouchers as files. The same batch and order give the same bytes. */
public final class VoucherFiles {
  private VoucherFiles() {}

  /**
   * How a batch is wanted.
   *
   * @param batch its number, from 1
   * @param made when it was made
   * @param format the format; empty for the connection's own
   * @param numberFrom the first voucher number of each month; empty for the connection's own
   * @param copy the how many-eth time it is taken away, from 1; told by the file's name only
   */
  public record Order(
      int batch,
      Instant made,
      Optional<FileFormat> format,
      Optional<Integer> numberFrom,
      int copy) {}

  /**
   * The file of a batch, or the failure that names the first voucher that has no place in it and
   * why: listed for one format, a voucher may not fit into another.
   *
   * @param vouchers those of the batch, in its order
   */
  public static Answer<VoucherFile> of(
      LedgerConnection connection, Order order, List<Voucher> vouchers) {
    List<Reason> faults = Ledgers.check(connection);
    if (!connection.type().equals(FileForm.TYPE) || !faults.isEmpty()) {
      return new Answer.Failed<>(unusable(connection, faults));
    }
    FileSettings own = FileSettings.of(connection);
    FileSettings settings = order.format().map(own::in).orElse(own);
    Fitness fitness = new Fitness(settings);
    for (Voucher voucher : vouchers) {
      Optional<Failure> unfit = fitness.unfit(voucher);
      if (unfit.isPresent()) {
        return new Answer.Failed<>(naming(voucher, unfit.get()));
      }
    }
    Layout layout = Layout.of(settings);
    List<List<Cell>> rows =
        entries(vouchers, order.numberFrom().or(settings::numberStart)).stream()
            .map(layout::row)
            .toList();
    return new Answer.Got<>(
        new VoucherFile(
            name(settings, order), contentType(settings, layout), layout.file(rows, order.made())));
  }

  /** The format of a checked connection of this type. */
  public static FileFormat format(LedgerConnection connection) {
    return FileSettings.of(connection).format();
  }

  private static Failure unusable(LedgerConnection connection, List<Reason> faults) {
    Reason reason =
        faults.isEmpty() ? Reason.of(FileReason.OTHER_TYPE, connection.type()) : faults.getFirst();
    return Failure.of(FailureKind.CONFIG, FileForm.TYPE, reason.code(), reason.chinese());
  }

  private static Failure naming(Voucher voucher, Failure failure) {
    return Failure.of(
        failure.kind(),
        failure.system(),
        failure.code(),
        "凭证 voucher " + voucher.key() + ": " + failure.detail());
  }

  /** Numbers run within each month, in the order of the batch. */
  private static List<Entry> entries(List<Voucher> vouchers, Optional<Integer> start) {
    Map<YearMonth, Integer> used = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (int index = 0; index < vouchers.size(); index++) {
      Voucher voucher = vouchers.get(index);
      int before = used.merge(YearMonth.from(voucher.date()), 1, Integer::sum) - 1;
      entries.addAll(
          Entry.of(voucher, index + 1, start.map(first -> first + before), entries.size()));
    }
    return entries;
  }

  private static String name(FileSettings settings, Order order) {
    String copy = order.copy() > 1 ? "-第%d次导出-copy%d".formatted(order.copy(), order.copy()) : "";
    return String.format(
        Locale.ROOT,
        "%s-%04d-%s%s.%s",
        settings.filePrefix(),
        order.batch(),
        settings.format().word(),
        copy,
        settings.format().ending());
  }

  private static String contentType(FileSettings settings, Layout layout) {
    return layout
        .encoding()
        .map(charset -> settings.format().contentType() + "; charset=" + charset.name())
        .orElse(settings.format().contentType());
  }
}

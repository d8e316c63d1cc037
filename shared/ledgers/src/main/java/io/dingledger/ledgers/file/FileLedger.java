package io.dingledger.ledgers.file;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.access.ExportList;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Files that a person takes away: a voucher is posted when it stands in the tenant's list, once
 * under its key. It leaves from there in a batch; nothing here makes a file or calls anybody.
 */
final class FileLedger implements Ledger {
  /** Two writes and a read of the list with all repeats of its client. */
  private static final Duration LONGEST_SEND = Duration.ofMinutes(2);

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final Tenant tenant;
  private final FileSettings settings;
  private final Fitness fitness;
  private final ExportList list;
  private final Clock clock;

  /** Opens a checked connection. */
  FileLedger(LedgerConnection connection, LedgerTools tools) {
    this.tenant = connection.tenant();
    this.settings = FileSettings.of(connection);
    this.fitness = new Fitness(settings);
    this.list = tools.exports();
    this.clock = tools.clock();
  }

  @Override
  public Guard guard() {
    return Guard.OWN_LIST;
  }

  @Override
  public Checkup test() {
    return new Checkup(
        List.of(
            new Finding(Point.REACHABLE, reachable()),
            new Finding(Point.CREDENTIALS, new Verdict.Good()),
            new Finding(Point.PERMISSION, new Verdict.Good()),
            new Finding(Point.BOOK, new Verdict.NotTold()),
            new Finding(Point.PERIOD, period())));
  }

  private Verdict reachable() {
    try {
      list.batches(tenant, 1);
      return new Verdict.Good();
    } catch (RuntimeException noAnswer) {
      return new Verdict.Failed(FileReason.LIST_NO_ANSWER.failure(FailureKind.TRANSIENT));
    }
  }

  /** Books are kept by the Chinese calendar day; only the month matters here. */
  private Verdict period() {
    YearMonth now = YearMonth.from(clock.instant().atOffset(CHINA));
    return settings
        .closedThrough()
        .<Verdict>map(
            last ->
                now.isAfter(last)
                    ? new Verdict.Good()
                    : new Verdict.Failed(
                        FileReason.PERIOD_CLOSED.failure(FailureKind.PERIOD_CLOSED, now)))
        .orElseGet(Verdict.NotTold::new);
  }

  @Override
  public MasterData read(MasterData.Kind kind) {
    return new MasterData.NotOffered();
  }

  @Override
  public Asked ask(Voucher voucher) {
    try {
      return list.find(tenant, voucher.key())
          .map(
              listed ->
                  ListedVouchers.compared(
                      voucher, listed.voucher(), reference(voucher, listed.batch())))
          .orElseGet(() -> new Asked.Absent(voucher.key()));
    } catch (RuntimeException noAnswer) {
      return new Asked.Failed(FileReason.LIST_NO_ANSWER.failure(FailureKind.TRANSIENT));
    }
  }

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    if (!asked.key().equals(voucher.key())) {
      throw new IllegalArgumentException("the answer is about another voucher");
    }
    Optional<Failure> refusal = fitness.untimely(voucher).or(() -> fitness.unfit(voucher));
    if (refusal.isPresent()) {
      return new Sent.Failed(refusal.get());
    }
    try {
      // Whatever stands under the key already may be this voucher or not: only asking tells.
      return list.add(tenant, voucher, clock.instant())
          ? new Sent.Posted(reference(voucher, Optional.empty()))
          : new Sent.Failed(FileReason.LISTED_OTHERWISE.failure(FailureKind.AMBIGUOUS));
    } catch (RuntimeException noAnswer) {
      return new Sent.Failed(FileReason.LIST_NO_ANSWER.failure(FailureKind.AMBIGUOUS));
    }
  }

  /** The number that people see: the file's, once the voucher is in one. */
  private static LedgerReference reference(Voucher voucher, Optional<Integer> batch) {
    return new LedgerReference(
        voucher.key().value(), batch.map(number -> "batch " + number).orElse("batch pending"));
  }

  @Override
  public Attached attach(LedgerReference voucher, Attached.File file) {
    return new Attached.NotOffered();
  }

  @Override
  public Duration longestSend() {
    return LONGEST_SEND;
  }
}

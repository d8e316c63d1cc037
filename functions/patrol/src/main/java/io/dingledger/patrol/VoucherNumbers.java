package io.dingledger.patrol;

import io.dingledger.ledgers.hose.Flow;
import io.dingledger.ledgers.hose.Hose;
import io.dingledger.ledgers.hose.Hose.VoucherNumber;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.identity.ShortKey;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.TimelineEntry;
import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.InboundSettings;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.platform.observe.LogNames;
import io.dingledger.platform.store.WriteBacks.Expected;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells 合思 the numbers of its documents' vouchers. It takes them only of what is paid, and a number
 * counts as told once the document shows it. Whatever fails is tried again for a month; then a
 * person is told.
 */
final class VoucherNumbers {
  /** How long it is tried. */
  static final Duration PATIENCE = Duration.ofDays(30);

  /** After so long without a voucher on its way, what was expected will not come. */
  static final Duration LONGEST_WAY = Duration.ofDays(90);

  private static final System.Logger LOG = System.getLogger(VoucherNumbers.class.getName());
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(24));
  private static final String PAID = "paid";
  private static final Set<String> ARRIVALS = Set.of("POSTED", "LINKED");

  private final PatrolPorts ports;
  private final Hose hose;
  private final InstantSource clock;

  VoucherNumbers(PatrolPorts ports, InstantSource clock) {
    this.ports = ports;
    this.hose = ports.hose();
    this.clock = clock;
  }

  /** All of a tenant that are due, until a time. */
  void due(TenantSettings settings, Instant until) {
    Optional<HoseSettings> account = account(settings);
    if (account.isEmpty()) {
      return;
    }
    for (Expected each : ports.writeBacks().all(settings.tenant())) {
      Instant now = clock.instant();
      if (!now.isBefore(until)) {
        return;
      }
      if (!now.isBefore(each.nextAt())) {
        tell(settings.tenant(), account.get(), each);
      }
    }
  }

  /** That of one document, for it has just been posted. */
  void now(TenantSettings settings, DocumentId document) {
    account(settings)
        .ifPresent(
            account ->
                ports
                    .writeBacks()
                    .find(settings.tenant(), document)
                    .ifPresent(expected -> tell(settings.tenant(), account, expected)));
  }

  private static Optional<HoseSettings> account(TenantSettings settings) {
    return settings.inbound().flatMap(InboundSettings::hose);
  }

  private void tell(Tenant tenant, HoseSettings account, Expected expected) {
    Optional<DocumentRecord> record = ports.documents().find(tenant, expected.document());
    Optional<VoucherNumber> number =
        record.filter(found -> found.state() == DocumentState.POSTED).flatMap(this::number);
    if (number.isPresent()) {
      tell(tenant, account, expected, number.get());
    } else if (!clock.instant().isBefore(expected.since().plus(LONGEST_WAY))) {
      ports.writeBacks().over(tenant, expected.document());
    }
  }

  private void tell(Tenant tenant, HoseSettings account, Expected expected, VoucherNumber number) {
    switch (hose.flow(tenant, account, number.flowId())) {
      case Answer.Failed<Flow>(Failure why) -> failed(tenant, expected, number, why);
      case Answer.Got<Flow>(Flow flow) -> {
        if (flow.voucherNumber().equals(number.number())) {
          told(tenant, expected);
        } else if (!flow.voucherNumber().isEmpty()) {
          givenUp(
              tenant,
              expected,
              Reason.of(
                  PatrolReason.OTHER_NUMBER,
                  expected.document(),
                  flow.voucherNumber(),
                  number.number()));
        } else if (!flow.state().equals(PAID)) {
          failed(tenant, expected, number, notYet("NOT-PAID", "state " + flow.state()));
        } else {
          write(tenant, account, expected, number);
        }
      }
    }
  }

  private void write(Tenant tenant, HoseSettings account, Expected expected, VoucherNumber number) {
    if (hose.tell(tenant, account, number) instanceof Answer.Failed<Hose.Told>(Failure why)) {
      failed(tenant, expected, number, why);
      return;
    }
    boolean isShown =
        hose.flow(tenant, account, number.flowId()) instanceof Answer.Got<Flow>(Flow flow)
            && flow.voucherNumber().equals(number.number());
    if (isShown) {
      told(tenant, expected);
    } else {
      failed(tenant, expected, number, notYet("NOT-SHOWN", "the number is not shown yet"));
    }
  }

  private static Failure notYet(String code, String detail) {
    return Failure.of(FailureKind.NOT_READY, "hose", code, detail);
  }

  private void told(Tenant tenant, Expected expected) {
    ports.notices().settle(tenant, notice(expected));
    ports.writeBacks().over(tenant, expected.document());
  }

  private void failed(Tenant tenant, Expected expected, VoucherNumber number, Failure why) {
    LOG.log(
        System.Logger.Level.WARNING,
        "voucher number not told: "
            + String.join(
                " ", LogNames.of(tenant, expected.document()), why.kind().name(), why.code()));
    Instant now = clock.instant();
    if (now.isBefore(expected.since().plus(PATIENCE))) {
      ports.writeBacks().tried(tenant, expected, now.plus(wait(expected, why)));
    } else {
      givenUp(
          tenant,
          expected,
          Reason.of(
              PatrolReason.NUMBER_NOT_TOLD,
              expected.document(),
              number.number(),
              why.code(),
              why.detail()));
    }
  }

  /** No longer than the longest of ours, whatever is stated: a slip must not end it in silence. */
  private static Duration wait(Expected expected, Failure why) {
    Duration usual = WAITS.get(Math.min(expected.tries(), WAITS.size() - 1));
    Duration stated = why.retryAfter().orElse(usual);
    Duration longest = WAITS.getLast();
    return stated.compareTo(usual) <= 0 ? usual : stated.compareTo(longest) > 0 ? longest : stated;
  }

  /** The person first: should this worker die in between, it is only said once more. */
  private void givenUp(Tenant tenant, Expected expected, Reason reason) {
    ports.notices().raise(tenant, notice(expected), reason);
    ports.writeBacks().over(tenant, expected.document());
  }

  private static String notice(Expected expected) {
    return "number:" + ShortKey.of("NB", expected.document().value());
  }

  /** Some ledgers number nothing; then their id is all that there is to find it by. */
  private static String shown(LedgerReference reference) {
    return reference.number().isBlank() ? reference.id() : reference.number();
  }

  /** Of a document that is posted; empty when no voucher of it records anything. */
  private Optional<VoucherNumber> number(DocumentRecord record) {
    List<Posting> records =
        record.postings().stream().filter(posting -> posting.purpose() == Purpose.RECORD).toList();
    String numbers =
        records.stream()
            .flatMap(posting -> posting.reference().stream())
            .map(VoucherNumbers::shown)
            .collect(Collectors.joining(","));
    Optional<Voucher> first =
        records.stream()
            .findFirst()
            .flatMap(
                posting -> ports.documents().voucher(record.tenant(), record.id(), posting.key()));
    return first
        .filter(voucher -> !numbers.isEmpty())
        .map(
            voucher ->
                new VoucherNumber(
                    record.id().atItsSource(),
                    numbers,
                    postedAt(record),
                    YearMonth.from(voucher.date())));
  }

  /** The same at each try. */
  private static Instant postedAt(DocumentRecord record) {
    return record.timeline().stream()
        .filter(entry -> ARRIVALS.contains(entry.what()))
        .map(TimelineEntry::at)
        .max(Instant::compareTo)
        .orElse(record.updatedAt());
  }
}

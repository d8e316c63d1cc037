package io.dingledger.local.rulebook;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.rulebook.LifeCycle;
import io.dingledger.model.rulebook.LifeCycleReason;
import io.dingledger.model.rulebook.RuleBookVersion;
import io.dingledger.model.rulebook.Shelf;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.rulebook.Step;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.Platform;
import io.dingledger.rules.Checked;
import io.dingledger.rules.Finding;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.RuleBooks;
import io.dingledger.translate.StoredCases;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an operator does with rule books: the steps of the life cycle, with the proof of a
 * simulation made here and never handed in.
 */
public final class RuleBookDesk {
  /** From here on, when a tenant gets its first rule book with its settings. */
  static final LocalDate EVER = LocalDate.EPOCH;

  private final Platform platform;
  private final TryOut tryOut;
  private final OpenPeriods periods;
  private final Clock clock;

  /** A desk over these stores. */
  public RuleBookDesk(Platform platform, OpenPeriods periods, Clock clock) {
    this.platform = platform;
    this.tryOut =
        new TryOut(
            platform.documents(), new StoredCases(platform.documents(), platform.directory()));
    this.periods = periods;
    this.clock = clock;
  }

  /** All versions of a tenant, the oldest first. */
  public List<RuleBookVersion> all(Tenant tenant) {
    return platform.lives().all(tenant);
  }

  /** A version of a tenant. */
  public Optional<RuleBookVersion> find(Tenant tenant, String version) {
    return platform.lives().find(tenant, version);
  }

  /** The text of a version. */
  public Optional<String> text(Tenant tenant, String version) {
    return platform.ruleBooks().text(tenant, version);
  }

  /** What is in force when. */
  public Shelf shelf(Tenant tenant) {
    return platform.lives().shelf(tenant);
  }

  /** Puts a text forward; one with mistakes is refused. */
  public LifeCycle.Outcome draft(Tenant tenant, String text, Signer by) {
    if (RuleBooks.check(text) instanceof Checked.Invalid(List<Finding> findings)) {
      Finding first = findings.getFirst();
      return refused(
          Reason.of(
              RuleBookFault.TEXT_WRONG, findings.size(), first.reason().code(), first.line()));
    }
    String version = platform.ruleBooks().put(tenant, text);
    return take(tenant, version, new Step.Drafted(by, now()));
  }

  /** Tries a version out, here and now, on documents that nobody can choose. */
  public LifeCycle.Outcome simulate(TenantSettings tenant, String version, Signer by) {
    Optional<RuleBook> book = text(tenant.tenant(), version).flatMap(RuleBookDesk::compiled);
    if (book.isEmpty() || find(tenant.tenant(), version).isEmpty()) {
      return refused(Reason.of(LifeCycleReason.VERSION_UNKNOWN, version));
    }
    return switch (tryOut.of(tenant, version, book.get())) {
      case TryOut.Tried.Failed(Reason reason) -> refused(reason);
      case TryOut.Tried.Proven(var proof) ->
          take(tenant.tenant(), version, new Step.Simulated(proof, by, now()));
    };
  }

  /**
   * Agrees to a version.
   *
   * @param report the digest of the report that this person saw
   */
  public LifeCycle.Outcome approve(Tenant tenant, String version, Signer by, String report) {
    return take(tenant, version, new Step.Approved(report, by, now()));
  }

  /** Puts a version in force from a business date on. */
  public LifeCycle.Outcome activate(Tenant tenant, String version, Signer by, LocalDate from) {
    return take(tenant, version, new Step.Activated(from, by, now()));
  }

  /** Withdraws a version that was never in force. */
  public LifeCycle.Outcome withdraw(Tenant tenant, String version, Signer by) {
    return take(tenant, version, new Step.Withdrawn(by, now()));
  }

  /**
   * Takes over the rule book that comes with a tenant's settings, by the same steps as any other,
   * from where its version stands. A version that was ever in force is left as it is: when it is in
   * force is for the shelf to say.
   */
  public LifeCycle.Outcome takeOver(TenantSettings tenant, String text, Signing signing) {
    Tenant whose = tenant.tenant();
    String version = platform.ruleBooks().put(whose, text);
    Optional<RuleBookVersion> there = find(whose, version);
    LifeCycle.Outcome outcome =
        there
            .filter(known -> !(known instanceof RuleBookVersion.Withdrawn))
            .map(known -> (LifeCycle.Outcome) new LifeCycle.Outcome.Taken(known))
            .orElseGet(() -> draft(whose, text, signing.author()));
    while (outcome instanceof LifeCycle.Outcome.Taken(RuleBookVersion next)
        && !(next instanceof RuleBookVersion.Active)) {
      outcome = next(tenant, next, signing);
    }
    return outcome;
  }

  /**
   * The same, for who can't go on without it.
   *
   * @throws IllegalStateException when a step is refused, with the reason
   */
  public void takeOverOrFail(TenantSettings tenant, String text, Signing signing) {
    if (takeOver(tenant, text, signing) instanceof LifeCycle.Outcome.Refused(Reason why)) {
      Reason reason =
          Reason.of(
              RuleBookFault.NOT_TAKEN_OVER,
              tenant.tenant(),
              why.code(),
              why.chinese(),
              why.english());
      throw new IllegalStateException(reason.code() + " " + reason.english());
    }
  }

  private LifeCycle.Outcome next(TenantSettings tenant, RuleBookVersion there, Signing signing) {
    Tenant whose = tenant.tenant();
    return switch (there) {
      case RuleBookVersion.Draft draft -> simulate(tenant, draft.version(), signing.author());
      case RuleBookVersion.Simulated simulated ->
          approve(whose, simulated.version(), signing.approver(), simulated.proof().report());
      case RuleBookVersion.Approved approved ->
          activate(whose, approved.version(), signing.approver(), from(tenant, signing));
      case RuleBookVersion.Active active -> new LifeCycle.Outcome.Taken(active);
      case RuleBookVersion.Withdrawn withdrawn ->
          refused(Reason.of(LifeCycleReason.WITHDRAWN, withdrawn.version()));
    };
  }

  private LocalDate from(TenantSettings tenant, Signing signing) {
    boolean isFirst = shelf(tenant.tenant()).begins().isEmpty();
    return signing
        .from()
        .orElseGet(() -> isFirst ? EVER : LocalDate.ofInstant(now(), tenant.zone()));
  }

  private LifeCycle.Outcome take(Tenant tenant, String version, Step step) {
    return platform.lives().take(tenant, version, step, periods.openFrom(tenant));
  }

  private static Optional<RuleBook> compiled(String text) {
    return RuleBooks.check(text) instanceof Checked.Valid(RuleBook book, var warnings)
        ? Optional.of(book)
        : Optional.empty();
  }

  private static LifeCycle.Outcome refused(Reason reason) {
    return new LifeCycle.Outcome.Refused(reason);
  }

  private Instant now() {
    return clock.instant();
  }
}

package io.dingledger.translate;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.rulebook.RuleBookVersion;
import io.dingledger.model.rulebook.Shelf;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.RuleBookLives;
import io.dingledger.platform.store.RuleBookStore;
import io.dingledger.platform.store.TenantRegistry;
import io.dingledger.rules.Checked;
import io.dingledger.rules.Finding;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.RuleBooks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The tenants' active rule books by date, each version compiled once. */
public final class ActiveRuleBooks implements RuleBookSource {
  /** More rule books than this in one process, and all are compiled anew. */
  private static final int MOST_KEPT = 500;

  private final TenantRegistry tenants;
  private final RuleBookStore ruleBooks;
  private final RuleBookLives lives;
  private final Function<String, Checked> check;
  private final Map<Version, Checked> compiled = new ConcurrentHashMap<>();

  /**
   * Rule books from these.
   *
   * @param tenants the tenants
   * @param ruleBooks the texts
   * @param lives which of them is in force when
   */
  public ActiveRuleBooks(TenantRegistry tenants, RuleBookStore ruleBooks, RuleBookLives lives) {
    this(tenants, ruleBooks, lives, RuleBooks::check);
  }

  /**
   * Rule books from these, read in another way.
   *
   * @param check reads a rule book's text; the same text always gives the same
   */
  public ActiveRuleBooks(
      TenantRegistry tenants,
      RuleBookStore ruleBooks,
      RuleBookLives lives,
      Function<String, Checked> check) {
    this.check = check;
    this.tenants = tenants;
    this.ruleBooks = ruleBooks;
    this.lives = lives;
  }

  private record Version(Tenant tenant, String version) {}

  @Override
  public Active of(Tenant tenant) {
    Optional<TenantSettings> settings = tenants.find(tenant);
    if (settings.isEmpty()) {
      return unknown(tenant);
    }
    if (settings.get().standing().suspension().isPresent()) {
      return new Active.Waiting(
          Standing.Suspension.failure(), Reason.of(TranslateReason.SUSPENDED_BY_OPERATOR, tenant));
    }
    if (!settings.get().standing().isAuthorised()) {
      return waiting(TranslateReason.TENANT_SUSPENDED, "TENANT-SUSPENDED", tenant);
    }
    Shelf shelf = lives.shelf(tenant);
    return shelf
        .begins()
        .map(begins -> (Active) new Active.Ready(settings.get(), new Books(tenant, shelf, begins)))
        .orElseGet(() -> waiting(TranslateReason.NO_RULE_BOOK_YET, "NO-RULE-BOOK-YET", tenant));
  }

  /** A push of a third-party app can be faster than the authorisation that it follows. */
  private static Active unknown(Tenant tenant) {
    return Suite.isTenant(tenant)
        ? waiting(TranslateReason.NO_TENANT, "NO-TENANT", tenant)
        : new Active.Unusable(Reason.of(TranslateReason.NO_TENANT, tenant));
  }

  private static Active waiting(TranslateReason because, String code, Tenant tenant) {
    Reason reason = Reason.of(because, tenant);
    return new Active.Waiting(
        Failure.of(FailureKind.CONFIG, "dingtalk", code, reason.english()), reason);
  }

  /** A tenant's shelf, with its versions compiled when they are asked for. */
  private final class Books implements RuleBooksByDate {
    private final Tenant tenant;
    private final Shelf shelf;
    private final LocalDate begins;

    private Books(Tenant tenant, Shelf shelf, LocalDate begins) {
      this.tenant = tenant;
      this.shelf = shelf;
      this.begins = begins;
    }

    @Override
    public InForce on(LocalDate date) {
      return shelf
          .inForceOn(date)
          .map(version -> usable(new Version(tenant, version)))
          .orElseGet(() -> tooEarly(date));
    }

    @Override
    public List<InForce> between(LocalDate first, LocalDate last) {
      Set<String> versions = shelf.inForceBetween(first, last);
      return versions.isEmpty()
          ? List.of(tooEarly(last))
          : versions.stream().map(version -> usable(new Version(tenant, version))).toList();
    }

    private InForce tooEarly(LocalDate date) {
      return new InForce.None(Reason.of(TranslateReason.BEFORE_FIRST_RULE_BOOK, date, begins));
    }
  }

  private RuleBooksByDate.InForce usable(Version version) {
    Optional<Checked> checked = checked(version);
    if (checked.isEmpty()) {
      return none(TranslateReason.NO_RULE_BOOK, version.version());
    }
    return switch (checked.get()) {
      case Checked.Valid(RuleBook book, var warnings) ->
          new RuleBooksByDate.InForce.Version(version.version(), book);
      case Checked.Invalid(List<Finding> findings) ->
          none(
              TranslateReason.RULE_BOOK_INVALID,
              version.version(),
              findings.getFirst().reason().code());
    };
  }

  private static RuleBooksByDate.InForce none(TranslateReason reason, Object... arguments) {
    return new RuleBooksByDate.InForce.None(Reason.of(reason, arguments));
  }

  /** The text of a version whose own history says that it may be used, checked and compiled. */
  private Optional<Checked> checked(Version version) {
    if (compiled.size() > MOST_KEPT) {
      compiled.clear();
    }
    Checked known = compiled.get(version);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Checked> checked =
        lives
            .find(version.tenant(), version.version())
            .filter(RuleBookVersion.Active.class::isInstance)
            .flatMap(active -> ruleBooks.text(version.tenant(), version.version()))
            .map(check);
    checked.ifPresent(result -> compiled.put(version, result));
    return checked;
  }
}

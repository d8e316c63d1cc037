package io.dingledger.translate;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.RuleBookStore;
import io.dingledger.platform.store.TenantRegistry;
import io.dingledger.rules.Checked;
import io.dingledger.rules.Finding;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.RuleBooks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tenants' active rule books, each version compiled once. */
public final class ActiveRuleBooks implements RuleBookSource {
  /** More rule books than this in one process, and all are compiled anew. */
  private static final int MOST_KEPT = 500;

  private final TenantRegistry tenants;
  private final RuleBookStore ruleBooks;
  private final Map<Version, Checked> compiled = new ConcurrentHashMap<>();

  public ActiveRuleBooks(TenantRegistry tenants, RuleBookStore ruleBooks) {
    this.tenants = tenants;
    this.ruleBooks = ruleBooks;
  }

  private record Version(Tenant tenant, String version) {}

  @Override
  public Active of(Tenant tenant) {
    Optional<TenantSettings> settings = tenants.find(tenant);
    if (settings.isEmpty()) {
      return unknown(tenant);
    }
    if (!settings.get().standing().isActive()) {
      return waiting(TranslateReason.TENANT_SUSPENDED, "TENANT-SUSPENDED", tenant);
    }
    String version = settings.get().ruleBookVersion();
    if (version.isEmpty()) {
      return waiting(TranslateReason.NO_RULE_BOOK_YET, "NO-RULE-BOOK-YET", tenant);
    }
    Optional<Checked> checked = checked(new Version(tenant, version));
    if (checked.isEmpty()) {
      return new Active.Unusable(Reason.of(TranslateReason.NO_RULE_BOOK, version));
    }
    return switch (checked.get()) {
      case Checked.Valid(RuleBook book, var warnings) -> new Active.Ready(settings.get(), book);
      case Checked.Invalid(List<Finding> findings) ->
          new Active.Unusable(
              Reason.of(
                  TranslateReason.RULE_BOOK_INVALID, version, findings.getFirst().reason().code()));
    };
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

  private Optional<Checked> checked(Version version) {
    if (compiled.size() > MOST_KEPT) {
      compiled.clear();
    }
    Checked known = compiled.get(version);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Checked> checked =
        ruleBooks.text(version.tenant(), version.version()).map(RuleBooks::check);
    checked.ifPresent(result -> compiled.put(version, result));
    return checked;
  }
}

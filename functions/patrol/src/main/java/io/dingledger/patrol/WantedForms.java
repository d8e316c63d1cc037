package io.dingledger.patrol;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.PatrolNotes;
import io.dingledger.platform.store.RuleBookStore;
import io.dingledger.rules.Checked;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.RuleBooks;
import io.dingledger.rules.book.PeriodVouchers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The forms whose approvals a tenant's rule book wants: those that it names, and those of which an
 * approval with a wanted category was seen; whether it wants the results of days, and when it wants
 * months of pay closed.
 */
final class WantedForms {
  private static final int MOST_KEPT = 200;

  private final RuleBookStore ruleBooks;
  private final PatrolNotes notes;
  private final Map<Version, Scope> scopes = new ConcurrentHashMap<>();

  WantedForms(RuleBookStore ruleBooks, PatrolNotes notes) {
    this.ruleBooks = ruleBooks;
    this.notes = notes;
  }

  /**
   * A form.
   *
   * @param category its category as pushes told it, or empty
   */
  record Form(String processCode, String category) {}

  private record Version(Tenant tenant, String version) {}

  private record Scope(
      Set<String> processCodes, Set<String> categories, boolean days, int closeOn) {}

  /** The wanted forms; empty without a usable rule book, for then nothing is known of them. */
  Optional<List<Form>> of(TenantSettings settings) {
    return scope(new Version(settings.tenant(), settings.ruleBookVersion()))
        .map(scope -> forms(settings.tenant(), scope));
  }

  /** Whether the rule book wants the results of days; false without a usable one. */
  boolean wantsDays(TenantSettings settings) {
    return scope(new Version(settings.tenant(), settings.ruleBookVersion()))
        .map(Scope::days)
        .orElse(false);
  }

  /**
   * The day of the following month on which a month of pay is to be closed; 0 when a person does
   * that, or without a usable rule book.
   */
  int closeOn(TenantSettings settings) {
    return scope(new Version(settings.tenant(), settings.ruleBookVersion()))
        .map(Scope::closeOn)
        .orElse(0);
  }

  private List<Form> forms(Tenant tenant, Scope scope) {
    Map<String, String> seen = notes.forms(tenant);
    Map<String, String> wanted = new TreeMap<>();
    scope.processCodes().forEach(code -> wanted.put(code, seen.getOrDefault(code, "")));
    seen.forEach(
        (code, category) -> {
          if (scope.categories().contains(category)) {
            wanted.put(code, category);
          }
        });
    List<Form> forms = new ArrayList<>();
    wanted.forEach((code, category) -> forms.add(new Form(code, category)));
    return forms;
  }

  private Optional<Scope> scope(Version version) {
    Scope known = scopes.get(version);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Scope> read =
        ruleBooks.text(version.tenant(), version.version()).flatMap(WantedForms::read);
    if (scopes.size() > MOST_KEPT) {
      scopes.clear();
    }
    read.ifPresent(scope -> scopes.put(version, scope));
    return read;
  }

  private static Optional<Scope> read(String text) {
    return switch (RuleBooks.check(text)) {
      case Checked.Valid(RuleBook book, var warnings) ->
          Optional.of(
              new Scope(
                  book.processCodes(),
                  book.categories(),
                  book.outOfScope(DocumentKind.DAILY_RESULT).isEmpty(),
                  book.period().map(PeriodVouchers::closeOn).orElse(0)));
      case Checked.Invalid invalid -> Optional.empty();
    };
  }
}

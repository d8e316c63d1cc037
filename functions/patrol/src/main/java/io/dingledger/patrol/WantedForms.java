package io.dingledger.patrol;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.PatrolNotes;
import io.dingledger.platform.store.RuleBookLives;
import io.dingledger.platform.store.RuleBookStore;
import io.dingledger.rules.Checked;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.book.PeriodVouchers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The forms whose approvals a tenant's rule books want: those that they name, and those of which an
 * approval with a wanted category was seen; whether they want the results of a day, and when they
 * want months of pay closed.
 */
final class WantedForms {
  private static final int MOST_KEPT = 200;

  private final RuleBookStore ruleBooks;
  private final RuleBookLives lives;
  private final PatrolNotes notes;
  private final Function<String, Checked> check;
  private final Map<Version, Scope> scopes = new ConcurrentHashMap<>();

  /**
   * What these rule books want.
   *
   * @param check reads a rule book's text; the same text always gives the same
   */
  WantedForms(
      RuleBookStore ruleBooks,
      RuleBookLives lives,
      PatrolNotes notes,
      Function<String, Checked> check) {
    this.check = check;
    this.ruleBooks = ruleBooks;
    this.lives = lives;
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

  /**
   * The forms that are wanted on any of these days; empty without a usable rule book, for then
   * nothing is known of them.
   */
  Optional<List<Form>> between(Tenant tenant, LocalDate first, LocalDate last) {
    List<Scope> scopes =
        lives.shelf(tenant).inForceBetween(first, last).stream()
            .flatMap(version -> scope(new Version(tenant, version)).stream())
            .toList();
    return scopes.isEmpty() ? Optional.empty() : Optional.of(forms(tenant, scopes));
  }

  /** Whether the rule book of a day wants its results; false without a usable one. */
  boolean wantsDay(Tenant tenant, LocalDate day) {
    return lives
        .shelf(tenant)
        .inForceOn(day)
        .flatMap(version -> scope(new Version(tenant, version)))
        .map(Scope::days)
        .orElse(false);
  }

  /**
   * The day of the following month on which a month of pay is to be closed; 0 when a person does
   * that, or without a usable rule book.
   *
   * @param month by whose last day the rule book is chosen
   */
  int closeOn(Tenant tenant, YearMonth month) {
    return lives
        .shelf(tenant)
        .inForceOn(month.atEndOfMonth())
        .flatMap(version -> scope(new Version(tenant, version)))
        .map(Scope::closeOn)
        .orElse(0);
  }

  private List<Form> forms(Tenant tenant, List<Scope> scopes) {
    Map<String, String> seen = notes.forms(tenant);
    Map<String, String> wanted = new TreeMap<>();
    for (Scope scope : scopes) {
      scope.processCodes().forEach(code -> wanted.put(code, seen.getOrDefault(code, "")));
      seen.forEach(
          (code, category) -> {
            if (scope.categories().contains(category)) {
              wanted.put(code, category);
            }
          });
    }
    List<Form> forms = new ArrayList<>();
    wanted.forEach((code, category) -> forms.add(new Form(code, category)));
    return forms;
  }

  private Optional<Scope> scope(Version version) {
    Scope known = scopes.get(version);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Scope> read = ruleBooks.text(version.tenant(), version.version()).flatMap(this::read);
    if (scopes.size() > MOST_KEPT) {
      scopes.clear();
    }
    read.ifPresent(scope -> scopes.put(version, scope));
    return read;
  }

  private Optional<Scope> read(String text) {
    return switch (check.apply(text)) {
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

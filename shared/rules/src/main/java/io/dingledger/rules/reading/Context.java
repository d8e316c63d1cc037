package io.dingledger.rules.reading;

import io.dingledger.model.money.Money;
import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.Account;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.LookupTable;
import io.dingledger.rules.book.PayItemDefinition;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Mistake;
import io.dingledger.rules.expression.Template;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Vocabulary;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the readers of the sections share: what was read so far, and what is used. */
final class Context {
  private final Findings findings;
  private final Map<String, FormMapping> forms = new LinkedHashMap<>();
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<String, LookupTable> lookups = new LinkedHashMap<>();
  private final Map<String, PayItemDefinition> payItems = new LinkedHashMap<>();
  private final Set<Kind> typed = new LinkedHashSet<>();
  private final Vocabularies vocabularies = new Vocabularies(forms);
  private final Usages usages = new Usages();
  private final Domains domains = new Domains(vocabularies.derived(), payItems, forms);
  private final FormulaChecks formulaChecks;
  private final Names names;
  private String currency = "CNY";
  private boolean withoutForms;
  private boolean scopeUnclear;
  private boolean withCalendar;

  Context(Findings findings) {
    this.findings = findings;
    this.formulaChecks = new FormulaChecks(findings, domains);
    this.names = new Names(findings);
  }

  Findings findings() {
    return findings;
  }

  String currency() {
    return currency;
  }

  void currency(String code) {
    currency = code;
  }

  /** The number of decimals of the currency. */
  int scale() {
    return Money.scaleOf(currency);
  }

  Map<String, FormMapping> forms() {
    return forms;
  }

  Map<String, Account> accounts() {
    return accounts;
  }

  Map<String, LookupTable> lookups() {
    return lookups;
  }

  /** The pay items by name. */
  Map<String, PayItemDefinition> payItems() {
    return Collections.unmodifiableMap(payItems);
  }

  /** A pay item that rules may make; what was booked of it can be read from now on. */
  void payItem(PayItemDefinition item) {
    payItems.put(item.name(), item);
    vocabularies.addItem(item.name());
  }

  /** What the book itself makes of fields, by path; what is put there can be read from then on. */
  Map<String, Derived> derived() {
    return vocabularies.derived();
  }

  /** Whether the book has a calendar, be it one that cannot be read. */
  boolean hasCalendar() {
    return withCalendar;
  }

  /** The book has a calendar. */
  void readsCalendar() {
    withCalendar = true;
  }

  /** Takes another definition for a derived value. */
  void redefine(Derived value) {
    vocabularies.redefine(value);
  }

  /** What fields can be at all. */
  Domains domains() {
    return domains;
  }

  /** The names that the book gives to what expressions read. */
  Names names() {
    return names;
  }

  /** Some paths, and all that the derived values among them are made of. */
  Set<String> reached(Collection<String> paths) {
    return Usages.reached(paths, derived());
  }

  /** What is used. */
  Usages usages() {
    return usages;
  }

  /** An entry of a section is used. */
  void use(String section, String name) {
    usages.use(section, name);
  }

  boolean isUsed(String section, String name) {
    return usages.isUsed(section, name);
  }

  /** The kinds of the forms. */
  Set<Kind> formKinds() {
    Set<Kind> kinds = new LinkedHashSet<>();
    forms.values().forEach(form -> kinds.add(form.kind()));
    return kinds;
  }

  /** The kinds of the forms, those in scope that need none, and the months of pay. */
  Set<Kind> kinds() {
    Set<Kind> kinds = formKinds();
    kinds.addAll(typed);
    if (!payItems.isEmpty()) {
      kinds.add(Kind.PERSON_MONTH);
      kinds.add(Kind.PAY_PERIOD);
    }
    return kinds;
  }

  /** A kind that needs no form is in scope. */
  void inScope(Kind kind) {
    typed.add(kind);
  }

  /** The kinds in scope that need no form. */
  Set<Kind> typed() {
    return typed;
  }

  /** Some entry of the scope cannot be read, so that nothing is known to be out of scope. */
  void scopeIsUnclear() {
    scopeUnclear = true;
  }

  /** Whether no document of a kind that needs no form is ever wanted. */
  boolean isOutOfScope(Kind kind) {
    return !kind.isForm() && !kind.isOfPay() && !scopeUnclear && !typed.contains(kind);
  }

  /** What expressions about a document may read. */
  Vocabulary document(Kind kind) {
    return vocabularies.of(kind, false);
  }

  /** What expressions about a row may read. */
  Vocabulary row(Kind kind) {
    return vocabularies.of(kind, true);
  }

  /** What expressions may read in documents of any of the book's kinds. */
  Vocabulary anywhere() {
    Set<Kind> kinds = kinds();
    return vocabularies.anywhere(kinds.isEmpty() ? List.of(Kind.EXPENSE_CLAIM) : kinds);
  }

  /** The kinds of the book in whose documents or rows all of these can be read. */
  Set<Kind> homes(Collection<String> paths) {
    Set<Kind> homes = kinds();
    homes.removeIf(kind -> !row(kind).fields().keySet().containsAll(paths));
    return homes;
  }

  /** The kind whose documents have a field, those that map it first; any kind if none has it. */
  Optional<Kind> kindWith(String path) {
    Set<Kind> having = homes(List.of(path));
    return having.stream()
        .filter(kind -> !row(kind).notMapped().contains(path))
        .findFirst()
        .or(() -> having.stream().findFirst())
        .or(() -> kinds().stream().findFirst());
  }

  /** The book has no forms, and needs none. */
  void hasNoForms() {
    withoutForms = true;
  }

  /** Whether the book is meant to have no forms; it may also have some that can't be read. */
  boolean isWithoutForms() {
    return withoutForms;
  }

  /** Whether no form of the book is of a kind, as far as its forms can be read at all. */
  boolean isWithoutForm(Kind kind) {
    return kind.isForm() && (withoutForms || !formKinds().isEmpty()) && !formKinds().contains(kind);
  }

  /** Whether documents of a kind never have rows in this book. */
  boolean isWithoutRows(Kind kind) {
    if (!kind.isForm()) {
      return kind.rowWord().isEmpty();
    }
    return formKinds().contains(kind)
        && forms.values().stream()
            .noneMatch(form -> form.kind() == kind && form.table().isPresent());
  }

  /** The formula that a text is. */
  Optional<Formula> formula(Word word, Vocabulary vocabulary, Type wanted) {
    return formula(word, Formula.read(word.text(), vocabulary, wanted));
  }

  /** The formula of any type that a text is. */
  Optional<Formula> formula(Word word, Vocabulary vocabulary) {
    return formula(word, Formula.read(word.text(), vocabulary));
  }

  private Optional<Formula> formula(Word word, Formula.Read read) {
    return switch (read) {
      case Formula.Read.Good(Formula formula) -> {
        read(word, formula.fields());
        formulaChecks.check(word, formula);
        yield Optional.of(formula);
      }
      case Formula.Read.Bad(List<Mistake> mistakes) -> {
        findings.mistakes(word, mistakes);
        yield Optional.empty();
      }
    };
  }

  /** Fields are read at a place: what the book makes itself is used, and what it lacks is said. */
  private void read(Word word, Collection<String> paths) {
    usages.read(paths, vocabularies.derived());
    usages.count(Usages.items(paths, payItems.keySet()), word);
    if (!withCalendar && paths.stream().anyMatch(Context::isOfCalendar)) {
      findings.add(word.node(), RuleFinding.CALENDAR_MISSING, word.text());
    }
  }

  private static boolean isOfCalendar(String path) {
    return path.endsWith(".dayClass") || path.equals(Kind.PERSON_MONTH.path("workdays"));
  }

  /** Whether a text is the path of a text field, and nothing else. */
  boolean isTextField(Word word, Vocabulary vocabulary) {
    Optional<Formula> formula = formula(word, vocabulary, Type.TEXT);
    if (formula.isPresent() && vocabulary.type(word.text()).isEmpty()) {
      Section.wrongShape(
          findings,
          word.node(),
          word.text(),
          "字段，例如 line.category",
          "a field such as line.category");
      return false;
    }
    return formula.isPresent();
  }

  /** The template that a text is. */
  Optional<Template> template(Word word, Vocabulary vocabulary) {
    return switch (Template.read(word.text(), vocabulary)) {
      case Template.Read.Good(Template template) -> {
        read(word, template.fields());
        yield Optional.of(template);
      }
      case Template.Read.Bad(List<Mistake> mistakes) -> {
        findings.mistakes(word, mistakes);
        yield Optional.empty();
      }
    };
  }

  /** The account with a business name; it counts as used. */
  Optional<Account> account(Word word) {
    Account account = accounts.get(word.text());
    if (account == null) {
      findings.add(
          word.node(),
          RuleBookFinding.ACCOUNT_UNKNOWN,
          word.text(),
          Nearest.hint(word.text(), accounts.keySet()));
      return Optional.empty();
    }
    use("accounts", account.name());
    return Optional.of(account);
  }

  /** One of some allowed words. */
  boolean isChoice(Word word, Collection<String> choices) {
    if (choices.contains(word.text())) {
      return true;
    }
    findings.add(
        word.node(),
        RuleBookFinding.CHOICE_UNKNOWN,
        word.text(),
        Nearest.hint(word.text(), choices),
        String.join(", ", choices));
    return false;
  }

  /** The kind of forms that a text names. */
  Optional<Kind> formKind(Word word) {
    return isChoice(word, Kind.formWords()) ? Kind.named(word.text()) : Optional.empty();
  }
}

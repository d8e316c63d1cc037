package io.dingledger.rules.reading;

import io.dingledger.model.money.Money;
import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.Account;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.Derived.InputVatOf;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.LookupTable;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Mistake;
import io.dingledger.rules.expression.Template;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Vocabulary;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the readers of the sections share: what was read so far, and what is used. */
final class Context {
  private final Findings findings;
  private String currency = "CNY";
  private boolean withoutForms;
  private final Map<String, FormMapping> forms = new LinkedHashMap<>();
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<String, LookupTable> lookups = new LinkedHashMap<>();
  private final Map<String, Derived> derived = new LinkedHashMap<>();
  private final Names names;
  private final Set<String> used = new LinkedHashSet<>();

  Context(Findings findings) {
    this.findings = findings;
    this.names = new Names(findings);
  }

  /** What the book itself makes of fields, by path. */
  Map<String, Derived> derived() {
    return derived;
  }

  /** The names that the book gives to what expressions read. */
  Names names() {
    return names;
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

  /** The kinds of the forms. */
  Set<Kind> kinds() {
    Set<Kind> kinds = new LinkedHashSet<>();
    forms.values().forEach(form -> kinds.add(form.kind()));
    return kinds;
  }

  /** An entry of a section is used. */
  void use(String section, String name) {
    used.add(section + "/" + name);
  }

  /** What stands behind these paths is used, as far as the book makes it. */
  void use(Set<String> paths) {
    paths.stream()
        .map(derived::get)
        .filter(Objects::nonNull)
        .forEach(each -> use(DerivedFields.section(each), DerivedFields.name(each)));
  }

  boolean isUsed(String section, String name) {
    return used.contains(section + "/" + name);
  }

  /** What expressions about a document may read. */
  Vocabulary document(Kind kind) {
    Map<String, Type> fields = new LinkedHashMap<>(kind.documentFields());
    fields.putAll(
        DerivedFields.readable(
            derived.values().stream().filter(each -> !(each instanceof InputVatOf)).toList(),
            kind.documentFields().keySet()));
    Set<String> onlyInRows = new LinkedHashSet<>(row(kind).fields().keySet());
    onlyInRows.removeAll(fields.keySet());
    return new Vocabulary(fields, onlyInRows, notMapped(kind));
  }

  /** What expressions about a row may read. */
  Vocabulary row(Kind kind) {
    Map<String, Type> fields = fields(kind);
    fields.putAll(
        DerivedFields.readable(
            derived.values().stream().filter(each -> isFor(each, kind)).toList(),
            fields(kind).keySet()));
    return new Vocabulary(fields, Set.of(), notMapped(kind));
  }

  /** Input VAT is of the rows that forms have. */
  private static boolean isFor(Derived each, Kind kind) {
    return !(each instanceof InputVatOf) || kind.table() != Kind.Table.ABSENT;
  }

  private static Map<String, Type> fields(Kind kind) {
    Map<String, Type> fields = new LinkedHashMap<>(kind.documentFields());
    fields.putAll(kind.rowFields());
    return fields;
  }

  /**
   * The kind whose documents have a field: those of forms that map it, those of other forms, then
   * what is typed without a form; any kind if none has it.
   */
  Optional<Kind> kindWith(String path) {
    List<Kind> having =
        Stream.concat(kinds().stream(), Arrays.stream(Kind.values()).filter(kind -> !kind.isForm()))
            .filter(kind -> fields(kind).containsKey(path))
            .toList();
    return having.stream()
        .filter(kind -> !notMapped(kind).contains(path))
        .findFirst()
        .or(() -> having.stream().findFirst())
        .or(() -> kinds().stream().findFirst());
  }

  /** Some kind, for checking what belongs to no known one. */
  Kind anyKind() {
    return kinds().stream().findFirst().orElse(Kind.EXPENSE_CLAIM);
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
    return (withoutForms || !kinds().isEmpty()) && !kinds().contains(kind);
  }

  /** Whether the book has forms of a kind, and none with rows. */
  boolean isWithoutRows(Kind kind) {
    return kinds().contains(kind)
        && forms.values().stream()
            .noneMatch(form -> form.kind() == kind && form.table().isPresent());
  }

  private Set<String> notMapped(Kind kind) {
    Set<String> paths = new LinkedHashSet<>();
    List<FormMapping> same = forms.values().stream().filter(form -> form.kind() == kind).toList();
    if (!same.isEmpty()) {
      kind.header().stream()
          .filter(field -> same.stream().noneMatch(form -> form.header().containsKey(field.key())))
          .forEach(field -> paths.add(kind.path(field)));
      kind.row().stream()
          .filter(field -> same.stream().noneMatch(form -> form.row().containsKey(field.key())))
          .forEach(field -> paths.add(Kind.rowPath(field)));
    }
    return paths;
  }

  /** The formula that a text is. */
  Optional<Formula> formula(Word word, Vocabulary vocabulary, Type wanted) {
    return formula(word, Formula.read(word.text(), vocabulary, wanted));
  }

  /** The formula that a text is, of whatever type. */
  Optional<Formula> formula(Word word, Vocabulary vocabulary) {
    return formula(word, Formula.read(word.text(), vocabulary));
  }

  private Optional<Formula> formula(Word word, Formula.Read read) {
    return switch (read) {
      case Formula.Read.Good(Formula formula) -> {
        use(formula.fields());
        yield Optional.of(formula);
      }
      case Formula.Read.Bad(List<Mistake> mistakes) -> {
        findings.mistakes(word, mistakes);
        yield Optional.empty();
      }
    };
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
      case Template.Read.Good(Template template) -> Optional.of(template);
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

  /** The kind that a text names. */
  Optional<Kind> kind(Word word) {
    return isChoice(word, Kind.formWords()) ? Kind.named(word.text()) : Optional.empty();
  }
}

package io.dingledger.rules.reading;

import io.dingledger.model.voucher.Side;
import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.HoldRule;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.LookupTable;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.book.Rule.AccountChoice;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Template;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code hold} and {@code rules}. */
final class RulesReader {
  private final Context context;
  private final Findings findings;
  private boolean accountsByName;

  RulesReader(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  /** Whether a rule chooses accounts by names that only documents give. */
  boolean accountsByName() {
    return accountsByName;
  }

  List<HoldRule> holds(List<Node> items) {
    List<HoldRule> holds = new ArrayList<>();
    items.forEach(
        item -> Section.of(item, "hold", findings).flatMap(this::hold).ifPresent(holds::add));
    return holds;
  }

  private Optional<HoldRule> hold(Section section) {
    Optional<Kind> kind = kindOfHold(section);
    boolean eachRow = eachRow(section, kind);
    Optional<Word> when = section.requiredText("when");
    String[] reason = reason(section);
    section.close();
    if (kind.isEmpty() || when.isEmpty()) {
      return Optional.empty();
    }
    return context
        .formula(when.get(), vocabulary(kind.get(), eachRow), Type.TRUTH)
        .map(formula -> new HoldRule(kind.get(), eachRow, formula, reason[0], reason[1]));
  }

  /**
   * The kind is understood when the book has only one, and none is missed where forms are broken.
   */
  private Optional<Kind> kindOfHold(Section section) {
    boolean understood = context.kinds().size() <= 1 && !context.isWithoutForms();
    if (section.optional("for").isEmpty() && understood) {
      return context.kinds().stream().findFirst();
    }
    return section.requiredText("for").flatMap(this::used);
  }

  /** The kind that a text names; without a form of that kind nothing is ever translated by it. */
  private Optional<Kind> used(Word word) {
    Optional<Kind> kind = context.kind(word);
    kind.filter(context::isWithoutForm)
        .ifPresent(
            any -> findings.add(word.node(), RuleBookFinding.KIND_WITHOUT_FORM, word.text()));
    return kind;
  }

  /** Why, in Chinese and English; one text serves for both. */
  private String[] reason(Section section) {
    Optional<Node> node = section.optional("reason");
    if (node.isPresent() && !(node.get() instanceof ScalarNode)) {
      Optional<Section> both = Section.of(node.get(), "reason", findings);
      String chinese = both.flatMap(inner -> inner.requiredText("zh")).map(Word::text).orElse("");
      String english = both.flatMap(inner -> inner.requiredText("en")).map(Word::text).orElse("");
      both.ifPresent(Section::close);
      return new String[] {chinese, english};
    }
    boolean blank =
        node.isEmpty() || node.get() instanceof ScalarNode text && text.getValue().isBlank();
    if (blank) {
      findings.add(node.orElse(section.node()), RuleBookFinding.HOLD_WITHOUT_REASON);
      return new String[] {"", ""};
    }
    String text = section.optionalText("reason").map(Word::text).orElse("");
    return new String[] {text, text};
  }

  List<Rule> rules(List<Node> items) {
    List<Rule> rules = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node item : items) {
      Section.of(item, "rules", findings)
          .flatMap(section -> rule(section, names))
          .ifPresent(rules::add);
    }
    return rules;
  }

  private Optional<Rule> rule(Section section, Set<String> names) {
    Optional<Word> name = section.requiredText("name");
    name.filter(word -> !names.add(word.text()))
        .ifPresent(word -> findings.add(word.node(), RuleBookFinding.KEY_REPEATED, word.text()));
    Optional<Kind> kind = section.requiredText("for").flatMap(this::used);
    boolean eachRow = eachRow(section, kind);
    Vocabulary vocabulary = vocabulary(kind.orElse(context.anyKind()), eachRow);
    Optional<Formula> when = condition(section, vocabulary);
    List<Rule.Line> lines = new ArrayList<>();
    for (Node item : section.requiredItems("lines")) {
      Section.of(item, "lines", findings)
          .flatMap(line -> line(line, vocabulary))
          .ifPresent(lines::add);
    }
    section.close();
    return kind.map(
        known ->
            new Rule(
                name.map(Word::text).orElse("?"),
                known,
                eachRow,
                when,
                new Rule.Making.Lines(lines)));
  }

  private Optional<Rule.Line> line(Section section, Vocabulary vocabulary) {
    Optional<Node> debit = section.optional("debit");
    Optional<Node> credit = section.optional("credit");
    if (debit.isPresent() == credit.isPresent()) {
      findings.add(section.node(), RuleBookFinding.LINE_SIDE);
    }
    Optional<AccountChoice> account =
        debit.or(() -> credit).flatMap(node -> account(node, vocabulary));
    Optional<Formula> when = condition(section, vocabulary);
    Optional<Formula> amount =
        section
            .requiredText("amount")
            .flatMap(word -> context.formula(word, vocabulary, Type.DECIMAL));
    Optional<Template> summary =
        section.optionalText("summary").flatMap(word -> context.template(word, vocabulary));
    section.close();
    if (account.isEmpty() || amount.isEmpty()) {
      return Optional.empty();
    }
    Side side = debit.isPresent() ? Side.DEBIT : Side.CREDIT;
    return Optional.of(new Rule.Line(side, account.get(), when, amount.get(), summary));
  }

  private Optional<AccountChoice> account(Node node, Vocabulary vocabulary) {
    if (node instanceof ScalarNode) {
      return Section.text(node, "account", findings)
          .flatMap(context::account)
          .map(AccountChoice.Fixed::new);
    }
    Optional<Section> section = Section.of(node, "account", findings);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Optional<Word> lookup = section.get().optionalText("lookup");
    Optional<Word> named = section.get().optionalText("named");
    section.get().close();
    if (lookup.isPresent() == named.isPresent()) {
      Section.wrongShape(
          findings,
          node,
          "debit/credit",
          "科目名称、{ lookup: 表 } 或 { named: 表达式 }",
          "an account name, { lookup: table } or { named: expression }");
      return Optional.empty();
    }
    return lookup.isPresent() ? byTable(lookup.get(), vocabulary) : byName(named.get(), vocabulary);
  }

  private Optional<AccountChoice> byName(Word named, Vocabulary vocabulary) {
    accountsByName = true;
    return context.formula(named, vocabulary, Type.TEXT).map(AccountChoice.ByName::new);
  }

  private Optional<AccountChoice> byTable(Word name, Vocabulary vocabulary) {
    LookupTable table = context.lookups().get(name.text());
    if (table == null) {
      findings.add(
          name.node(),
          RuleBookFinding.TABLE_UNKNOWN,
          name.text(),
          "lookup",
          Nearest.hint(name.text(), context.lookups().keySet()));
      return Optional.empty();
    }
    context.use("tables", table.name());
    Optional<RuleBookFinding> unreadable = unreadable(table.key(), vocabulary);
    unreadable.ifPresent(finding -> findings.add(name.node(), finding, table.key(), ""));
    return unreadable.isPresent()
        ? Optional.empty()
        : Optional.of(new AccountChoice.ByTable(table));
  }

  /** Why a table's key cannot be read here. */
  private static Optional<RuleBookFinding> unreadable(String key, Vocabulary vocabulary) {
    if (vocabulary.onlyInRows().contains(key)) {
      return Optional.of(RuleBookFinding.FIELD_OUTSIDE_ROW);
    }
    if (vocabulary.type(key).isEmpty()) {
      return Optional.of(RuleBookFinding.FIELD_UNKNOWN);
    }
    return vocabulary.notMapped().contains(key)
        ? Optional.of(RuleBookFinding.FIELD_NOT_MAPPED)
        : Optional.empty();
  }

  private Optional<Formula> condition(Section section, Vocabulary vocabulary) {
    return section
        .optionalText("when")
        .flatMap(word -> context.formula(word, vocabulary, Type.TRUTH));
  }

  private boolean eachRow(Section section, Optional<Kind> kind) {
    Optional<Word> each =
        section.optionalText("each").filter(word -> context.isChoice(word, List.of(Kind.ROW)));
    kind.filter(context::isWithoutRows)
        .ifPresent(
            known ->
                each.ifPresent(
                    word -> findings.add(word.node(), RuleBookFinding.ROWS_ABSENT, known.word())));
    return each.isPresent();
  }

  private Vocabulary vocabulary(Kind kind, boolean eachRow) {
    return eachRow ? context.row(kind) : context.document(kind);
  }
}

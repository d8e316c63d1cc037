package io.dingledger.rules.reading;

import io.dingledger.model.voucher.Side;
import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.LookupTable;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.book.Rule.AccountChoice;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Template;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the {@code lines} of a rule. */
final class LinesReader {
  private final Context context;
  private final Findings findings;
  private final PlaceReader places;
  private boolean accountsByName;

  LinesReader(Context context) {
    this.context = context;
    this.findings = context.findings();
    this.places = new PlaceReader(context);
  }

  /** Whether a line chooses its account by a name that only documents give. */
  boolean accountsByName() {
    return accountsByName;
  }

  List<Placed.Line> lines(Section rule, Vocabulary vocabulary) {
    List<Placed.Line> lines = new ArrayList<>();
    for (Node item : rule.requiredItems("lines")) {
      Section.of(item, "lines", findings)
          .flatMap(line -> line(line, vocabulary))
          .ifPresent(lines::add);
    }
    return lines;
  }

  private Optional<Placed.Line> line(Section section, Vocabulary vocabulary) {
    Optional<Node> debit = section.optional("debit");
    Optional<Node> credit = section.optional("credit");
    if (debit.isPresent() == credit.isPresent()) {
      findings.add(section.node(), RuleBookFinding.LINE_SIDE);
    }
    Optional<Node> accountNode = debit.or(() -> credit);
    Optional<AccountChoice> account = accountNode.flatMap(node -> account(node, vocabulary));
    Optional<Formula> when = places.condition(section, vocabulary);
    Optional<Word> amountWord = section.requiredExpression("amount", Type.DECIMAL);
    Optional<Formula> amount =
        amountWord.flatMap(word -> context.formula(word, vocabulary, Type.DECIMAL));
    Optional<Template> summary =
        section.optionalText("summary").flatMap(word -> context.template(word, vocabulary));
    section.close();
    if (account.isEmpty() || amount.isEmpty()) {
      return Optional.empty();
    }
    Side side = debit.isPresent() ? Side.DEBIT : Side.CREDIT;
    return Optional.of(
        new Placed.Line(
            new Rule.Line(side, account.get(), when, amount.get(), summary),
            section.node(),
            PlaceReader.conditionWord(section),
            amountWord.get(),
            accountNode.get()));
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
}

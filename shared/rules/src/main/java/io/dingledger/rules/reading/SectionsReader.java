package io.dingledger.rules.reading;

import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Side;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.DimensionSource;
import io.dingledger.rules.book.HoldRule;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.LookupTable;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.book.ScopeEntry;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Template;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Vocabulary;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the sections of a rule book, in the order in which they depend on each other. */
final class SectionsReader {
  private static final List<String> SECTIONS = List.of("forms", "accounts", "dimensions", "tables");
  private static final List<String> ROUNDINGS = List.of("HALF_UP", "HALF_EVEN", "DOWN", "UP");

  private final Findings findings;
  private final Context context;

  SectionsReader(Findings findings) {
    this.findings = findings;
    this.context = new Context(findings);
  }

  /** The book; usable only when there are no findings. */
  Book book(Section root) {
    RoundingMode rounding = head(root);
    FormsReader forms = new FormsReader(context);
    root.requiredSection("forms").ifPresent(forms::forms);
    List<ScopeEntry> scope = forms.scope(root.requiredItems("scope"));
    AccountsReader accounts = new AccountsReader(context);
    Map<Dimension, List<DimensionSource>> dimensions =
        root.optionalSection("dimensions").map(accounts::dimensions).orElse(Map.of());
    root.requiredSection("accounts").ifPresent(section -> accounts.accounts(section, dimensions));
    TablesReader tables = new TablesReader(context);
    root.optionalSection("tables").ifPresent(tables::tables);
    RulesReader rulesReader = new RulesReader(context);
    List<HoldRule> holds = rulesReader.holds(root.optionalItems("hold"));
    List<Rule> rules = rulesReader.rules(ruleItems(root));
    Map<Kind, Template> summary =
        root.requiredSection("vouchers").map(this::vouchers).orElse(Map.of());
    root.close();
    if (findings.isEmpty()) {
      sides(root, rules, scope);
      if (!rules.isEmpty()) {
        unused(root, rulesReader.accountsByName());
      }
    }
    return new Book(
        context.currency(),
        rounding,
        scope,
        context.accounts(),
        dimensions,
        byPath(context.lookups()),
        rateFormulas(),
        byKind(holds, HoldRule::kind),
        byKind(rules, Rule::kind),
        summary);
  }

  /** Reads what stands alone, and gives the rounding. */
  private RoundingMode head(Section root) {
    version(root);
    root.requiredText("name");
    root.requiredText("currency").ifPresent(this::currency);
    return root.optionalText("rounding")
        .filter(word -> context.isChoice(word, ROUNDINGS))
        .map(word -> RoundingMode.valueOf(word.text()))
        .orElse(RoundingMode.HALF_UP);
  }

  /** An empty list is a book without rules, which is reported as such. */
  private List<Node> ruleItems(Section root) {
    return root.required("rules")
        .map(node -> Section.items(node, "rules", findings))
        .orElse(List.of());
  }

  private void version(Section root) {
    root.required("ruleBook")
        .filter(node -> !(node instanceof ScalarNode text && text.getValue().equals("1")))
        .ifPresent(
            node ->
                findings.add(
                    node,
                    RuleBookFinding.VERSION_UNSUPPORTED,
                    node instanceof ScalarNode text ? text.getValue() : "?"));
  }

  private void currency(Word word) {
    Set<String> known =
        Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());
    if (known.contains(word.text())) {
      context.currency(word.text());
    } else {
      findings.add(word.node(), RuleBookFinding.CURRENCY_UNKNOWN, word.text());
    }
  }

  private Map<Kind, Template> vouchers(Section section) {
    section.requiredText("per").ifPresent(word -> context.isChoice(word, List.of("document")));
    section.requiredText("date").ifPresent(word -> context.isChoice(word, List.of("approved")));
    Optional<Word> summary = section.requiredText("summary");
    section.close();
    Map<Kind, Template> templates = new EnumMap<>(Kind.class);
    for (Kind kind : context.kinds()) {
      summary
          .flatMap(word -> context.template(word, context.document(kind)))
          .ifPresent(template -> templates.put(kind, template));
    }
    return templates;
  }

  /** Each kind in scope needs rules that can balance. */
  private void sides(Section root, List<Rule> rules, List<ScopeEntry> scope) {
    Node place = root.keyNode("rules");
    Map<Kind, List<Rule>> byKind = byKind(rules, Rule::kind);
    for (ScopeEntry entry : scope) {
      Kind kind = entry.form().kind();
      Set<Side> sides =
          byKind.getOrDefault(kind, List.of()).stream()
              .flatMap(rule -> rule.lines().stream())
              .map(Rule.Line::side)
              .collect(Collectors.toSet());
      if (sides.isEmpty()) {
        findings.add(place, RuleBookFinding.RULES_MISSING, entry.form().name(), kind.word());
      } else if (sides.size() == 1) {
        boolean debit = sides.contains(Side.DEBIT);
        findings.add(
            place,
            RuleBookFinding.RULES_ONE_SIDED,
            kind.word(),
            debit ? "借方" : "贷方",
            debit ? "debit" : "credit");
      }
    }
  }

  private void unused(Section root, boolean accountsByName) {
    for (String name : SECTIONS) {
      if (!(name.equals("accounts") && accountsByName)) {
        root.optionalSection(name)
            .ifPresent(
                section ->
                    section.each(
                        (key, node) -> {
                          if (!context.isUsed(name, key.text())) {
                            findings.add(key.node(), RuleBookFinding.UNUSED, name, key.text());
                          }
                        }));
      }
    }
  }

  private Book.RateFormulas rateFormulas() {
    Vocabulary vocabulary =
        new Vocabulary(
            Map.of("line.amount", Type.DECIMAL, "line.untaxed", Type.DECIMAL, "rate", Type.DECIMAL),
            Set.of(),
            Set.of());
    return new Book.RateFormulas(
        builtIn("round(line.amount / (1 + rate) * rate, " + context.scale() + ")", vocabulary),
        builtIn(
            "round((line.amount - line.untaxed) / (1 + rate) * rate, " + context.scale() + ")",
            vocabulary));
  }

  private static Formula builtIn(String text, Vocabulary vocabulary) {
    return switch (Formula.read(text, vocabulary, Type.DECIMAL)) {
      case Formula.Read.Good(Formula formula) -> formula;
      case Formula.Read.Bad bad -> throw new IllegalStateException(bad.toString());
    };
  }

  private static Map<String, LookupTable> byPath(Map<String, LookupTable> lookups) {
    Map<String, LookupTable> byPath = new LinkedHashMap<>();
    lookups.values().forEach(table -> byPath.put(table.inputVatPath(), table));
    return byPath;
  }

  private static <T> Map<Kind, List<T>> byKind(List<T> items, Function<T, Kind> kind) {
    return items.stream().collect(Collectors.groupingBy(kind));
  }
}

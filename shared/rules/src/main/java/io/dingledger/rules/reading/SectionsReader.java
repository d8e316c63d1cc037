package io.dingledger.rules.reading;

import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Side;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.DimensionSource;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.HoldRule;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.PayItemDefinition;
import io.dingledger.rules.book.PaySettings;
import io.dingledger.rules.book.People;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.book.ScopeEntry;
import io.dingledger.rules.book.ScopeEntry.Target;
import io.dingledger.rules.calendar.WorkCalendar;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Template;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Vocabulary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the sections of a rule book, in the order in which they depend on each other. */
final class SectionsReader {
  private static final List<String> SECTIONS =
      List.of("forms", "accounts", "dimensions", "rates", "multipliers", "tables");
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
    boolean mapped = isMapped(root);
    forms(root, mapped);
    List<ScopeEntry> scope = new ScopeReader(context).scope(root.requiredItems("scope"));
    People people = new PeopleReader(findings).people(root.optionalItems("people"));
    AccountsReader accounts = new AccountsReader(context);
    Map<Dimension, List<DimensionSource>> dimensions =
        root.optionalSection("dimensions").map(accounts::dimensions).orElse(Map.of());
    part(root, "accounts", mapped).ifPresent(section -> accounts.accounts(section, dimensions));
    PaySettings pay = pay(root);
    DataReader data = DataReader.read(context, root, hoursPerDay(pay));
    RulesReader rulesReader = new RulesReader(context);
    List<HoldRule> holds = rulesReader.holds(root.optionalItems("hold"));
    List<Rule> rules = rulesReader.rules(ruleItems(root, mapped));
    data.warn(rules);
    Map<Kind, Template> summary =
        part(root, "vouchers", mapped).map(new VouchersReader(context)::summaries).orElse(Map.of());
    root.close();
    if (findings.isUsable()) {
      sides(root, rules, scope);
      // Without any rule nothing is used; that the rules are missing has been said.
      if (!rules.isEmpty() || !mapped) {
        unused(root, rulesReader.accountsByName());
      }
    }
    return new Book(
        context.currency(),
        rounding,
        scope,
        people,
        context.accounts(),
        dimensions,
        context.derived(),
        rateFormulas(),
        byKind(holds, HoldRule::kind),
        byKind(rules, Rule::kind),
        summary,
        pay);
  }

  private PaySettings pay(Section root) {
    Map<String, PayItemDefinition> items =
        root.optionalSection("payItems").map(new PayItemsReader(context)::items).orElse(Map.of());
    return new PaySettings(Optional.empty(), false, items, Optional.empty());
  }

  private static BigDecimal hoursPerDay(PaySettings pay) {
    return pay.calendar().map(WorkCalendar::hoursPerDay).orElse(CalendarReader.HOURS_PER_DAY);
  }

  private void forms(Section root, boolean mapped) {
    Optional<Section> forms = part(root, "forms", mapped);
    forms.ifPresent(new FormsReader(context)::forms);
    if (forms.isEmpty() && !mapped) {
      context.hasNoForms();
    }
  }

  /** A book whose scope names no form has nothing to map and no vouchers to make. */
  private static boolean isMapped(Section root) {
    return root.optional("scope")
        .filter(SequenceNode.class::isInstance)
        .map(node -> ((SequenceNode) node).getValue())
        .filter(items -> !items.isEmpty())
        .map(items -> items.stream().anyMatch(SectionsReader::mayNameForm))
        .orElse(true);
  }

  private static boolean mayNameForm(Node item) {
    return !(item instanceof MappingNode mapping)
        || mapping.getValue().stream()
            .map(NodeTuple::getKeyNode)
            .anyMatch(key -> key instanceof ScalarNode name && name.getValue().equals("form"));
  }

  private static Optional<Section> part(Section root, String key, boolean required) {
    return required ? root.requiredSection(key) : root.optionalSection(key);
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
  private List<Node> ruleItems(Section root, boolean required) {
    return (required ? root.required("rules") : root.optional("rules"))
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

  /** Each kind in scope needs rules that can balance. */
  private void sides(Section root, List<Rule> rules, List<ScopeEntry> scope) {
    Node place = root.keyNode("rules");
    Map<Kind, List<Rule>> byKind = byKind(rules, Rule::kind);
    for (ScopeEntry entry : scope) {
      if (entry.target() instanceof Target.ByForm(FormMapping form)) {
        sides(place, form, byKind.getOrDefault(form.kind(), List.of()));
      }
    }
  }

  private void sides(Node place, FormMapping form, List<Rule> rules) {
    Set<Side> sides =
        rules.stream()
            .flatMap(rule -> rule.lines().stream())
            .map(Rule.Line::side)
            .collect(Collectors.toSet());
    if (sides.isEmpty()) {
      findings.add(place, RuleBookFinding.RULES_MISSING, form.name(), form.kind().word());
    } else if (sides.size() == 1) {
      boolean debit = sides.contains(Side.DEBIT);
      findings.add(
          place,
          RuleBookFinding.RULES_ONE_SIDED,
          form.kind().word(),
          debit ? "借方" : "贷方",
          debit ? "debit" : "credit");
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

  private static <T> Map<Kind, List<T>> byKind(List<T> items, Function<T, Kind> kind) {
    return items.stream().collect(Collectors.groupingBy(kind));
  }
}

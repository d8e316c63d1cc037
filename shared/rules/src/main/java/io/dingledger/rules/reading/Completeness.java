package io.dingledger.rules.reading;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.voucher.Side;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.book.ScopeEntry;
import io.dingledger.rules.book.ScopeEntry.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** Finds what a book lacks and what it has too much, once all of it can be read. */
final class Completeness {
  private static final List<String> SECTIONS =
      List.of("forms", "accounts", "dimensions", "tables", "rates", "multipliers", "payItems");

  private final Context context;
  private final Findings findings;
  private final Section root;

  Completeness(Context context, Section root) {
    this.context = context;
    this.findings = context.findings();
    this.root = root;
  }

  /** Each form in scope needs rules, and rules that make lines need both sides. */
  void sides(List<Rule> rules, List<ScopeEntry> scope) {
    Node place = root.keyNode("rules");
    Map<Kind, List<Rule>> byKind = rules.stream().collect(Collectors.groupingBy(Rule::kind));
    for (ScopeEntry entry : scope) {
      if (entry.target() instanceof Target.ByForm(FormMapping form)
          && !byKind.containsKey(form.kind())) {
        findings.add(place, RuleBookFinding.RULES_MISSING, form.name(), form.kind().word());
      }
    }
    byKind.forEach(
        (kind, own) -> {
          if (context.formKinds().contains(kind) || !kind.isForm()) {
            sides(place, kind, own);
          }
        });
  }

  private void sides(Node place, Kind kind, List<Rule> rules) {
    Set<Side> sides =
        rules.stream()
            .flatMap(rule -> rule.lines().stream())
            .map(Rule.Line::side)
            .collect(Collectors.toSet());
    if (sides.size() == 1) {
      boolean debit = sides.contains(Side.DEBIT);
      findings.add(
          place,
          RuleBookFinding.RULES_ONE_SIDED,
          kind.word(),
          debit ? "借方" : "贷方",
          debit ? "debit" : "credit");
    }
  }

  /** Typed documents that are wanted although no rule says what becomes of them. */
  void scope(List<Node> items, Set<Kind> ruled) {
    if (ruled.isEmpty()) {
      return;
    }
    for (Node item : items) {
      Section.of(item, "scope", findings)
          .flatMap(section -> section.optionalText("kind"))
          .filter(word -> isWithoutRules(word, ruled))
          .ifPresent(
              word -> findings.warn(word.node(), RuleFinding.SCOPE_WITHOUT_RULES, word.text()));
    }
  }

  private static boolean isWithoutRules(Word word, Set<Kind> ruled) {
    Optional<Kind> kind = DocumentKind.of(word.text()).flatMap(Kind::of);
    return kind.filter(known -> !ruled.contains(known)).isPresent();
  }

  /** Entries that nothing uses. */
  void unused(boolean accountsByName) {
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

  /** Pay items that never become vouchers. */
  void payItems(Set<String> made, Set<Kind> ruled) {
    if (!made.isEmpty() && !ruled.contains(Kind.PAY_PERIOD)) {
      findings.warn(root.keyNode("rules"), RuleFinding.PAY_NEVER_POSTED);
    }
  }
}

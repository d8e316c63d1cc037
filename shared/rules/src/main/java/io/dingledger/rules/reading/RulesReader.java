package io.dingledger.rules.reading;

import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code rules}. */
final class RulesReader {
  private static final String LINES = "lines";
  private static final String PAY_ITEM = "payItem";

  private final Findings findings;
  private final PlaceReader places;
  private final LinesReader lines;
  private final PayReader pay;
  private final Set<String> names = new HashSet<>();
  private final Set<Kind> posting = EnumSet.noneOf(Kind.class);
  private final Set<Kind> ruled = EnumSet.noneOf(Kind.class);

  RulesReader(Context context) {
    this.findings = context.findings();
    this.places = new PlaceReader(context);
    this.lines = new LinesReader(context);
    this.pay = new PayReader(context);
  }

  /** Whether a rule chooses accounts by names that only documents give. */
  boolean accountsByName() {
    return lines.accountsByName();
  }

  /** The kinds whose documents become lines, be it that these cannot be read. */
  Set<Kind> posting() {
    return posting;
  }

  /** The kinds that have rules, be it that these cannot be read. */
  Set<Kind> ruled() {
    return ruled;
  }

  /** The pay items that rules make. */
  Set<String> madeItems() {
    return pay.made();
  }

  List<Placed.OneRule> rules(List<Node> items) {
    List<Placed.OneRule> rules = new ArrayList<>();
    for (Node item : items) {
      Section.of(item, "rules", findings).flatMap(this::rule).ifPresent(rules::add);
    }
    return rules;
  }

  private Optional<Placed.OneRule> rule(Section section) {
    Optional<Word> name = section.requiredText("name");
    name.filter(word -> !names.add(word.text()))
        .ifPresent(word -> findings.add(word.node(), RuleBookFinding.KEY_REPEATED, word.text()));
    Optional<Kind> kind = section.requiredText("for").flatMap(places::kind);
    boolean eachRow = places.eachRow(section, kind);
    Vocabulary vocabulary = places.vocabulary(kind, eachRow);
    Optional<Formula> when = places.condition(section, vocabulary);
    kind.ifPresent(known -> note(section, known));
    boolean hasLines = section.optional(LINES).isPresent();
    boolean makesPay =
        section.optional(PAY_ITEM).isPresent()
            || kind.filter(Kind.PERSON_MONTH::equals).isPresent() && !hasLines;
    List<Placed.Line> made = hasLines || !makesPay ? lines.lines(section, vocabulary) : List.of();
    Optional<PayReader.Read> paid =
        makesPay
            ? section.requiredSection(PAY_ITEM).flatMap(inner -> pay.pay(inner, vocabulary))
            : Optional.empty();
    boolean fits = kind.filter(known -> isFit(section, known)).isPresent();
    section.close();
    Optional<Rule.Making> making =
        makesPay
            ? paid.map(PayReader.Read::making)
            : Optional.of(new Rule.Making.Lines(made.stream().map(Placed.Line::line).toList()));
    if (!fits || making.isEmpty()) {
      return Optional.empty();
    }
    String ruleName = name.map(Word::text).orElse("?");
    return Optional.of(
        new Placed.OneRule(
            new Rule(ruleName, kind.get(), eachRow, when, making.get()),
            section.node(),
            PlaceReader.conditionWord(section),
            made,
            paid.map(PayReader.Read::words)));
  }

  private void note(Section section, Kind kind) {
    ruled.add(kind);
    if (section.optional(PAY_ITEM).isEmpty() || section.optional(LINES).isPresent()) {
      posting.add(kind);
    }
  }

  /** A rule makes one thing, and the months of pay only what suits them. */
  private boolean isFit(Section section, Kind kind) {
    boolean makesLines = section.optional(LINES).isPresent();
    boolean makesPay = section.optional(PAY_ITEM).isPresent();
    if (makesLines && makesPay) {
      findings.add(section.keyNode(PAY_ITEM), RuleFinding.RULE_MAKES_TWO);
    } else if (kind == Kind.PERSON_MONTH && makesLines) {
      unfit(section, kind, LINES, PAY_ITEM);
    } else if (kind == Kind.PAY_PERIOD && makesPay) {
      unfit(section, kind, PAY_ITEM, LINES);
    } else {
      return true;
    }
    return false;
  }

  private void unfit(Section section, Kind kind, String made, String wanted) {
    findings.add(section.keyNode(made), RuleFinding.MAKING_UNFIT, kind.word(), made, wanted);
  }
}

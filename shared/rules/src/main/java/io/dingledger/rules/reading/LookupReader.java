package io.dingledger.rules.reading;

import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.Account;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.LookupTable;
import io.dingledger.rules.book.LookupTable.InputVat;
import io.dingledger.rules.book.RateTable;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads tables of type {@code lookup}. */
final class LookupReader {
  private static final List<String> USES = List.of("none", "stated", "rate");

  private final Context context;
  private final Findings findings;
  private final Map<String, RateTable> rates;

  /**
   * A reader.
   *
   * @param rates the dated rates that look-ups refer to
   */
  LookupReader(Context context, Map<String, RateTable> rates) {
    this.context = context;
    this.findings = context.findings();
    this.rates = rates;
  }

  LookupTable table(String name, Section section) {
    Optional<Word> key = section.requiredText("key");
    Kind kind = context.kindWith(key.map(Word::text).orElse("")).orElse(Kind.EXPENSE_CLAIM);
    Vocabulary vocabulary = context.row(kind);
    key.ifPresent(path -> context.isTextField(path, vocabulary));
    Map<String, LookupTable.Row> rows = new LinkedHashMap<>();
    for (Node item : section.requiredItems("rows")) {
      Section.of(item, name, findings).ifPresent(row -> row(name, row, vocabulary, rows));
    }
    section.close();
    return new LookupTable(name, key.map(Word::text).orElse(""), rows);
  }

  private void row(
      String table, Section row, Vocabulary vocabulary, Map<String, LookupTable.Row> rows) {
    Optional<Node> matchNode = row.required("match");
    List<Word> words = matchNode.map(node -> row.texts("match", node)).orElse(List.of());
    Optional<Account> account = row.requiredText("account").flatMap(context::account);
    InputVat inputVat =
        row.optional("inputVat")
            .flatMap(node -> inputVat(node, vocabulary))
            .orElseGet(InputVat.None::new);
    row.close();
    List<Word> repeated = new ArrayList<>();
    for (Word word : words) {
      String name = account.map(Account::name).orElse("?");
      if (rows.putIfAbsent(word.text(), new LookupTable.Row(name, inputVat)) != null) {
        repeated.add(word);
      }
    }
    if (matchNode.isPresent() && repeated.size() == words.size()) {
      findings.add(row.node(), RuleBookFinding.ROW_UNREACHABLE, table);
    } else {
      repeated.forEach(
          word -> findings.add(word.node(), RuleBookFinding.MATCH_REPEATED, word.text(), table));
    }
  }

  private Optional<InputVat> inputVat(Node node, Vocabulary vocabulary) {
    if (node instanceof ScalarNode) {
      return Section.text(node, LookupTable.INPUT_VAT, findings)
          .filter(use -> context.isChoice(use, USES.subList(0, 2)))
          .map(use -> use.text().equals("none") ? new InputVat.None() : stated(use, vocabulary));
    }
    Optional<Section> section = Section.of(node, LookupTable.INPUT_VAT, findings);
    return section
        .flatMap(inner -> inner.requiredText("use"))
        .filter(use -> context.isChoice(use, USES))
        .flatMap(use -> inputVat(use, section.get(), vocabulary));
  }

  private Optional<InputVat> inputVat(Word use, Section section, Vocabulary vocabulary) {
    Optional<Formula> when =
        section
            .optionalExpression("when", Type.TRUTH)
            .flatMap(word -> context.formula(word, vocabulary, Type.TRUTH));
    Optional<InputVat> inputVat =
        switch (use.text()) {
          case "none" -> Optional.of(new InputVat.None());
          case "stated" -> {
            mapped("line.tax", use.node(), vocabulary);
            yield Optional.of(new InputVat.Stated(when));
          }
          default -> byRate(section, when, vocabulary);
        };
    section.close();
    return inputVat;
  }

  private InputVat stated(Word use, Vocabulary vocabulary) {
    mapped("line.tax", use.node(), vocabulary);
    return new InputVat.Stated(Optional.empty());
  }

  private Optional<InputVat> byRate(
      Section section, Optional<Formula> when, Vocabulary vocabulary) {
    Optional<Word> name = section.requiredText("table");
    Optional<Word> key = section.requiredText("key");
    mapped("line.date", section.node(), vocabulary);
    if (name.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    RateTable table = rates.get(name.get().text());
    if (table == null) {
      findings.add(
          name.get().node(),
          RuleBookFinding.TABLE_UNKNOWN,
          name.get().text(),
          TablesReader.DATED_RATES,
          Nearest.hint(name.get().text(), rates.keySet()));
      return Optional.empty();
    }
    context.use("tables", table.name());
    List<RateTable.Period> periods = table.periods().get(key.get().text());
    if (periods == null) {
      findings.add(
          key.get().node(),
          RuleBookFinding.RATE_KEY_UNKNOWN,
          key.get().text(),
          table.name(),
          Nearest.hint(key.get().text(), table.periods().keySet()));
      return Optional.empty();
    }
    if (periods.stream().anyMatch(period -> period.rate().isEmpty())) {
      mapped("line.tax", section.node(), vocabulary);
    }
    return Optional.of(new InputVat.ByRate(table, key.get().text(), when));
  }

  private void mapped(String path, Node node, Vocabulary vocabulary) {
    if (vocabulary.notMapped().contains(path)) {
      findings.add(node, RuleBookFinding.FIELD_NOT_MAPPED, path);
    }
  }
}

package io.dingledger.rules.reading;

import io.dingledger.rules.DataFinding;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.DecisionTable;
import io.dingledger.rules.book.DecisionTable.Hit;
import io.dingledger.rules.book.DecisionTable.Input;
import io.dingledger.rules.book.DecisionTable.Test;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a table of type {@code decision}: its outputs at once, its conditions when all tables are
 * known, for only then the types of its inputs are.
 */
final class DecisionReader {
  private static final List<String> HITS =
      Arrays.stream(Hit.values()).map(hit -> hit.name().toLowerCase(Locale.ROOT)).toList();

  private final Context context;
  private final Findings findings;
  private final String name;
  private final Hit hit;
  private final Map<Word, Node> inputs = new LinkedHashMap<>();
  private final List<Section> rows = new ArrayList<>();
  private final Columns columns;

  /** Reads everything but inputs and conditions. */
  DecisionReader(String name, Section section, Context context) {
    this.context = context;
    this.findings = context.findings();
    this.name = name;
    this.columns = new Columns(findings);
    this.hit =
        section
            .requiredText("hit")
            .filter(word -> context.isChoice(word, HITS))
            .map(word -> Hit.valueOf(word.text().toUpperCase(Locale.ROOT)))
            .orElse(Hit.FIRST);
    section.requiredSection("inputs").ifPresent(this::inputs);
    for (Node item : section.requiredItems("rows")) {
      Section.of(item, name, findings).ifPresent(this::row);
    }
    section.close();
    columns.check(name, section.keyNode("rows"));
  }

  private void inputs(Section section) {
    section.each(inputs::put);
    if (section.isEmpty()) {
      findings.add(section.node(), RuleBookFinding.EMPTY_VALUE, "inputs");
    }
  }

  private void row(Section row) {
    Map<Word, Node> cells = new LinkedHashMap<>();
    row.requiredSection("then").ifPresent(then -> then.each(cells::put));
    row.optional("when");
    row.close();
    if (row.optional("then").isPresent()) {
      columns.add(row.node(), cells);
      rows.add(row);
    }
  }

  /** The columns with their types. */
  Map<String, Type> columns() {
    return columns.types();
  }

  /** The table, once everything is declared that its inputs may read. */
  DecisionTable table(DataFormulas formulas) {
    Map<String, Formula> known = new LinkedHashMap<>();
    inputs.forEach(
        (word, node) ->
            Section.text(node, word.text(), findings)
                .flatMap(text -> input(text, formulas))
                .ifPresent(formula -> known.put(word.text(), formula)));
    DecisionCoverage coverage = new DecisionCoverage(name, hit, findings);
    List<DecisionTable.Row> read = new ArrayList<>();
    List<Boolean> looked = new ArrayList<>(inputs.keySet().stream().map(any -> false).toList());
    boolean readable = !rows.isEmpty();
    for (int index = 0; index < rows.size(); index++) {
      Conditions conditions = conditions(rows.get(index), known, looked);
      read.add(new DecisionTable.Row(conditions.tests(), columns.cells(index)));
      if (conditions.readable()) {
        coverage.add(rows.get(index).node(), conditions.tests());
      }
      readable &= conditions.readable();
    }
    if (readable) {
      warnUnused(looked);
    }
    List<Input> list =
        known.entrySet().stream().map(each -> new Input(each.getKey(), each.getValue())).toList();
    return new DecisionTable(name, hit, list, read, columns.types());
  }

  private Optional<Formula> input(Word text, DataFormulas formulas) {
    Optional<Formula> formula = formulas.formula(text);
    if (formula.filter(known -> known.type() == Type.DURATION).isPresent()) {
      findings.add(
          text.node(),
          RuleBookFinding.TYPE_MISMATCH,
          "数字、文字、是或否、日期 (a number, a text, true or false, or a date)",
          Type.DURATION.words());
      return Optional.empty();
    }
    return formula;
  }

  /** The tests of a row by input, and whether all of them could be read. */
  private record Conditions(List<Optional<Test>> tests, boolean readable) {}

  private Conditions conditions(Section row, Map<String, Formula> known, List<Boolean> looked) {
    List<Optional<Test>> tests = new ArrayList<>();
    Optional<Section> when = row.optionalSection("when");
    boolean readable = when.isPresent() || row.optional("when").isEmpty();
    int position = 0;
    for (Word input : inputs.keySet()) {
      Optional<Node> cell = when.flatMap(section -> section.optional(input.text()));
      if (cell.isPresent()) {
        looked.set(position, true);
      }
      position++;
      Formula formula = known.get(input.text());
      if (formula == null) {
        readable &= cell.isEmpty();
        continue;
      }
      Optional<Test> test =
          cell.flatMap(node -> new CellReader(input.text(), findings).test(node, formula.type()));
      readable &= test.isPresent() == cell.isPresent();
      tests.add(test);
    }
    readable &= when.map(section -> section.isClosed()).orElse(true);
    return new Conditions(tests, readable);
  }

  private void warnUnused(List<Boolean> looked) {
    int position = 0;
    for (Word input : inputs.keySet()) {
      if (!looked.get(position++)) {
        findings.warn(input.node(), DataFinding.INPUT_UNUSED, name, input.text());
      }
    }
  }
}

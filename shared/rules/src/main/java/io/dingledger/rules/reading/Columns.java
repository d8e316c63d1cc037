package io.dingledger.rules.reading;

import io.dingledger.rules.DataFinding;
import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The columns of a table's values. What most rows have is taken for what is meant, so that one
 * wrong row gives findings in that row alone.
 */
final class Columns {
  private final Findings findings;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Type> types = new LinkedHashMap<>();

  private record Cell(Word column, Node node, Optional<Value> value) {}

  private record Row(Node node, Map<String, Cell> cells) {}

  Columns(Findings findings) {
    this.findings = findings;
  }

  /** The values of the next row. */
  void add(Node row, Map<Word, Node> nodes) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    nodes.forEach(
        (column, node) -> cells.put(column.text(), new Cell(column, node, value(column, node))));
    rows.add(new Row(row, cells));
  }

  private Optional<Value> value(Word column, Node node) {
    Optional<BigDecimal> number = Numbers.of(node);
    if (number.isPresent()) {
      return Optional.of(new Value.Decimal(number.get()));
    }
    Optional<Value> value = node instanceof ScalarNode scalar ? other(scalar) : Optional.empty();
    if (value.isEmpty()) {
      Section.wrongShape(
          findings,
          node,
          column.text(),
          "数字、加引号的文字或 true/false",
          "a number, a text in quotes, or true or false");
    }
    return value;
  }

  private static Optional<Value> other(ScalarNode scalar) {
    String text = scalar.getValue();
    Optional<Value> truth = truth(scalar);
    if (truth.isPresent()) {
      return truth;
    }
    boolean isText = Tag.STR.equals(scalar.getTag()) && !text.isBlank();
    boolean isPlain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
    return isText && !(isPlain && looksLikeNumber(text))
        ? Optional.of(new Value.Text(text))
        : Optional.empty();
  }

  /**
   * The truth that a node is. YAML also takes yes, no, on and off for truths; here they are too
   * easily meant as texts.
   */
  static Optional<Value> truth(Node node) {
    if (!(node instanceof ScalarNode scalar && Tag.BOOL.equals(scalar.getTag()))) {
      return Optional.empty();
    }
    return switch (scalar.getValue()) {
      case "true" -> Optional.of(new Value.Truth(true));
      case "false" -> Optional.of(new Value.Truth(false));
      default -> Optional.empty();
    };
  }

  /** Such as 60% or 1,000, which would otherwise pass for texts. */
  private static boolean looksLikeNumber(String text) {
    int at = 0;
    while (at < text.length() && "+-.".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  /** Compares the rows with each other. */
  void check(String table, Node place) {
    for (Map.Entry<String, List<Cell>> column : byColumn().entrySet()) {
      if (isMeant(column.getKey(), column.getValue().size())) {
        // Without any readable value it is most likely a number, and readable as such.
        types.put(column.getKey(), mostFrequent(column.getValue()).orElse(Type.DECIMAL));
      }
    }
    if (types.isEmpty() && !rows.isEmpty() && rows.stream().allMatch(r -> r.cells().isEmpty())) {
      Section.wrongShape(
          findings,
          place,
          table,
          "每行至少有一列值的列表，例如 rate: 0.6",
          "a list of rows with values such as rate: 0.6");
    }
    Set<String> misspelt = new HashSet<>();
    rows.forEach(row -> check(row, misspelt));
  }

  private Map<String, List<Cell>> byColumn() {
    Map<String, List<Cell>> cells = new LinkedHashMap<>();
    rows.forEach(
        row ->
            row.cells()
                .forEach(
                    (name, cell) ->
                        cells.computeIfAbsent(name, any -> new ArrayList<>()).add(cell)));
    return cells;
  }

  private boolean isMeant(String column, int times) {
    return times * 2 > rows.size()
        || times * 2 == rows.size() && rows.getFirst().cells().containsKey(column);
  }

  /** The type of most cells, the first of equals. */
  private static Optional<Type> mostFrequent(List<Cell> cells) {
    Map<Type, Integer> times = new LinkedHashMap<>();
    cells.forEach(cell -> cell.value().ifPresent(v -> times.merge(v.type(), 1, Integer::sum)));
    return times.entrySet().stream()
        .reduce((first, second) -> second.getValue() > first.getValue() ? second : first)
        .map(Map.Entry::getKey);
  }

  private void check(Row row, Set<String> misspelt) {
    Set<String> meant = types.keySet();
    for (String column : meant) {
      if (!row.cells().containsKey(column)) {
        findings.add(row.node(), RuleBookFinding.KEY_MISSING, column);
      }
    }
    for (Cell cell : row.cells().values()) {
      String name = cell.column().text();
      Type type = types.get(name);
      if (type == null && cell.value().isPresent()) {
        findings.add(
            cell.column().node(), RuleBookFinding.KEY_UNKNOWN, name, Nearest.hint(name, meant));
      } else if (cell.value().filter(value -> value.type() != type).isPresent()) {
        Type found = cell.value().get().type();
        findings.add(cell.node(), DataFinding.COLUMN_TYPE, name, type.words(), found.words());
      } else if (!Names.isIdentifier(name) && misspelt.add(name)) {
        findings.add(cell.column().node(), RuleBookFinding.NAME_INVALID, name);
      }
    }
  }

  /** The columns with their types. */
  Map<String, Type> types() {
    return types;
  }

  /** The values of a row, by its position from 0; complete when there were no findings. */
  Map<String, Value> cells(int row) {
    Map<String, Value> values = new LinkedHashMap<>();
    rows.get(row)
        .cells()
        .forEach((name, cell) -> cell.value().ifPresent(value -> values.put(name, value)));
    return values;
  }
}

package io.dingledger.rules.reading;

import io.dingledger.rules.DataFinding;
import io.dingledger.rules.book.TierTable;
import io.dingledger.rules.book.TierTable.Bound;
import io.dingledger.rules.book.TierTable.Tier;
import io.dingledger.rules.expression.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a table of type {@code tiers}: its rows at once, its formula when all tables are known. */
final class TiersReader {
  private static final String FROM = "from";
  private static final String ABOVE = "above";
  private static final String BELOW = "below";
  private static final String UP_TO = "upTo";
  private static final Set<String> ENDS = Set.of(FROM, ABOVE, BELOW, UP_TO);

  private final Findings findings;
  private final String name;
  private final Optional<Word> of;
  private final Columns columns;
  private final List<Range> ranges = new ArrayList<>();

  /**
   * What a row says of its ends.
   *
   * @param node where the row begins
   * @param start where its lower end stands, or else the row
   * @param readable whether both ends could be read
   */
  record Range(
      Optional<Bound> lower, Optional<Bound> upper, Node node, Node start, boolean readable) {}

  /** Reads everything but the formula. */
  TiersReader(String name, Section section, Findings findings) {
    this.findings = findings;
    this.name = name;
    this.of = section.requiredExpression("of", Type.DECIMAL);
    this.columns = new Columns(findings);
    for (Node item : section.requiredItems("rows")) {
      Section.of(item, name, findings).ifPresent(this::row);
    }
    section.close();
    columns.check(name, section.keyNode("rows"));
    new TierOrder(name, findings).check(ranges);
  }

  private void row(Section row) {
    Map<Word, Node> cells = new LinkedHashMap<>();
    Map<String, Node> ends = new LinkedHashMap<>();
    row.each(
        (key, node) -> {
          if (ENDS.contains(key.text())) {
            ends.put(key.text(), node);
          } else {
            cells.put(key, node);
          }
        });
    columns.add(row.node(), cells);
    boolean lowerOnce = isOnce(row, ends, FROM, ABOVE);
    boolean upperOnce = isOnce(row, ends, BELOW, UP_TO);
    Map<String, Bound> bounds = new LinkedHashMap<>();
    ends.forEach(
        (key, node) ->
            Numbers.required(node, key, findings)
                .ifPresent(
                    at -> bounds.put(key, new Bound(at, key.equals(FROM) || key.equals(UP_TO)))));
    boolean readable = lowerOnce && upperOnce && bounds.size() == ends.size();
    Node start = ends.getOrDefault(FROM, ends.getOrDefault(ABOVE, row.node()));
    ranges.add(
        new Range(
            either(bounds, FROM, ABOVE),
            either(bounds, UP_TO, BELOW),
            row.node(),
            start,
            readable));
  }

  private boolean isOnce(Section row, Map<String, Node> ends, String one, String other) {
    if (ends.containsKey(one) && ends.containsKey(other)) {
      findings.add(row.node(), DataFinding.TIER_END_TWICE, one, other);
      return false;
    }
    return true;
  }

  private static Optional<Bound> either(Map<String, Bound> bounds, String one, String other) {
    return Optional.ofNullable(bounds.get(one)).or(() -> Optional.ofNullable(bounds.get(other)));
  }

  /** The columns with their types. */
  Map<String, Type> columns() {
    return columns.types();
  }

  /** The table, once everything is declared that its formula may read. */
  TierTable table(DataFormulas formulas) {
    List<Tier> tiers = new ArrayList<>();
    for (int row = 0; row < ranges.size(); row++) {
      Range range = ranges.get(row);
      tiers.add(new Tier(range.lower(), range.upper(), columns.cells(row)));
    }
    return new TierTable(name, formulas.formula(of, Type.DECIMAL), tiers, columns.types());
  }
}

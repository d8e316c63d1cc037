package io.dingledger.rules.reading;

import io.dingledger.rules.DataFinding;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.DecisionTable.Hit;
import io.dingledger.rules.book.DecisionTable.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Finds rows of a decision table that can never be chosen, because earlier rows take everything
 * that they are for, or that clash with an earlier one.
 */
final class DecisionCoverage {
  /** What may be spent on a table, in cuts of parts: well under a second. */
  private static final int MOST_STEPS = 200_000;

  /** Into how many parts a row may fall. */
  private static final int MOST_PARTS = 64;

  private final String table;
  private final Hit hit;
  private final Findings findings;
  private final List<Row> rows = new ArrayList<>();
  private int steps;

  private record Row(Node node, List<Reach> reach) {}

  DecisionCoverage(String table, Hit hit, Findings findings) {
    this.table = table;
    this.hit = hit;
    this.findings = findings;
  }

  /** The next row that could be read, with its tests by input. */
  void add(Node node, List<Optional<Test>> tests) {
    Row row = new Row(node, tests.stream().map(Reach::of).toList());
    switch (hit) {
      case FIRST -> {
        if (isCovered(row)) {
          findings.add(node, RuleBookFinding.ROW_UNREACHABLE, table);
        } else {
          rows.add(row);
        }
      }
      case UNIQUE -> {
        refuseOverlap(row);
        rows.add(row);
      }
    }
  }

  private void refuseOverlap(Row row) {
    rows.stream()
        .filter(earlier -> overlap(earlier.reach(), row.reach()))
        .findFirst()
        .ifPresent(
            earlier ->
                findings.add(
                    row.node(),
                    DataFinding.ROWS_OVERLAP,
                    table,
                    line(earlier.node()),
                    line(row.node())));
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static boolean overlap(List<Reach> one, List<Reach> other) {
    for (int input = 0; input < one.size(); input++) {
      if (!one.get(input).meets(other.get(input))) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing of a row is left once all earlier rows are cut out of it. */
  private boolean isCovered(Row row) {
    List<List<Reach>> left = List.of(row.reach());
    for (Row earlier : rows) {
      if (overlap(row.reach(), earlier.reach())) {
        List<List<Reach>> next = new ArrayList<>();
        left.forEach(part -> cut(part, earlier.reach(), next));
        if (next.isEmpty()) {
          return true;
        }
        steps += left.size();
        // When a table is too tangled, only rows that one earlier row covers are found.
        boolean tangled = steps > MOST_STEPS || next.size() > MOST_PARTS;
        left = tangled ? List.of(row.reach()) : next;
      }
    }
    return false;
  }

  private static void cut(List<Reach> part, List<Reach> out, List<List<Reach>> rest) {
    if (!overlap(part, out)) {
      rest.add(part);
      return;
    }
    List<Reach> inside = new ArrayList<>(part);
    for (int input = 0; input < part.size(); input++) {
      for (Reach outside : part.get(input).without(out.get(input))) {
        List<Reach> piece = new ArrayList<>(inside);
        piece.set(input, outside);
        rest.add(piece);
      }
      inside.set(input, part.get(input).and(out.get(input)));
    }
  }
}

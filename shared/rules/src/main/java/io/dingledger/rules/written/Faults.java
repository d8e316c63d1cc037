package io.dingledger.rules.written;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with written documents, each with its place. */
final class Faults {
  private final Set<Finding> found = new LinkedHashSet<>();

  void add(Node node, WrittenFault fault, Object... arguments) {
    Mark mark = node.getStartMark();
    found.add(new Finding(mark.getLine() + 1, mark.getColumn() + 1, Reason.of(fault, arguments)));
  }

  void addAll(Faults others) {
    found.addAll(others.found);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** All of them, from top to bottom. */
  List<Finding> sorted() {
    List<Finding> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(finding -> finding.reason().code()));
    return sorted;
  }
}

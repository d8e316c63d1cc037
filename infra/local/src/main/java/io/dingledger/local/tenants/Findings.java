package io.dingledger.local.tenants;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects all that is wrong with a file, each at its place. */
final class Findings {
  private final List<Finding> all = new ArrayList<>();

  /** A single finding. */
  static Finding of(Node place, TenantFault fault, Object... arguments) {
    Mark mark = place.getStartMark();
    return new Finding(mark.getLine() + 1, mark.getColumn() + 1, Reason.of(fault, arguments));
  }

  void add(Node place, TenantFault fault, Object... arguments) {
    all.add(of(place, fault, arguments));
  }

  void add(Node place, Reason reason) {
    Mark mark = place.getStartMark();
    all.add(new Finding(mark.getLine() + 1, mark.getColumn() + 1, reason));
  }

  void add(int line, int column, TenantFault fault, Object... arguments) {
    all.add(new Finding(line, column, Reason.of(fault, arguments)));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<Finding> inOrder() {
    return all.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
  }
}

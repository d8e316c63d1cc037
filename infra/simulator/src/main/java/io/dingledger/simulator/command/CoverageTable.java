package io.dingledger.simulator.command;

import io.dingledger.local.command.TextTable;
import io.dingledger.simulator.world.Coverage;
import io.dingledger.simulator.world.Fault;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What went wrong how often at which call. */
final class CoverageTable {
  private final Coverage coverage;
  private final Set<Fault> faults;

  CoverageTable(Coverage coverage, Set<Fault> faults) {
    this.coverage = coverage;
    this.faults = faults;
  }

  /** Every pair of fault and place, sorted, with its count. */
  void print(PrintStream out) {
    TextTable table = new TextTable(Set.of(2), "故障 · fault", "位置 · where", "次数 · times");
    for (Fault fault : faults) {
      Map<String, Long> places = new TreeMap<>(coverage.places(fault));
      if (places.isEmpty()) {
        table.row(fault.name(), "–", "0");
      }
      places.forEach((where, count) -> table.row(fault.name(), where, Long.toString(count)));
    }
    table.print("  ", out);
  }

  /** What could have gone wrong and never did. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (Fault fault : faults) {
      if (coverage.of(fault) == 0) {
        missing.add(fault.name());
      }
    }
    return missing;
  }
}

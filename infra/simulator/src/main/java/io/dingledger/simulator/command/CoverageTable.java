package io.dingledger.simulator.command;

import io.dingledger.local.command.TextTable;
import io.dingledger.simulator.world.Call;
import io.dingledger.simulator.world.Coverage;
import io.dingledger.simulator.world.CrashPoints;
import io.dingledger.simulator.world.Fault;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What went wrong how often at which call: crash points by fault kinds, zeros included. */
final class CoverageTable {
  private final Coverage coverage;
  private final Set<Fault> faults;

  CoverageTable(Coverage coverage, Set<Fault> faults) {
    this.coverage = coverage;
    this.faults = faults;
  }

  /** Every crash point with each fault that can strike there, then what is of no call. */
  void print(PrintStream out) {
    Map<String, Call> points = points();
    TextTable calls = new TextTable(Set.of(1), "调用 · call", "次数 · times", "故障 · faults");
    points.forEach(
        (point, call) ->
            calls.row(
                point,
                Long.toString(
                    coverage.points().containsKey(point)
                        ? coverage.points().get(point).times()
                        : 0),
                faultsAt(point, call)));
    calls.print("  ", out);
    out.println();
    TextTable others = new TextTable(Set.of(2), "故障 · fault", "位置 · where", "次数 · times");
    for (Fault fault : faults) {
      coverage
          .places(fault)
          .forEach(
              (where, count) -> {
                if (!points.containsKey(where)) {
                  others.row(fault.name(), where, Long.toString(count));
                }
              });
      if (coverage.of(fault) == 0) {
        others.row(fault.name(), "–", "0");
      }
    }
    others.print("  ", out);
  }

  private Map<String, Call> points() {
    Map<String, Call> points = new TreeMap<>(CrashPoints.declared());
    coverage.points().forEach((point, reached) -> points.putIfAbsent(point, reached.call()));
    return points;
  }

  private String faultsAt(String point, Call call) {
    return call.faults().stream()
        .filter(faults::contains)
        .map(fault -> fault + " " + coverage.at(fault, point))
        .collect(Collectors.joining(", "));
  }

  /** What could have gone wrong and never did: pairs of call and fault, and kinds of faults. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (Fault fault : faults) {
      if (coverage.of(fault) == 0) {
        missing.add(fault.name());
      }
    }
    missing.addAll(CrashPoints.zeros(coverage, faults));
    CrashPoints.undeclared(coverage).forEach(point -> missing.add("未列出 · not listed: " + point));
    return missing;
  }
}

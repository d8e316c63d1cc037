package io.dingledger.bench;

import io.dingledger.bench.cost.CostMain;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * {@code ./dev bench [rules|translations|simulation|start|ledgers|units|fairness]}: all of them
 * when none is named; {@code ./dev bench cost} computes a month's bill from what they measured.
 */
public final class Main {
  private static final String START = "start";
  private static final String LEDGERS = "ledgers";
  private static final String UNITS = "units";
  private static final String FAIRNESS = "fairness";
  private static final Set<String> OTHERS = Set.of(START, LEDGERS, UNITS, FAIRNESS);
  private static final String COST = "cost";
  private static final Path PRICES = Path.of("infra", "aws", "prices");
  private static final Path TEMPLATE = Path.of("template.yaml");
  private static final Map<String, Class<?>> BENCHMARKS =
      Map.of(
          "rules", RuleBenchmark.class,
          "translations", TranslationBenchmark.class,
          "simulation", SimulationBenchmark.class);
  private static final int BROKEN = 1;
  private static final int WRONG_USE = 2;

  private Main() {}

  /** Measures what is named. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals(COST)) {
      List<String> line = List.of(arguments).subList(1, arguments.length);
      System.exit(CostMain.run(PRICES, line, utf8(System.out), utf8(System.err)));
    }
    List<String> wanted =
        arguments.length == 0
            ? List.of("rules", "translations", "simulation", START, LEDGERS, UNITS, FAIRNESS)
            : List.of(arguments);
    for (String name : wanted) {
      if (!OTHERS.contains(name) && !BENCHMARKS.containsKey(name)) {
        System.err.println(
            "BENCH-UNKNOWN "
                + name
                + ": rules | translations | simulation | start | ledgers | units | fairness | cost");
        System.exit(WRONG_USE);
      }
    }
    ChainedOptionsBuilder options = new OptionsBuilder().addProfiler(GCProfiler.class);
    wanted.stream()
        .filter(BENCHMARKS::containsKey)
        .forEach(name -> options.include(BENCHMARKS.get(name).getSimpleName()));
    if (wanted.stream().anyMatch(BENCHMARKS::containsKey)) {
      new Runner(options.build()).run();
    }
    if (wanted.contains(START)) {
      Start.measure();
    }
    if (wanted.contains(LEDGERS)) {
      LedgerStart.measure();
      LedgerSizes.print();
    }
    if (wanted.contains(UNITS)) {
      UnitsBenchmark.measure(TEMPLATE, Boolean.getBoolean("dingledger.requests"));
    }
    if (wanted.contains(FAIRNESS) && !Fairness.measure()) {
      System.exit(BROKEN);
    }
  }

  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}

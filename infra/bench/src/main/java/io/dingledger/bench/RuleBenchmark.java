package io.dingledger.bench;

import io.dingledger.model.voucher.Explanation.Input;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Inputs;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.expression.Worth;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How long it takes to evaluate one rule. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RuleBenchmark {
  private static final Map<String, Formula> FORMULAS =
      Map.of(
          "factors", Wages.formula(Wages.FACTORS),
          "tiers", Wages.formula(Wages.TIERS),
          "condition", Wages.formula(Wages.CONDITION),
          "rounded", Wages.formula(Wages.ROUNDED));

  /** What is read. */
  @State(Scope.Benchmark)
  public static class Day {
    private final Wages facts = new Wages();
  }

  /** One rule, over and over. */
  @State(Scope.Benchmark)
  public static class Alone {
    /** Which rule. */
    @Param({"factors", "tiers", "condition", "rounded"})
    public String rule;

    private Formula formula;

    /** Finds the rule. */
    @Setup
    public void prepare() {
      formula = FORMULAS.get(rule);
    }
  }

  /** An explanation as a voucher line keeps it. */
  private record Explained(Value value, String arithmetic, List<Input> inputs) {}

  private static Explained explain(Formula formula, Day day) {
    Inputs inputs = new Inputs();
    Worth worth = formula.evaluate(day.facts, inputs, RoundingMode.HALF_UP);
    return new Explained(worth.value(), worth.text(), inputs.inputs());
  }

  /** The value alone. */
  @Benchmark
  public Value plain(Alone alone, Day day) {
    return alone.formula.value(day.facts, RoundingMode.HALF_UP);
  }

  /** The value, the inputs and the arithmetic in words. */
  @Benchmark
  public Object explained(Alone alone, Day day) {
    return explain(alone.formula, day);
  }

  /** The four in turn, so that the virtual machine cannot make itself a special case of one. */
  @Benchmark
  @OperationsPerInvocation(4)
  public void plainMixed(Day day, Blackhole hole) {
    for (Formula formula : FORMULAS.values()) {
      hole.consume(formula.value(day.facts, RoundingMode.HALF_UP));
    }
  }

  /** The four in turn, explained. */
  @Benchmark
  @OperationsPerInvocation(4)
  public void explainedMixed(Day day, Blackhole hole) {
    for (Formula formula : FORMULAS.values()) {
      hole.consume(explain(formula, day));
    }
  }
}

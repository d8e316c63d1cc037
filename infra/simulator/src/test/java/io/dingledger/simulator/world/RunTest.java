package io.dingledger.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.embedded.template.Template;
import io.dingledger.simulator.judge.Judge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunTest {
  private static final Template TEMPLATE = Template.read(Path.of("..", "..", "template.yaml"));
  private static final int SEEDS = 20;

  @BeforeAll
  static void quiet() {
    StepLog.off();
  }

  private static Run.Result run(Run.Plan plan) {
    return Run.of(plan, TEMPLATE, new Judge());
  }

  /** Every write, booking and strike of a run, in words. */
  private static List<String> everything(long seed) {
    List<String> told = new ArrayList<>();
    Run.Result result = Run.of(Run.Plan.of(seed), TEMPLATE, new Recorder(told));
    result.struck().forEach(each -> told.add(each.toString()));
    result.coverage().points().forEach((point, reached) -> told.add(point + reached));
    return told;
  }

  @Test
  void whereNothingGoesWrongEveryPromiseIsKept() {
    for (long seed = 1; seed <= 5; seed++) {
      Run.Plan calm = new Run.Plan(seed, EnumSet.noneOf(Fault.class), Set.of());
      assertEquals(List.of(), run(calm).violations());
    }
  }

  @Test
  void whateverGoesWrongEveryPromiseIsKept() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      assertEquals(List.of(), run(Run.Plan.of(seed)).violations(), "seed " + seed);
    }
  }

  @Test
  void aSeedGivesTheSameRunAgainAndOnSeveralThreadsAtOnce() throws Exception {
    List<List<String>> first = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      first.add(everything(seed));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<List<String>>> again = new ArrayList<>();
      for (long seed = 1; seed <= SEEDS; seed++) {
        long which = seed;
        again.add(threads.submit(() -> everything(which)));
      }
      for (int at = 0; at < SEEDS; at++) {
        assertEquals(first.get(at), again.get(at).get(), "seed " + (at + 1));
      }
    }
  }

  @Test
  void leavingOneStrikeOutLeavesThoseBeforeItAsTheyWere() {
    Run.Result whole = run(Run.Plan.of(2));
    int middle = whole.struck().size() / 2;
    Set<Integer> without = Set.of(whole.struck().get(middle).number());
    Run.Result less = run(new Run.Plan(2, EnumSet.allOf(Fault.class), without));
    assertEquals(whole.struck().subList(0, middle), less.struck().subList(0, middle));
  }
}

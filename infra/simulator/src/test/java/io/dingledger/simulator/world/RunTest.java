package io.dingledger.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.embedded.template.Template;
import io.dingledger.simulator.judge.Judge;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunTest {
  private static final Template TEMPLATE = Template.read(Path.of("..", "..", "template.yaml"));

  private static Run.Result run(Run.Plan plan) {
    return Run.of(plan, TEMPLATE, new Judge());
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
    for (long seed = 1; seed <= 10; seed++) {
      assertEquals(List.of(), run(Run.Plan.of(seed)).violations(), "seed " + seed);
    }
  }

  @Test
  void theSamePlanGoesWrongInTheSameWay() {
    assertEquals(run(Run.Plan.of(3)).struck(), run(Run.Plan.of(3)).struck());
  }
}

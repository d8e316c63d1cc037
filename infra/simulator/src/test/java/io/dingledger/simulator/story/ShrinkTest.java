package io.dingledger.simulator.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.simulator.kernel.Chance;
import io.dingledger.simulator.world.Coverage;
import io.dingledger.simulator.world.Fault;
import io.dingledger.simulator.world.Run;
import io.dingledger.simulator.world.Violation;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkTest {
  private static final Fault KIND = Fault.SLOW_CALL;

  /** Forty things go wrong; those of these numbers break a promise together. */
  private static Run.Result run(Run.Plan plan, Set<Integer> needed) {
    List<Chance.Struck> struck =
        IntStream.range(0, 40)
            .filter(number -> plan.faults().contains(KIND))
            .filter(number -> !plan.suppressed().contains(number))
            .mapToObj(number -> new Chance.Struck(number, KIND.name(), "here"))
            .toList();
    boolean breaks = struck.stream().map(Chance.Struck::number).toList().containsAll(needed);
    List<Violation> violations =
        breaks
            ? List.of(new Violation("BOOKED_TWICE", Instant.EPOCH, "a", "twice"))
            : List.of(new Violation("SILENT", Instant.EPOCH, "a", "another promise"));
    return new Run.Result(plan, violations, struck, new Coverage());
  }

  @Test
  void onlyWhatTheSamePromiseNeedsIsLeft() {
    Set<Integer> needed = Set.of(3, 17, 39);
    Shrink.Shrunk shrunk =
        Shrink.of(plan -> run(plan, needed), Shrink.MOST_RUNS, run(Run.Plan.of(1), needed));
    assertEquals(
        needed, Set.copyOf(shrunk.result().struck().stream().map(Chance.Struck::number).toList()));
    assertEquals(EnumSet.of(KIND), shrunk.result().plan().faults());
  }

  @Test
  void whatNeedsNothingToGoWrongEndsWithNothing() {
    Shrink.Shrunk shrunk =
        Shrink.of(plan -> run(plan, Set.of()), Shrink.MOST_RUNS, run(Run.Plan.of(1), Set.of()));
    assertEquals(List.of(), shrunk.result().struck());
  }

  @Test
  void itEndsAfterSoManyRuns() {
    Set<Integer> needed = Set.of(1, 5, 9);
    Shrink.Shrunk shrunk = Shrink.of(plan -> run(plan, needed), 10, run(Run.Plan.of(1), needed));
    assertEquals(10, shrunk.tried());
    assertTrue(
        shrunk.result().struck().stream().map(Chance.Struck::number).toList().containsAll(needed));
  }
}

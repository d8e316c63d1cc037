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
  private static final List<String> FAMILIES = List.of("a/claim-1", "a/claim-2", "b/claim-1");

  /** Forty things go wrong; those of these numbers, in this family, break a promise together. */
  private static Run.Result run(Run.Plan plan, Set<Integer> needed, String family) {
    List<Chance.Struck> struck =
        IntStream.range(0, 40)
            .filter(number -> plan.faults().contains(KIND))
            .filter(number -> !plan.suppressed().contains(number))
            .mapToObj(number -> new Chance.Struck(number, KIND.name(), "here"))
            .toList();
    List<String> families =
        FAMILIES.stream().filter(each -> !plan.leftOut().contains(each)).toList();
    boolean breaks =
        families.contains(family)
            && struck.stream().map(Chance.Struck::number).toList().containsAll(needed);
    List<Violation> violations =
        breaks
            ? List.of(new Violation("BOOKED_TWICE", Instant.EPOCH, "a", "twice"))
            : List.of(new Violation("SILENT", Instant.EPOCH, "a", "another promise"));
    return new Run.Result(plan, violations, struck, new Coverage(), families);
  }

  @Test
  void onlyWhatTheSamePromiseNeedsIsLeft() {
    Set<Integer> needed = Set.of(3, 17, 39);
    Shrink.Shrunk shrunk =
        Shrink.of(
            plan -> run(plan, needed, "a/claim-2"),
            Shrink.MOST_RUNS,
            run(Run.Plan.of(1), needed, "a/claim-2"));
    assertEquals(
        needed, Set.copyOf(shrunk.result().struck().stream().map(Chance.Struck::number).toList()));
    assertEquals(List.of("a/claim-2"), shrunk.result().families());
    assertEquals(EnumSet.of(KIND), shrunk.result().plan().faults());
  }

  @Test
  void whatNeedsNothingToGoWrongEndsWithNothing() {
    Shrink.Shrunk shrunk =
        Shrink.of(
            plan -> run(plan, Set.of(), "a/claim-1"),
            Shrink.MOST_RUNS,
            run(Run.Plan.of(1), Set.of(), "a/claim-1"));
    assertEquals(List.of(), shrunk.result().struck());
  }

  @Test
  void itEndsAfterSoManyRuns() {
    Set<Integer> needed = Set.of(1, 5, 9);
    Shrink.Shrunk shrunk =
        Shrink.of(
            plan -> run(plan, needed, "a/claim-1"), 10, run(Run.Plan.of(1), needed, "a/claim-1"));
    assertEquals(10, shrunk.tried());
    assertTrue(
        shrunk.result().struck().stream().map(Chance.Struck::number).toList().containsAll(needed));
  }
}

package io.dingledger.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FibersTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final List<String> told = new ArrayList<>();

  private List<String> run(long seed) {
    told.clear();
    SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-31T02:00:00Z"));
    Fibers fibers = new Fibers(clock, new Chance(seed, Set.of()));
    for (String name : List.of("a", "b", "c")) {
      fibers.start(
          name,
          MINUTE,
          () -> {
            for (int step = 0; step < 4; step++) {
              told.add(name + step);
              fibers.point(name, Duration.ofSeconds(step));
            }
          },
          end -> told.add(name + " " + end.getClass().getSimpleName()));
    }
    while (fibers.alive() > 0) {
      if (fibers.isAnyReady()) {
        fibers.runOne();
      } else {
        clock.advanceTo(fibers.nextWaking().orElseThrow());
      }
    }
    return List.copyOf(told);
  }

  @Test
  void theSameSeedGivesTheSameOrderAndAnotherSeedAnotherOne() {
    List<String> first = run(1);
    assertEquals(first, run(1));
    assertEquals(15, first.size());
    assertNotEquals(first, run(2));
  }

  @Test
  void aWorkerWhoseTimeIsOverIsDeadAtItsNextPoint() {
    SimulatedClock clock = new SimulatedClock(Instant.EPOCH);
    Fibers fibers = new Fibers(clock, new Chance(1, Set.of()));
    fibers.start(
        "late",
        MINUTE,
        () -> {
          try {
            fibers.point("call", Duration.ofMinutes(2));
            told.add("went on");
          } catch (RuntimeException caught) {
            told.add("caught");
          }
        },
        end -> told.add(end.toString()));
    fibers.runOne();
    clock.advanceTo(fibers.nextWaking().orElseThrow());
    fibers.runOne();
    assertEquals(List.of("Died[where=call (out of time)]"), told);
  }

  @Test
  void killingAllLeavesNobody() {
    SimulatedClock clock = new SimulatedClock(Instant.EPOCH);
    Fibers fibers = new Fibers(clock, new Chance(1, Set.of()));
    fibers.start("one", MINUTE, () -> fibers.point("call", MINUTE), end -> told.add("" + end));
    fibers.start("two", MINUTE, () -> told.add("never"), end -> told.add("" + end));
    fibers.killAll();
    assertEquals(0, fibers.alive());
    assertTrue(told.stream().allMatch(end -> end.startsWith("Died")), told::toString);
  }

  @Test
  void whatStruckCanBeLeftOutOfARepeatedRun() {
    Chance first = new Chance(7, Set.of());
    for (int question = 0; question < 1000; question++) {
      first.strikes("x", "y", 0.01);
    }
    List<Chance.Struck> struck = first.struck();
    assertTrue(struck.size() > 2);
    Chance again = new Chance(7, Set.of(struck.getFirst().number()));
    for (int question = 0; question < 1000; question++) {
      again.strikes("x", "y", 0.01);
    }
    assertEquals(struck.subList(1, struck.size()), again.struck());
  }
}

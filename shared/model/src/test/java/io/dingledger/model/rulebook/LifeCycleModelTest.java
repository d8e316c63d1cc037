package io.dingledger.model.rulebook;

import static io.dingledger.model.rulebook.Lives.AT;
import static io.dingledger.model.rulebook.Lives.JULY;
import static io.dingledger.model.rulebook.Lives.LATER_REPORT;
import static io.dingledger.model.rulebook.Lives.OTHER_TEXT;
import static io.dingledger.model.rulebook.Lives.REPORT;
import static io.dingledger.model.rulebook.Lives.TEXT;
import static io.dingledger.model.rulebook.Lives.signer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Takes every step by every person from every state that can be reached, and compares what happens
 * with a second, much simpler telling of the rules: sets of facts instead of types.
 */
class LifeCycleModelTest {
  private static final List<Signer> PEOPLE =
      List.of(signer("Li"), signer(" LI "), signer("Wang"), signer("Zhao"));
  private static final LocalDate OPEN_FROM = JULY;

  private final Map<Facts, RuleBookVersion> reached = new HashMap<>();
  private final Set<String> states = new HashSet<>();
  private int taken;
  private int refused;

  /** What the second telling knows of a version. */
  private record Facts(
      boolean exists,
      Set<Signer> authors,
      String report,
      boolean approved,
      boolean active,
      boolean withdrawn) {
    static final Facts NONE = new Facts(false, Set.of(), "", false, false, false);
  }

  @Test
  void neitherSimulationNorTheSecondPersonCanBeSkipped() {
    Deque<Facts> open = new ArrayDeque<>(List.of(Facts.NONE));
    Set<Facts> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      Facts facts = open.pop();
      for (Step step : steps()) {
        Facts next = taken(facts, step);
        if (seen.add(next)) {
          open.push(next);
        }
      }
    }
    assertEquals(Set.of("DRAFT", "SIMULATED", "APPROVED", "ACTIVE", "WITHDRAWN"), states);
    assertEquals(52, reached.size(), "all of them, by who is an author and which report counts");
    assertTrue(taken > 300 && refused > 1000, taken + " taken, " + refused + " refused");
  }

  private Facts taken(Facts facts, Step step) {
    Optional<RuleBookVersion> before = Optional.ofNullable(reached.get(facts));
    LifeCycle.Outcome outcome = LifeCycle.after(TEXT, before, step, OPEN_FROM);
    String where = before + " " + step;
    assertEquals(mayBeTaken(facts, step), outcome instanceof LifeCycle.Outcome.Taken, where);
    return switch (outcome) {
      case LifeCycle.Outcome.Refused(var reason) -> {
        refused++;
        yield facts;
      }
      case LifeCycle.Outcome.Taken(RuleBookVersion next) -> {
        taken++;
        states.add(next.state());
        assertLegal(next);
        assertEquals(new LifeCycle.Outcome.Taken(next), LifeCycle.of(TEXT, next.history()));
        Facts known = after(facts, step);
        reached.putIfAbsent(known, next);
        yield known;
      }
    };
  }

  private static boolean mayBeTaken(Facts facts, Step step) {
    boolean there = facts.exists() && !facts.withdrawn();
    return switch (step) {
      case Step.Drafted drafted -> !there;
      case Step.Simulated simulated ->
          there
              && !facts.approved()
              && simulated.proof().version().equals(TEXT)
              && simulated.proof().abnormal().size() >= 3;
      case Step.Approved approved ->
          there
              && !facts.approved()
              && !facts.report().isEmpty()
              && facts.report().equals(approved.report())
              && !facts.authors().contains(approved.by());
      case Step.Activated activated ->
          there
              && facts.approved()
              && !facts.authors().contains(activated.by())
              && !activated.from().isBefore(OPEN_FROM);
      case Step.Withdrawn withdrawn -> there && !facts.active();
    };
  }

  private static Facts after(Facts facts, Step step) {
    Set<Signer> authors = new HashSet<>(facts.authors());
    return switch (step) {
      case Step.Drafted drafted -> {
        authors.add(drafted.by());
        yield new Facts(true, authors, "", false, false, false);
      }
      case Step.Simulated simulated ->
          new Facts(true, authors, simulated.proof().report(), false, false, false);
      case Step.Approved approved -> new Facts(true, authors, facts.report(), true, false, false);
      case Step.Activated activated -> new Facts(true, authors, facts.report(), true, true, false);
      case Step.Withdrawn withdrawn -> new Facts(true, authors, "", false, false, true);
    };
  }

  /** Told from the history alone, whatever the types say. */
  private static void assertLegal(RuleBookVersion version) {
    Set<Signer> authors = version.authors();
    boolean mustBeApproved =
        version instanceof RuleBookVersion.Approved || version instanceof RuleBookVersion.Active;
    List<Step> steps = version.history();
    if (mustBeApproved) {
      int approval = indexOfLast(steps, Step.Approved.class);
      Step.Approved approved = (Step.Approved) steps.get(approval);
      Step.Simulated simulated = (Step.Simulated) steps.get(approval - 1);
      assertEquals(TEXT, simulated.proof().version());
      assertTrue(simulated.proof().isComplete());
      assertEquals(simulated.proof().report(), approved.report());
      assertTrue(!authors.contains(approved.by()), "nobody approves his own book: " + steps);
    }
    steps.stream()
        .filter(Step.Activated.class::isInstance)
        .forEach(step -> assertTrue(!authors.contains(step.by()), "nor activates it: " + steps));
  }

  private static int indexOfLast(List<Step> steps, Class<? extends Step> kind) {
    for (int index = steps.size() - 1; index >= 0; index--) {
      if (kind.isInstance(steps.get(index))) {
        return index;
      }
    }
    throw new AssertionError("no " + kind.getSimpleName() + " in " + steps);
  }

  private static List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (Signer by : PEOPLE) {
      steps.add(new Step.Drafted(by, AT));
      steps.add(new Step.Withdrawn(by, AT));
      for (String report : List.of(REPORT, LATER_REPORT)) {
        steps.add(new Step.Approved(report, by, AT));
        steps.add(new Step.Simulated(Lives.proof(TEXT, report, 3), by, AT));
        steps.add(new Step.Simulated(Lives.proof(TEXT, report, 2), by, AT));
        steps.add(new Step.Simulated(Lives.proof(OTHER_TEXT, report, 3), by, AT));
      }
      steps.add(new Step.Activated(JULY, by, AT));
      steps.add(new Step.Activated(JULY.minusDays(1), by, AT));
    }
    return steps;
  }
}

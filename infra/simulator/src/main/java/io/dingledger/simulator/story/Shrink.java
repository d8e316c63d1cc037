package io.dingledger.simulator.story;

import io.dingledger.embedded.template.Template;
import io.dingledger.simulator.judge.Judge;
import io.dingledger.simulator.kernel.Chance;
import io.dingledger.simulator.world.Fault;
import io.dingledger.simulator.world.Run;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes a failing run smaller, as long as it breaks the same promise: whole kinds of faults first,
 * then what went wrong by the half and at last each by itself (delta debugging); one more company
 * or claim counts as such. It ends after a number of runs, not after a time, so that it comes to
 * the same on each machine.
 */
public final class Shrink {
  /** So many runs at most. */
  public static final int MOST_RUNS = 400;

  private final Function<Run.Plan, Run.Result> runs;
  private final int most;
  private final String invariant;
  private Run.Result smallest;
  private int tried;

  private Shrink(Function<Run.Plan, Run.Result> runs, int most, Run.Result failed) {
    this.runs = runs;
    this.most = most;
    this.smallest = failed;
    this.invariant = failed.violations().getFirst().invariant();
  }

  /**
   * A smaller run that breaks the same promise.
   *
   * @param result the smallest that was found
   * @param tried how many runs that took
   */
  public record Shrunk(Run.Result result, int tried) {}

  /** Shrinks a run that broke something. */
  public static Shrunk of(Template template, Run.Result failed) {
    return of(plan -> Run.of(plan, template, new Judge()), MOST_RUNS, failed);
  }

  /** The same, with other runs: for tests. */
  static Shrunk of(Function<Run.Plan, Run.Result> runs, int most, Run.Result failed) {
    Shrink shrink = new Shrink(runs, most, failed);
    shrink.strikes();
    shrink.kinds();
    return new Shrunk(shrink.smallest, shrink.tried);
  }

  private boolean stillFails(Run.Plan plan) {
    if (tried >= most) {
      return false;
    }
    tried++;
    Run.Result result = runs.apply(plan);
    boolean isSame =
        result.violations().stream().anyMatch(each -> each.invariant().equals(invariant));
    if (isSame) {
      smallest = result;
    }
    return isSame;
  }

  /** All kinds that did not strike are named no more. */
  private void kinds() {
    EnumSet<Fault> needed = EnumSet.noneOf(Fault.class);
    smallest.struck().forEach(struck -> needed.add(Fault.valueOf(struck.what())));
    stillFails(smallest.plan().with(needed));
  }

  private void strikes() {
    stillFails(smallest.plan().with(Set.of()));
    for (Fault fault : EnumSet.copyOf(all(smallest.plan().faults()))) {
      EnumSet<Fault> fewer = EnumSet.noneOf(Fault.class);
      fewer.addAll(smallest.plan().faults());
      if (fewer.remove(fault)) {
        stillFails(smallest.plan().with(fewer));
      }
    }
    int portion = Math.max(1, smallest.struck().size() / 2);
    while (tried < most && !smallest.struck().isEmpty()) {
      boolean smaller = portions(portion);
      if (portion == 1 && !smaller) {
        return;
      }
      portion = smaller ? Math.min(portion, smallest.struck().size()) : (portion + 1) / 2;
      portion = Math.max(1, portion);
    }
  }

  private static Set<Fault> all(Set<Fault> faults) {
    return faults.isEmpty() ? EnumSet.allOf(Fault.class) : faults;
  }

  private boolean portions(int size) {
    boolean smaller = false;
    List<Chance.Struck> struck = new ArrayList<>(smallest.struck());
    for (int from = 0; from < struck.size(); from += size) {
      Set<Integer> without = new HashSet<>(smallest.plan().suppressed());
      int before = without.size();
      struck.subList(from, Math.min(struck.size(), from + size)).stream()
          .filter(each -> smallest.struck().contains(each))
          .forEach(each -> without.add(each.number()));
      if (without.size() > before && stillFails(smallest.plan().suppressing(without))) {
        smaller = true;
      }
    }
    return smaller;
  }
}

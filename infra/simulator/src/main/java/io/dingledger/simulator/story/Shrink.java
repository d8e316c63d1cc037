package io.dingledger.simulator.story;

import io.dingledger.embedded.template.Template;
import io.dingledger.simulator.judge.Judge;
import io.dingledger.simulator.kernel.Chance;
import io.dingledger.simulator.world.Fault;
import io.dingledger.simulator.world.Run;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes a failing run smaller, as long as it breaks the same promise: whole kinds of faults first,
 * then what went wrong by the half and at last each by itself (delta debugging); one more company
 * or claim counts as such. It ends after a number of runs, not after a time, so that it comes to
 * the same on each machine.
 */
public final class Shrink {
  /** So many runs at most. */
  public static final int MOST_RUNS = 400;

  /** The last run names only the kinds that it takes. */
  private static final int LAST = 1;

  private final Function<Run.Plan, Run.Result> runs;
  private final int most;
  private final String invariant;
  private Run.Result smallest;
  private int tried;

  /** What every strike is that was seen so far, by its number. */
  private final Map<Integer, Fault> kinds = new HashMap<>();

  private Shrink(Function<Run.Plan, Run.Result> runs, int most, Run.Result failed) {
    this.runs = runs;
    this.most = most;
    this.smallest = failed;
    failed.struck().forEach(struck -> kinds.put(struck.number(), Fault.valueOf(struck.what())));
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
    return tried < most - LAST && fails(plan);
  }

  private boolean fails(Run.Plan plan) {
    tried++;
    Run.Result result = runs.apply(plan);
    result.struck().forEach(struck -> kinds.put(struck.number(), Fault.valueOf(struck.what())));
    boolean isSame =
        result.violations().stream().anyMatch(each -> each.invariant().equals(invariant));
    if (isSame) {
      smallest = result;
    }
    return isSame;
  }

  /** Kinds that did not strike are named no more, nor are strikes of theirs: in any case, once. */
  private void kinds() {
    EnumSet<Fault> needed = EnumSet.noneOf(Fault.class);
    smallest.struck().forEach(struck -> needed.add(Fault.valueOf(struck.what())));
    Set<Integer> left =
        smallest.plan().suppressed().stream()
            .filter(number -> needed.contains(kinds.get(number)))
            .collect(Collectors.toSet());
    fails(smallest.plan().with(needed).suppressing(left));
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

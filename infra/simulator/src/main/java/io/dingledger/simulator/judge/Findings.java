package io.dingledger.simulator.judge;

import io.dingledger.simulator.world.Scene;
import io.dingledger.simulator.world.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was found broken: each thing once for each subject, and not without end. */
final class Findings {
  private static final int MOST = 50;

  private final List<Violation> all = new ArrayList<>();
  private final Set<String> told = new HashSet<>();

  void add(Scene scene, Invariant invariant, String subject, String words) {
    if (all.size() < MOST && told.add(invariant + " " + subject)) {
      all.add(new Violation(invariant.name(), scene.now(), subject, words));
    }
  }

  List<Violation> all() {
    return List.copyOf(all);
  }
}

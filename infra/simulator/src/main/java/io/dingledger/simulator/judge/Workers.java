package io.dingledger.simulator.judge;

import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.simulator.kernel.Chance;
import io.dingledger.simulator.world.Fault;
import io.dingledger.simulator.world.Scene;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which worker was at which document, and what went wrong for it. */
final class Workers {
  /** What makes no try fail: the rest does, or may. */
  private static final Set<String> HARMLESS =
      EnumSet.of(
              Fault.ANOTHER_COMPANY,
              Fault.ANOTHER_CLAIM,
              Fault.KEY_ROTATED,
              Fault.MESSAGE_REPEATED,
              Fault.MESSAGE_DELAYED,
              Fault.MESSAGE_VERY_LATE,
              Fault.CALLBACK_REPEATED,
              Fault.CALLBACK_LATE,
              Fault.CALLBACK_LOST,
              Fault.PUSH_OF_ANOTHER_COMPANY,
              Fault.LEDGER_SHOWS_LATE,
              Fault.INDEX_STALE,
              Fault.APPROVAL_TAKES_DAYS,
              Fault.RULE_BOOK_CHANGED,
              Fault.DOCUMENT_MODIFIED,
              Fault.DOCUMENT_MODIFIED_AGAIN,
              Fault.DOCUMENT_WITHDRAWN)
          .stream()
          .map(Enum::name)
          .collect(Collectors.toSet());

  private final Map<Long, Integer> troubles = new HashMap<>();
  private final Map<Long, Integer> strikes = new HashMap<>();
  private final Map<String, Set<Long>> at = new HashMap<>();
  private final Set<Long> known = new HashSet<>();

  /** Something went wrong for the running worker, or for the world. */
  void struck(Scene scene, Chance.Struck struck) {
    strikes.merge(scene.worker(), 1, Integer::sum);
    if (!HARMLESS.contains(struck.what())) {
      troubles.merge(scene.worker(), 1, Integer::sum);
    }
  }

  /** The running worker is at a document. */
  void isAt(Scene scene, String document) {
    at.computeIfAbsent(document, any -> new HashSet<>()).add(scene.worker());
    known.add(scene.worker());
  }

  /** How often anything at all went wrong for a worker so far. */
  int strikes(long worker) {
    return strikes.getOrDefault(worker, 0);
  }

  /**
   * How many tries of a document something can have made fail: what went wrong for those who were
   * at it, and for those who got to no document; without end where its company was in trouble.
   */
  int troubles(Scene scene, TenantSettings company, String document) {
    boolean isStanding =
        scene.struck().stream()
            .filter(struck -> !HARMLESS.contains(struck.what()))
            .anyMatch(struck -> struck.where().equals("company " + company.name()));
    if (isStanding) {
      return Integer.MAX_VALUE;
    }
    Set<Long> own = at.getOrDefault(document, Set.of());
    return troubles.entrySet().stream()
        .filter(each -> own.contains(each.getKey()) || !known.contains(each.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}

package io.dingledger.simulator.judge;

import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.platform.store.TableNotices;
import io.dingledger.platform.store.Write;
import io.dingledger.simulator.world.Fault;
import io.dingledger.simulator.world.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whatever waits beyond its limit can be seen, with its reason; and broken connections are told.
 */
final class SilenceRules {
  /** So long a document may be on its way without a word of why it is not there yet. */
  static final Duration LIMIT = Duration.ofHours(6);

  private final Findings findings;
  private final Map<String, Instant> silentSince = new HashMap<>();
  private final Map<String, Shutting> shut = new HashMap<>();
  private final Set<String> gatesShut = new HashSet<>();

  private final Workers workers;

  SilenceRules(Findings findings, Workers workers) {
    this.findings = findings;
    this.workers = workers;
  }

  /** A gate that a worker shut, with how much had gone wrong for it by then. */
  private record Shutting(long worker, int struck) {}

  void wrote(Scene scene, List<Write> writes, Map<String, DocumentRecord> records) {
    for (Write write : writes) {
      Place.of(write.key()).map(Place::name).ifPresent(name -> heard(scene, name, records));
      if (write instanceof Write.Put put && write.key().partition().endsWith("#G")) {
        gate(scene, write.key().partition(), put.item().text("shut").isPresent());
      }
    }
    records.keySet().forEach(name -> waited(scene, name));
  }

  private void heard(Scene scene, String name, Map<String, DocumentRecord> records) {
    DocumentRecord record = records.get(name);
    if (record == null || isVisible(record)) {
      silentSince.remove(name);
    } else {
      silentSince.putIfAbsent(name, scene.steady());
    }
  }

  private static boolean isVisible(DocumentRecord record) {
    return switch (record.state()) {
      case RECEIVED, FETCHING, POSTING -> !record.reasons().isEmpty();
      case POSTED, ACCRUED, HELD, PARKED, IGNORED -> true;
    };
  }

  private void waited(Scene scene, String name) {
    Instant since = silentSince.get(name);
    if (since == null) {
      return;
    }
    Instant couldSpeak = since.isBefore(scene.tableAwayAt()) ? scene.tableAwayAt() : since;
    boolean isLate = Duration.between(couldSpeak, scene.steady()).compareTo(LIMIT) > 0;
    if (isLate && !Clocks.jumpedAlone(scene)) {
      findings.add(
          scene,
          Invariant.SILENT,
          name,
          "on its way since " + since + " (by a clock that never jumps) without a word");
    }
  }

  private void gate(Scene scene, String partition, boolean isShut) {
    if (!isShut) {
      gatesShut.remove(partition);
    } else if (gatesShut.add(partition)) {
      shut.put(partition, new Shutting(scene.worker(), workers.strikes(scene.worker())));
    }
  }

  /** Who shut a gate told people of it, unless something kept it from doing so. */
  void ended(Scene scene, long worker, Map<String, DocumentRecord> records) {
    shut.forEach(
        (partition, shutting) -> {
          boolean isUndisturbed =
              shutting.struck() == workers.strikes(worker) && !areAlertsDown(scene);
          String company = partition.substring(2, partition.length() - 2).replace("=0023", "#");
          boolean isTold =
              records.values().stream()
                  .filter(record -> record.kind().equals(TableNotices.KIND))
                  .anyMatch(record -> record.tenant().id().equals(company));
          if (shutting.worker() == worker && isUndisturbed && !isTold) {
            findings.add(scene, Invariant.NO_NOTICE, company, "its ledger's gate was shut");
          }
        });
    shut.values().removeIf(shutting -> shutting.worker() == worker);
  }

  private static boolean areAlertsDown(Scene scene) {
    return scene.struck().stream()
        .anyMatch(struck -> struck.what().equals(Fault.ALERTS_DOWN.name()));
  }
}

package io.dingledger.patrol;

import io.dingledger.platform.store.PatrolNotes.Chore;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads people and departments anew each night. A pass that takes more than one round goes on in
 * the next one: what was read since the pass was begun need not be read again.
 */
final class DirectoryRound implements Task {
  private final PatrolPorts ports;
  private final Troubles troubles;

  DirectoryRound(PatrolPorts ports, Troubles troubles) {
    this.ports = ports;
    this.troubles = troubles;
  }

  @Override
  public Area area() {
    return Area.DIRECTORY;
  }

  @Override
  public boolean isCounted() {
    return false;
  }

  @Override
  public Outcome run(Visit visit) {
    Optional<Instant> begun = ports.notes().doneUpTo(visit.tenant(), Chore.DIRECTORY_STARTED);
    Instant last = ports.notes().doneUpTo(visit.tenant(), Chore.DIRECTORY).orElse(Instant.EPOCH);
    boolean goesOn = begun.filter(last::isBefore).isPresent();
    if (!goesOn && !Timetable.isDueByNight(last, visit.now(), visit.zone())) {
      return Outcome.NOT_DUE;
    }
    Instant passBegan = goesOn ? begun.get() : visit.now();
    ports.notes().done(visit.tenant(), Chore.DIRECTORY_STARTED, passBegan);
    Outcome outcome = new DirectoryPass(ports, troubles, visit, passBegan).walk();
    if (outcome instanceof Outcome.Done) {
      ports.notes().done(visit.tenant(), Chore.DIRECTORY, passBegan);
    }
    return outcome;
  }
}

package io.dingledger.patrol;

import io.dingledger.model.document.Person;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.platform.store.DirectoryStore.Known;
import io.dingledger.platform.store.PatrolNotes.Chore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Marks the settled days of everybody who works, where the rule book of the day wants its results:
 * who was absent never clocked in, so no event speaks of that day.
 */
final class EverybodysDays implements Task {
  /** After a longer outage, days further back are read only where an event names them. */
  static final int MOST_DAYS = 31;

  private final PatrolPorts ports;
  private final WantedForms wanted;

  EverybodysDays(PatrolPorts ports, WantedForms wanted) {
    this.ports = ports;
    this.wanted = wanted;
  }

  @Override
  public Area area() {
    return Area.ATTENDANCE;
  }

  @Override
  public boolean isCounted() {
    return false;
  }

  /** DingTalk is never asked, so there is never news of whether it answers. */
  @Override
  public Outcome run(Visit visit) {
    LocalDate last = Timetable.lastSettledDay(visit.now(), visit.zone());
    LocalDate next = firstToMark(visit, last);
    if (next.isAfter(last)) {
      return Outcome.NOT_DUE;
    }
    List<String> people =
        ports.directory().people(visit.tenant()).stream()
            .map(Known::value)
            .filter(Person::works)
            .map(Person::userId)
            .toList();
    // Before people were read for the first time, nobody's day would be marked for good.
    while (!people.isEmpty() && !next.isAfter(last) && !visit.isOver()) {
      if (wanted.wantsDay(visit.tenant(), next)) {
        mark(visit, people, next);
      }
      next = next.plusDays(1);
    }
    return Outcome.NOT_DUE;
  }

  private LocalDate firstToMark(Visit visit, LocalDate last) {
    Optional<Instant> done = ports.notes().doneUpTo(visit.tenant(), Chore.EVERYBODYS_DAYS);
    LocalDate earliest = last.minusDays(MOST_DAYS - 1L);
    return done.map(upTo -> upTo.atZone(visit.zone()).toLocalDate())
        .map(day -> day.isBefore(earliest) ? earliest : day)
        .orElse(last);
  }

  private void mark(Visit visit, List<String> people, LocalDate day) {
    people.forEach(
        person -> ports.marks().mark(visit.tenant(), new PersonDay(person, day), visit.now()));
    ports.notes().done(visit.tenant(), Chore.EVERYBODYS_DAYS, endOf(day, visit.zone()));
  }

  private static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }
}

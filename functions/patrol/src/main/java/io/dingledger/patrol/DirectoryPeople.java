package io.dingledger.patrol;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.platform.store.DirectoryStore.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The people of one walk through the departments: keeps them as they are read, fetches their hire
 * dates a hundred at a time, and sees to those who are no longer listed.
 */
final class DirectoryPeople {
  /** People in one call (API0939). */
  private static final int HIRE_DATES_AT_ONCE = 100;

  private final PatrolPorts ports;
  private final Troubles troubles;
  private final Visit visit;
  private final Instant passBegan;
  private final Map<String, Person> known = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Person> undated = new LinkedHashMap<>();
  private boolean datesFail;

  DirectoryPeople(PatrolPorts ports, Troubles troubles, Visit visit, Instant passBegan) {
    this.ports = ports;
    this.troubles = troubles;
    this.visit = visit;
    this.passBegan = passBegan;
    for (Known<Person> each : ports.directory().people(visit.tenant())) {
      known.put(each.value().userId(), each.value());
    }
  }

  /** Reads and keeps the direct members of a department. */
  Outcome of(String departmentId) {
    Optional<Long> cursor = Optional.of(0L);
    while (cursor.isPresent()) {
      if (visit.isOver()) {
        return Outcome.UNFINISHED;
      }
      Instant readAt = visit.now();
      switch (ports.dingTalk().people(visit.app(), departmentId, cursor.get())) {
        case Answer.Failed<DingTalk.PeoplePage>(Failure why) -> {
          return new Outcome.Failed(why);
        }
        case Answer.Got<DingTalk.PeoplePage>(DingTalk.PeoplePage page) -> {
          keep(page.people(), readAt);
          cursor = page.next();
        }
      }
    }
    return Outcome.DONE;
  }

  private void keep(List<Person> listed, Instant readAt) {
    List<Person> fresh = new ArrayList<>();
    for (Person person : listed) {
      if (seen.add(person.userId())) {
        Person dated = withKnownDates(person);
        fresh.add(dated);
        undated.put(person.userId(), dated);
      }
    }
    ports.directory().putPeople(visit.tenant(), fresh, readAt);
    if (undated.size() >= HIRE_DATES_AT_ONCE) {
      flushHireDates();
    }
  }

  /** Lists do not tell when somebody was hired; what was known of it stays. */
  private Person withKnownDates(Person person) {
    Person before = known.getOrDefault(person.userId(), person);
    return dated(
        person,
        new DingTalk.HireDates(
            person.hiredOn().or(before::hiredOn),
            person.firstWorkedOn().or(before::firstWorkedOn)));
  }

  private static Person dated(Person person, DingTalk.HireDates dates) {
    return new Person(
        person.userId(),
        person.name(),
        person.jobNumber(),
        person.departmentIds(),
        dates.hiredOn(),
        dates.firstWorkedOn(),
        person.works());
  }

  /** Fetches the dates of those that were read since the last time. */
  void flushHireDates() {
    List<String> ids = new ArrayList<>(undated.keySet());
    for (int start = 0; start < ids.size() && wantsDates(); start += HIRE_DATES_AT_ONCE) {
      fetchDates(ids.subList(start, Math.min(start + HIRE_DATES_AT_ONCE, ids.size())));
    }
    undated.clear();
  }

  private boolean wantsDates() {
    return !visit.app().isThirdParty() && !datesFail;
  }

  private void fetchDates(List<String> ids) {
    Instant readAt = visit.now();
    switch (ports.dingTalk().hireDates(visit.app(), ids)) {
      case Answer.Failed<Map<String, DingTalk.HireDates>>(Failure why) -> {
        datesFail = true;
        tell(why);
      }
      case Answer.Got<Map<String, DingTalk.HireDates>>(Map<String, DingTalk.HireDates> dates) -> {
        List<Person> changed =
            ids.stream()
                .filter(dates::containsKey)
                .map(id -> dated(undated.get(id), dates.get(id)))
                .filter(person -> !person.equals(undated.get(person.userId())))
                .toList();
        ports.directory().putPeople(visit.tenant(), changed, readAt);
        troubles.works(visit, Area.HIRE_DATES, false);
      }
    }
  }

  /** Who never could read the dates may do without; who could once is told that it is over. */
  private void tell(Failure why) {
    if (known.values().stream().anyMatch(person -> person.hiredOn().isPresent())) {
      troubles.failed(visit, Area.HIRE_DATES, why);
    }
  }

  /** Everybody who is listed has been kept: sees to the others, and to the job numbers. */
  Outcome afterTheWalk() {
    for (Known<Person> each : ports.directory().people(visit.tenant())) {
      if (each.value().works() && each.readAt().isBefore(passBegan)) {
        Optional<Outcome> trouble = asked(each.value());
        if (trouble.isPresent()) {
          return trouble.get();
        }
      }
    }
    JobNumbers.check(ports, visit.tenant());
    return Outcome.DONE;
  }

  /**
   * Only DingTalk's own word makes somebody one who has left: a list may be short for other
   * reasons.
   */
  private Optional<Outcome> asked(Person missing) {
    if (visit.isOver()) {
      return Optional.of(Outcome.UNFINISHED);
    }
    Instant readAt = visit.now();
    switch (ports.dingTalk().person(visit.app(), missing.userId())) {
      case Answer.Got<Person>(Person person) ->
          ports.directory().putPeople(visit.tenant(), List.of(withKnownDates(person)), readAt);
      case Answer.Failed<Person>(Failure why) when why.kind() == FailureKind.DATA ->
          ports.directory().putPeople(visit.tenant(), List.of(left(missing)), readAt);
      case Answer.Failed<Person>(Failure why) -> {
        return Optional.of(new Outcome.Failed(why));
      }
    }
    return Optional.empty();
  }

  private static Person left(Person person) {
    return new Person(
        person.userId(),
        person.name(),
        person.jobNumber(),
        person.departmentIds(),
        person.hiredOn(),
        person.firstWorkedOn(),
        false);
  }
}

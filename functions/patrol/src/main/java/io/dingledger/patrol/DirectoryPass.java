package io.dingledger.patrol;

import io.dingledger.model.document.Department;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.platform.store.DirectoryStore.Known;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One walk through a tenant's departments, from the root down, each once whatever rings they form.
 *
 * <p>A department counts as read in this pass when its own item was written since the pass began.
 * That is done last, when its people are kept and all departments below it are known; so a walk
 * that was broken off finds everything that is left.
 */
final class DirectoryPass {
  /** DingTalk's root department. */
  private static final String ROOT = "1";

  /** More than any company has; it ends a walk that a bug would make endless. */
  private static final int MOST_DEPARTMENTS = 20_000;

  /** Codes change without a word when the event is lost: each is read anew once a week. */
  private static final int DAYS_OF_A_WEEK = 7;

  private final PatrolPorts ports;
  private final Visit visit;
  private final Instant passBegan;
  private final DirectoryPeople people;
  private final Map<String, Known<Department>> known = new HashMap<>();
  private final Map<String, Department> listed = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();

  DirectoryPass(PatrolPorts ports, Troubles troubles, Visit visit, Instant passBegan) {
    this.ports = ports;
    this.visit = visit;
    this.passBegan = passBegan;
    this.people = new DirectoryPeople(ports, troubles, visit, passBegan);
  }

  /** Goes as far as the round's time allows. */
  Outcome walk() {
    ports
        .directory()
        .departments(visit.tenant())
        .forEach(each -> known.put(each.value().id(), each));
    beginWhereItWasBrokenOff();
    Outcome outcome = Outcome.DONE;
    while (outcome instanceof Outcome.Done && !open.isEmpty()) {
      outcome = visit.isOver() ? Outcome.UNFINISHED : read(open.poll());
    }
    if (!(outcome instanceof Outcome.Failed)) {
      people.flushHireDates();
    }
    return outcome instanceof Outcome.Done ? people.afterTheWalk() : outcome;
  }

  private void beginWhereItWasBrokenOff() {
    known.values().stream().filter(this::isRead).forEach(each -> seen.add(each.value().id()));
    known.values().stream()
        .map(Known::value)
        .filter(each -> !seen.contains(each.id()) && seen.contains(each.parentId()))
        .forEach(each -> open.add(each.id()));
    if (!seen.contains(ROOT)) {
      open.add(ROOT);
    }
    seen.addAll(open);
  }

  private boolean isRead(Known<Department> department) {
    return !department.readAt().isBefore(passBegan);
  }

  private Outcome read(String id) {
    Instant readAt = visit.now();
    switch (ports.dingTalk().departmentsBelow(visit.app(), id)) {
      case Answer.Failed<List<Department>>(Failure why) -> {
        return isGone(id, why) ? Outcome.DONE : new Outcome.Failed(why);
      }
      case Answer.Got<List<Department>>(List<Department> below) -> discover(below);
    }
    Outcome members = people.of(id);
    if (!(members instanceof Outcome.Done)) {
      return members;
    }
    return switch (described(id)) {
      case Answer.Failed<Department>(Failure why) ->
          isGone(id, why) ? Outcome.DONE : new Outcome.Failed(why);
      case Answer.Got<Department>(Department department) -> {
        ports.directory().putDepartments(visit.tenant(), List.of(department), readAt);
        yield Outcome.DONE;
      }
    };
  }

  /** Removed while the walk went on, or before it; the root never is. */
  private static boolean isGone(String id, Failure why) {
    return why.kind() == FailureKind.DATA && !id.equals(ROOT);
  }

  /**
   * A department that is new is kept at once, as one that is still to be read in this pass. It is
   * stale from the first moment: a list tells no code, and nobody must take that for having none.
   */
  private void discover(List<Department> below) {
    for (Department each : below) {
      if (seen.size() < MOST_DEPARTMENTS && seen.add(each.id())) {
        listed.put(each.id(), each);
        open.add(each.id());
        if (!known.containsKey(each.id())) {
          ports.directory().staleDepartments(visit.tenant(), List.of(each.id()), justBefore());
          ports.directory().putDepartments(visit.tenant(), List.of(each), justBefore());
        }
      }
    }
  }

  private Instant justBefore() {
    return passBegan.minusMillis(1);
  }

  /** The department with its code, which lists do not tell. */
  private Answer<Department> described(String id) {
    Optional<Known<Department>> before =
        Optional.ofNullable(known.get(id)).filter(this::isCodeFresh);
    if (before.isEmpty() || !listed.containsKey(id)) {
      return ports.dingTalk().department(visit.app(), id);
    }
    Department named = listed.get(id);
    return new Answer.Got<>(
        new Department(
            id, named.name(), before.get().value().code(), named.parentId(), named.path()));
  }

  private boolean isCodeFresh(Known<Department> department) {
    LocalDate today = passBegan.atZone(visit.zone()).toLocalDate();
    int turn = Math.floorMod(department.value().id().hashCode(), DAYS_OF_A_WEEK);
    boolean itsTurn = Math.floorMod(today.toEpochDay(), DAYS_OF_A_WEEK) == turn;
    return !department.isStale() && !itsTurn;
  }
}

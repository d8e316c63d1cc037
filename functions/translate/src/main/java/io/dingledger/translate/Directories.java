package io.dingledger.translate;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.DirectoryStore;
import io.dingledger.platform.store.DirectoryStore.Known;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks people and departments up in the tenant's snapshot, and asks DingTalk only for what is not
 * in it or has changed since. DingTalk does not count these calls.
 */
final class Directories {
  /** A form that names more people than this gives the others by name only. */
  static final int MOST_PEOPLE = 50;

  private static final int DEEPEST = 15;

  /** What approvals call the root department, and what the directory calls it. */
  private static final String ROOT_IN_APPROVALS = "-1";

  private static final String ROOT = "1";
  private static final String LEFT = "60121";

  private final DirectoryStore snapshot;
  private final DingTalk dingTalk;
  private final InstantSource clock;

  Directories(DirectoryStore snapshot, DingTalk dingTalk, InstantSource clock) {
    this.snapshot = snapshot;
    this.dingTalk = dingTalk;
    this.clock = clock;
  }

  /**
   * The people and departments that a document names, as far as they are known.
   *
   * @param originator who must be asked for, if need be again and again
   * @param departmentId the originator's department; empty to take the person's main one
   * @param named further people, who are left out when they can't be read
   */
  Answer<Directory> of(
      DingTalkApp app, String originator, String departmentId, List<String> named) {
    Answer<Optional<Person>> person = person(app, originator);
    if (person instanceof Answer.Failed<Optional<Person>>(Failure why)) {
      return new Answer.Failed<>(why);
    }
    Map<String, Person> people = new HashMap<>();
    known(person).ifPresent(found -> people.put(originator, found));
    Set<String> others = new LinkedHashSet<>(named);
    others.remove(originator);
    for (String userId : others.stream().limit(MOST_PEOPLE - 1).toList()) {
      Answer<Optional<Person>> other = person(app, userId);
      if (other instanceof Answer.Failed<Optional<Person>>(Failure why)
          && why.kind() != FailureKind.CONFIG) {
        return new Answer.Failed<>(why);
      }
      known(other).ifPresent(found -> people.put(userId, found));
    }
    String wanted =
        departmentId.isEmpty()
            ? known(person).flatMap(found -> found.departmentIds().stream().findFirst()).orElse("")
            : departmentId;
    return wanted.isEmpty()
        ? new Answer.Got<>(new Directory(people, Map.of()))
        : department(app, wanted).map(found -> new Directory(people, departments(wanted, found)));
  }

  /** The directory's identifier of a department, whatever approvals call it. */
  static String idOf(String asked) {
    return asked.equals(ROOT_IN_APPROVALS) ? ROOT : asked;
  }

  private static Map<String, Department> departments(String asked, Optional<Department> found) {
    Map<String, Department> departments = new HashMap<>();
    found.ifPresent(
        department -> {
          departments.put(asked, department);
          departments.put(department.id(), department);
        });
    return departments;
  }

  private static <T> Optional<T> known(Answer<Optional<T>> answer) {
    return answer instanceof Answer.Got<Optional<T>>(Optional<T> found) ? found : Optional.empty();
  }

  private Answer<Optional<Person>> person(DingTalkApp app, String userId) {
    if (userId.isBlank()) {
      return new Answer.Got<>(Optional.empty());
    }
    Optional<Known<Person>> kept = snapshot.person(app.tenant(), userId);
    if (kept.filter(known -> !known.isStale()).isPresent()) {
      return new Answer.Got<>(kept.map(Known::value));
    }
    Instant readAt = clock.instant();
    return switch (dingTalk.person(app, userId)) {
      case Answer.Failed<Person>(Failure why) when why.kind() == FailureKind.DATA ->
          new Answer.Got<>(kept.map(known -> gone(app.tenant(), known.value(), why, readAt)));
      case Answer.Failed<Person>(Failure why) -> new Answer.Failed<>(why);
      case Answer.Got<Person>(Person read) -> {
        Person whole = kept.map(known -> withDates(read, known.value())).orElse(read);
        snapshot.putPeople(app.tenant(), List.of(whole), readAt);
        yield new Answer.Got<>(Optional.of(whole));
      }
    };
  }

  /** Who has left keeps name and number. */
  private Person gone(Tenant tenant, Person known, Failure why, Instant readAt) {
    if (!why.code().equals(LEFT)) {
      return known;
    }
    Person left =
        new Person(
            known.userId(),
            known.name(),
            known.jobNumber(),
            known.departmentIds(),
            known.hiredOn(),
            known.firstWorkedOn(),
            false);
    snapshot.putPeople(tenant, List.of(left), readAt);
    return left;
  }

  /** Hire dates come from the roster, by night; reading a person anew must not lose them. */
  private static Person withDates(Person read, Person known) {
    return new Person(
        read.userId(),
        read.name(),
        read.jobNumber(),
        read.departmentIds(),
        read.hiredOn().or(known::hiredOn),
        read.firstWorkedOn().or(known::firstWorkedOn),
        read.works());
  }

  private Answer<Optional<Department>> department(DingTalkApp app, String asked) {
    String id = idOf(asked);
    Optional<Known<Department>> kept = snapshot.department(app.tenant(), id);
    if (kept.filter(known -> !known.isStale()).isPresent()) {
      return new Answer.Got<>(kept.map(Known::value));
    }
    Instant readAt = clock.instant();
    return switch (dingTalk.department(app, id)) {
      case Answer.Failed<Department>(Failure why) when why.kind() == FailureKind.DATA ->
          new Answer.Got<>(kept.map(Known::value));
      case Answer.Failed<Department>(Failure why) -> new Answer.Failed<>(why);
      case Answer.Got<Department>(Department read) -> {
        snapshot.putDepartments(app.tenant(), List.of(read), readAt);
        readAbove(app, read);
        yield new Answer.Got<>(
            snapshot.department(app.tenant(), id).map(Known::value).or(() -> Optional.of(read)));
      }
    };
  }

  /** For the path; where the way up can't be read, the path is shorter. */
  private void readAbove(DingTalkApp app, Department from) {
    Department below = from;
    for (int level = 0; level < DEEPEST && !below.parentId().isBlank(); level++) {
      String id = below.parentId();
      Optional<Known<Department>> kept = snapshot.department(app.tenant(), id);
      if (kept.isPresent()) {
        below = kept.get().value();
      } else if (dingTalk.department(app, id) instanceof Answer.Got<Department>(Department read)) {
        snapshot.putDepartments(app.tenant(), List.of(read), clock.instant());
        below = read;
      } else {
        return;
      }
    }
  }
}

package io.dingledger.rules.written;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.Person;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people of one document, described where they are named. */
final class PeopleInline {
  /** The longest user id of DingTalk's. */
  private static final int LONGEST_USER_ID = 64;

  /** The department of whom nothing else is said. */
  private static final Department ROOT = new Department("1", "", "");

  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, Department> departments = new HashMap<>();
  private final Optional<PeopleInline> ofTheText;

  /** Those of a whole text, whom its documents may name. */
  PeopleInline() {
    this.ofTheText = Optional.empty();
  }

  /** Those of a whole text whose people are known already. */
  PeopleInline(Directory known) {
    this();
    people.putAll(known.people());
    departments.putAll(known.departments());
  }

  /** Those of one document. */
  PeopleInline(PeopleInline ofTheText) {
    this.ofTheText = Optional.of(ofTheText);
  }

  /** A person who is only named, by their user id; they may be described elsewhere. */
  Person named(String userId) {
    return known(userId)
        .orElseGet(() -> put(new Person(userId, "", "", List.of(), none(), none(), true)));
  }

  private static Optional<LocalDate> none() {
    return Optional.empty();
  }

  private Optional<Person> known(String userId) {
    return Optional.ofNullable(people.get(userId))
        .or(() -> ofTheText.flatMap(all -> all.taken(userId, this)));
  }

  /** Somebody of the whole text; from now on the document has them and their department, too. */
  private Optional<Person> taken(String userId, PeopleInline document) {
    Optional<Person> person = Optional.ofNullable(people.get(userId));
    person.ifPresent(
        known -> {
          document.put(known);
          known.departmentIds().stream()
              .filter(departments::containsKey)
              .forEach(id -> document.departments.putIfAbsent(id, departments.get(id)));
        });
    return person;
  }

  private Person put(Person person) {
    people.put(person.userId(), person);
    return person;
  }

  /**
   * Reads a person.
   *
   * @param part the mapping that describes them; with nothing but {@code userId} it may be somebody
   *     who is described above in the document, or among the people of the text
   */
  Person person(Part part) {
    String userId = part.text("userId");
    if (userId.length() > LONGEST_USER_ID) {
      part.fault("userId", WrittenFault.ID_TOO_LONG, LONGEST_USER_ID);
      userId = "";
    }
    if (isOnlyNamed(part)) {
      part.close();
      return named(userId);
    }
    Person described =
        new Person(
            userId,
            part.text("name", ""),
            part.text("jobNumber", ""),
            part.optionalPart("department").map(this::department).stream().toList(),
            part.optionalDate("hiredOn"),
            part.optionalDate("firstWorkedOn"),
            true);
    part.close();
    Optional<Person> known = known(userId);
    if (known.filter(other -> !other.equals(described)).isPresent()) {
      part.fault("userId", WrittenFault.DESCRIBED_TWICE, userId);
    }
    return put(described);
  }

  private static boolean isOnlyNamed(Part part) {
    return List.of("name", "jobNumber", "department", "hiredOn", "firstWorkedOn").stream()
        .allMatch(key -> part.value(key).isEmpty());
  }

  /** A department's id; with nothing but {@code id} it may be one that is described above. */
  private String department(Part part) {
    String code = part.text("code", "");
    String name = part.text("name", "");
    String id = part.text("id", code.isEmpty() ? name : code);
    List<String> path = part.texts("path");
    part.close();
    if (id.isEmpty()) {
      part.fault("id", WrittenFault.KEY_MISSING, "id");
      return "?";
    }
    if (code.isEmpty() && name.isEmpty() && path.isEmpty() && departments.containsKey(id)) {
      return id;
    }
    Department described =
        new Department(id, name, code, "", path.isEmpty() ? List.of(name) : path);
    Department known = departments.putIfAbsent(id, described);
    if (known != null && !known.equals(described)) {
      part.fault("id", WrittenFault.DESCRIBED_TWICE, id);
    }
    return id;
  }

  /** The main department of a person. */
  Department departmentOf(Person person) {
    return person.departmentIds().stream()
        .findFirst()
        .map(id -> departments.getOrDefault(id, ROOT))
        .orElse(ROOT);
  }

  /** Everybody who was named. */
  Directory directory() {
    return new Directory(people, departments);
  }
}

package io.dingledger.rules.translation;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.Person;
import java.util.Optional;

/**
 * Whom a document concerns: whose pay it is.
 *
 * @param person the person
 * @param department their main department, whichever they started the approval from
 */
record Concerned(Person person, Department department) {
  /** Who started the approval, or whose attendance it is. */
  static Concerned originator(DocumentHeader header, Directory directory) {
    Person person = header.originator();
    boolean isMain =
        person.departmentIds().stream()
            .findFirst()
            .map(header.department().id()::equals)
            .orElse(true);
    return new Concerned(person, isMain ? header.department() : main(person, directory));
  }

  /** Somebody whom the document names; empty when the directory does not know them. */
  static Optional<Concerned> named(String userId, Directory directory) {
    return directory.person(userId).map(person -> new Concerned(person, main(person, directory)));
  }

  /** A department that the directory does not tell is not replaced by another one. */
  private static Department main(Person person, Directory directory) {
    String id = person.departmentIds().stream().findFirst().orElse("");
    return directory.department(id).orElseGet(() -> new Department(id, "", ""));
  }
}

package io.dingledger.model.document;

import java.util.Map;
import java.util.Optional;

/**
 * The people and departments that a translation may see: a snapshot, so that it can be replayed.
 *
 * @param people by user id
 * @param departments by department id
 */
public record Directory(Map<String, Person> people, Map<String, Department> departments) {
  public Directory {
    people = Map.copyOf(people);
    departments = Map.copyOf(departments);
  }

  public Optional<Person> person(String userId) {
    return Optional.ofNullable(people.get(userId));
  }

  public Optional<Department> department(String id) {
    return Optional.ofNullable(departments.get(id));
  }
}

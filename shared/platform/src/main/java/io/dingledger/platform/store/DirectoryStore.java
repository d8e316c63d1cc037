package io.dingledger.platform.store;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import io.dingledger.model.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a tenant's people and departments: a snapshot that contact events make stale and
 * that is read anew when it is needed, or by night. Nobody is ever removed: who left keeps a name.
 */
public interface DirectoryStore {
  /** What is known of a person. */
  Optional<Known<Person>> person(Tenant tenant, String userId);

  /** What is known of a department; its path is made of what is known of those above it. */
  Optional<Known<Department>> department(Tenant tenant, String departmentId);

  /** Everybody that is known. */
  List<Known<Person>> people(Tenant tenant);

  /** All departments that are known. */
  List<Known<Department>> departments(Tenant tenant);

  /** Keeps people as they were at a time; what was read later stays. */
  void putPeople(Tenant tenant, List<Person> people, Instant readAt);

  /** Keeps departments as they were at a time; what was read later stays. */
  void putDepartments(Tenant tenant, List<Department> departments, Instant readAt);

  /** Says that these people changed at a time: what was read before is stale. */
  void stalePeople(Tenant tenant, List<String> userIds, Instant changedAt);

  /** Says that these departments changed at a time: what was read before is stale. */
  void staleDepartments(Tenant tenant, List<String> departmentIds, Instant changedAt);

  /**
   * Something known.
   *
   * @param value what
   * @param readAt when it was read from DingTalk (UTC)
   * @param isStale whether it is said to have changed since
   */
  record Known<T>(T value, Instant readAt, boolean isStale) {}
}

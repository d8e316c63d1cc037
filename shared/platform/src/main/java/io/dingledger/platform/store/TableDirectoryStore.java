package io.dingledger.platform.store;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.codec.DepartmentCodec;
import io.dingledger.platform.codec.JsonCodec;
import io.dingledger.platform.codec.PersonCodec;
import io.dingledger.platform.codec.Unreadable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A directory in a {@link Table}, one item for each person and department. A change that is said of
 * somebody unknown is kept too: a reading that was under way meanwhile is stale when it arrives.
 *
 * <p>Every method throws {@link StoreUnreachable} when the table gives no answer, and {@link
 * StoreRefused} for an item that nobody can read.
 */
public final class TableDirectoryStore implements DirectoryStore {
  private static final String READ_AT = "readAt";
  private static final String CHANGED_AT = "changedAt";

  /** No company is deeper; it also ends a ring, which only a damaged directory has. */
  private static final int DEEPEST = 50;

  private final Table table;
  private final PersonCodec persons = new PersonCodec();
  private final DepartmentCodec departments = new DepartmentCodec();

  /** A directory in this table. */
  public TableDirectoryStore(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Known<Person>> person(Tenant tenant, String userId) {
    return table
        .get(Keys.person(tenant, userId))
        .flatMap(item -> known(item, persons))
        .filter(found -> found.value().userId().equals(userId));
  }

  @Override
  public Optional<Known<Department>> department(Tenant tenant, String departmentId) {
    return bare(tenant, departmentId)
        .map(found -> placed(found, id -> bare(tenant, id).map(Known::value)));
  }

  @Override
  public List<Known<Person>> people(Tenant tenant) {
    return all(Keys.people(tenant), persons);
  }

  @Override
  public List<Known<Department>> departments(Tenant tenant) {
    List<Known<Department>> found = all(Keys.departments(tenant), departments);
    Map<String, Department> byId = new HashMap<>();
    found.forEach(known -> byId.put(known.value().id(), known.value()));
    return found.stream()
        .map(known -> placed(known, id -> Optional.ofNullable(byId.get(id))))
        .toList();
  }

  @Override
  public void putPeople(Tenant tenant, List<Person> people, Instant readAt) {
    put(people, person -> Keys.person(tenant, person.userId()), persons, readAt);
  }

  @Override
  public void putDepartments(Tenant tenant, List<Department> read, Instant readAt) {
    put(read, department -> Keys.department(tenant, department.id()), departments, readAt);
  }

  @Override
  public void stalePeople(Tenant tenant, List<String> userIds, Instant changedAt) {
    stale(userIds.stream().map(id -> Keys.person(tenant, id)).toList(), changedAt);
  }

  @Override
  public void staleDepartments(Tenant tenant, List<String> departmentIds, Instant changedAt) {
    stale(departmentIds.stream().map(id -> Keys.department(tenant, id)).toList(), changedAt);
  }

  private <T> void put(List<T> read, Function<T, Key> place, JsonCodec<T> codec, Instant readAt) {
    Map<Key, T> byPlace = new LinkedHashMap<>();
    read.forEach(value -> byPlace.put(place.apply(value), value));
    Revision.ofAll(
        table,
        List.copyOf(byPlace.keySet()),
        (key, there) -> {
          if (there.flatMap(item -> at(item, READ_AT)).filter(readAt::isBefore).isPresent()) {
            return Optional.empty();
          }
          Item item =
              StoredText.into(Item.at(key), codec.encode(byPlace.get(key)))
                  .with(READ_AT, readAt.toString());
          return Optional.of(
              there
                  .flatMap(before -> before.text(CHANGED_AT))
                  .map(changedAt -> item.with(CHANGED_AT, changedAt))
                  .orElse(item));
        });
  }

  private void stale(List<Key> places, Instant changedAt) {
    Revision.ofAll(
        table,
        places,
        (key, there) ->
            there
                    .flatMap(item -> at(item, CHANGED_AT))
                    .filter(known -> !known.isBefore(changedAt))
                    .isPresent()
                ? Optional.empty()
                : Optional.of(there.orElse(Item.at(key)).with(CHANGED_AT, changedAt.toString())));
  }

  private Optional<Known<Department>> bare(Tenant tenant, String departmentId) {
    return table
        .get(Keys.department(tenant, departmentId))
        .flatMap(item -> known(item, departments))
        .filter(found -> found.value().id().equals(departmentId));
  }

  /** A department with its path: the names that are known now, above them those it came with. */
  private static Known<Department> placed(
      Known<Department> found, Function<String, Optional<Department>> above) {
    LinkedList<String> path = new LinkedList<>();
    Set<String> passed = new HashSet<>();
    Department at = found.value();
    while (true) {
      path.addFirst(at.name());
      passed.add(at.id());
      String parentId = at.parentId();
      boolean goesOn = !parentId.isEmpty() && !passed.contains(parentId) && passed.size() < DEEPEST;
      Optional<Department> parent = goesOn ? above.apply(parentId) : Optional.empty();
      if (parent.isEmpty()) {
        break;
      }
      at = parent.get();
    }
    List<String> whole = new ArrayList<>();
    if (!passed.contains(at.parentId())) {
      whole.addAll(at.path().subList(0, Math.max(0, at.path().size() - 1)));
    }
    whole.addAll(path);
    Department own = found.value();
    return new Known<>(
        new Department(own.id(), own.name(), own.code(), own.parentId(), whole),
        found.readAt(),
        found.isStale());
  }

  private <T> List<Known<T>> all(String partition, JsonCodec<T> codec) {
    return table.query(partition, "").stream()
        .flatMap(item -> known(item, codec).stream())
        .collect(Collectors.toUnmodifiableList());
  }

  /** What an item holds; empty when it was never read, only said to have changed. */
  private static <T> Optional<Known<T>> known(Item item, JsonCodec<T> codec) {
    return at(item, READ_AT)
        .map(
            readAt -> {
              boolean stale =
                  at(item, CHANGED_AT).filter(changed -> !changed.isBefore(readAt)).isPresent();
              return new Known<>(value(item, codec), readAt, stale);
            });
  }

  private static <T> T value(Item item, JsonCodec<T> codec) {
    try {
      return codec.decode(StoredText.of(item));
    } catch (Unreadable unreadable) {
      throw StoredText.damaged(item.key());
    }
  }

  private static Optional<Instant> at(Item item, String attribute) {
    try {
      return item.text(attribute).map(Instant::parse);
    } catch (DateTimeException wrong) {
      throw StoredText.damaged(item.key());
    }
  }
}

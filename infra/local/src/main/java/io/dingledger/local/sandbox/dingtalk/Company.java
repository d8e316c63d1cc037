package io.dingledger.local.sandbox.dingtalk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One company at the sandbox DingTalk: its approvals, its people, its attendance. */
public final class Company {
  private final String corpId;
  private final FailedPushes failedPushes;
  private final Map<String, ApprovalInstance> instances = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> lags = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> trips = new ConcurrentHashMap<>();
  private final Map<String, Staff> people = new ConcurrentHashMap<>();
  private final Map<String, Joined> joined = new ConcurrentHashMap<>();
  private final Map<Long, Unit> departments = new ConcurrentHashMap<>();
  private final List<Check> checks = new CopyOnWriteArrayList<>();

  /**
   * When somebody began.
   *
   * @param company at this company (入职时间)
   * @param work anywhere (首次参加工作时间)
   */
  record Joined(LocalDate company, LocalDate work) {}

  Company(String corpId, Clock clock) {
    this.corpId = corpId;
    this.failedPushes = new FailedPushes(clock);
  }

  /** Its identifier. */
  public String corpId() {
    return corpId;
  }

  /** The pushes to it that were given up. */
  public FailedPushes failedPushes() {
    return failedPushes;
  }

  /** Holds an instance, in place of an earlier one with the same id. */
  public void put(ApprovalInstance instance) {
    instances.put(instance.id(), instance);
  }

  /** Holds a trip as {@link Api#TRIP} tells it. */
  public void putTrip(String instanceId, ObjectNode trip) {
    trips.put(instanceId, trip.deepCopy());
  }

  /** Holds a person. */
  public void put(Staff person) {
    people.put(person.userId(), person);
  }

  /** Says when somebody joined this company, and when they first worked anywhere. */
  public void joined(String userId, LocalDate company, LocalDate work) {
    joined.put(userId, new Joined(company, work));
  }

  /** Lets somebody leave: from now on the user id is not found. */
  public void depart(String userId) {
    people.remove(userId);
    joined.remove(userId);
  }

  /** Holds a department. */
  public void put(Unit department) {
    departments.put(department.id(), department);
  }

  /** Holds a judged punch, in place of an earlier judgement of the same one. */
  public synchronized void put(Check check) {
    checks.removeIf(each -> each.isOf(check));
    checks.add(check);
  }

  /** Lets so many reads of an instance still say that it runs. */
  public void lag(String instanceId, int reads) {
    lags.put(instanceId, new AtomicInteger(reads));
  }

  boolean isLagging(String instanceId) {
    AtomicInteger left = lags.get(instanceId);
    return left != null && left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
  }

  Optional<ApprovalInstance> instance(String id) {
    return Optional.ofNullable(instances.get(id));
  }

  /** The instances, the oldest first. */
  Stream<ApprovalInstance> instances() {
    return instances.values().stream()
        .sorted(
            Comparator.comparing(ApprovalInstance::createdAt).thenComparing(ApprovalInstance::id));
  }

  /** The instances that change or withdraw this one. */
  List<String> attachedTo(String id) {
    return instances()
        .filter(each -> each.mainInstanceId().equals(id))
        .map(each -> each.id())
        .toList();
  }

  Optional<ObjectNode> trip(String instanceId) {
    return Optional.ofNullable(trips.get(instanceId));
  }

  Optional<Staff> person(String userId) {
    return Optional.ofNullable(people.get(userId));
  }

  Optional<Joined> joined(String userId) {
    return Optional.ofNullable(joined.get(userId));
  }

  /** The direct members of a department, by user id. */
  List<Staff> members(long departmentId) {
    return people.values().stream()
        .filter(person -> person.departmentId() == departmentId)
        .sorted(Comparator.comparing(Staff::userId))
        .toList();
  }

  Optional<Unit> department(long id) {
    return Optional.ofNullable(departments.get(id));
  }

  /** The departments right below one, by id. */
  List<Unit> below(long id) {
    return departments.values().stream()
        .filter(unit -> unit.parentId() == id)
        .sorted(Comparator.comparing(Unit::id))
        .toList();
  }

  /** The judged punches of these people on the days of a span, in the order of time. */
  List<Check> checks(List<String> userIds, LocalDate from, LocalDate to) {
    return checks.stream()
        .filter(check -> userIds.contains(check.userId()))
        .filter(check -> !check.day().isBefore(from) && !check.day().isAfter(to))
        .sorted(Comparator.comparing(Check::planned).thenComparing(Check::userId))
        .toList();
  }
}

package io.dingledger.patrol;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.platform.support.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A company at DingTalk: its instances, attendance, people and lost pushes, and what goes wrong.
 */
final class ScriptedDingTalk implements DingTalk {
  private static final int PAGE = 20;
  private static final Failure UNKNOWN =
      Failure.of(FailureKind.DATA, "dingtalk", "60121", "not found");

  final List<Instance> instances = new ArrayList<>();
  final Deque<FailedPushes> failed = new ArrayDeque<>();
  final List<AttendanceRow> rows = new ArrayList<>();
  final Map<String, List<Department>> below = new HashMap<>();
  final Map<String, String> codes = new HashMap<>();
  final Map<String, List<Person>> members = new LinkedHashMap<>();
  final Map<String, HireDates> hireDates = new HashMap<>();
  final List<String> calls = new ArrayList<>();

  /** What every call to a method of this name gives instead, while it stands. */
  final Map<String, Failure> trouble = new HashMap<>();

  /** What listing a form's instances gives instead, while it stands. */
  final Map<String, Failure> troubleOfForm = new HashMap<>();

  /** Whom {@code attendance} refuses. */
  Predicate<String> refusedPerson = user -> false;

  /** Counted calls that are left. */
  int quota = Integer.MAX_VALUE;

  Failure quotaGone = Failure.of(FailureKind.QUOTA, "dingtalk", "90020", "no more");

  /** How long each call takes. */
  Duration latency = Duration.ofMillis(100);

  /** Told of each call as it is made. */
  Consumer<String> whileCalled = call -> {};

  private final HandClock clock;

  ScriptedDingTalk(HandClock clock) {
    this.clock = clock;
  }

  /** An approval instance; completed from {@code finished} on. */
  record Instance(String id, String processCode, Instant started, Instant finished) {}

  private <T> Optional<Answer<T>> refused(String call, boolean counted) {
    calls.add(call);
    whileCalled.accept(call);
    clock.advance(latency);
    String name = call.substring(0, (call + " ").indexOf(' '));
    if (trouble.containsKey(name)) {
      return Optional.of(new Answer.Failed<>(trouble.get(name)));
    }
    if (counted && quota-- <= 0) {
      quota = 0;
      return Optional.of(new Answer.Failed<>(quotaGone));
    }
    return Optional.empty();
  }

  private <T> Answer<T> answer(String call, boolean counted, T value) {
    return this.<T>refused(call, counted).orElseGet(() -> new Answer.Got<>(value));
  }

  /** How many calls of this name were made. */
  int count(String name) {
    return Math.toIntExact(calls.stream().filter(call -> call.startsWith(name + " ")).count());
  }

  @Override
  public Answer<ApprovalDetail> approval(DingTalkApp app, EventSubject.Approval approval) {
    throw new UnsupportedOperationException("the patrol fetches no details");
  }

  @Override
  public Answer<String> trip(DingTalkApp app, String instanceId) {
    throw new UnsupportedOperationException("the patrol fetches no trips");
  }

  @Override
  public Answer<Person> person(DingTalkApp app, String userId) {
    Optional<Person> found =
        members.values().stream()
            .flatMap(List::stream)
            .filter(person -> person.userId().equals(userId))
            .findFirst();
    return this.<Person>refused("person " + userId, false)
        .orElseGet(
            () ->
                found
                    .<Answer<Person>>map(Answer.Got::new)
                    .orElseGet(() -> new Answer.Failed<>(UNKNOWN)));
  }

  @Override
  public Answer<PeoplePage> people(DingTalkApp app, String departmentId, long cursor) {
    List<Person> all = members.getOrDefault(departmentId, List.of());
    int start = Math.toIntExact(cursor);
    int end = Math.min(start + PAGE, all.size());
    Optional<Long> next = end < all.size() ? Optional.of((long) end) : Optional.empty();
    return answer("people " + departmentId, false, new PeoplePage(all.subList(start, end), next));
  }

  @Override
  public Answer<Map<String, HireDates>> hireDates(DingTalkApp app, List<String> userIds) {
    Map<String, HireDates> known = new HashMap<>(hireDates);
    known.keySet().retainAll(userIds);
    return answer("hireDates " + userIds.size(), false, known);
  }

  @Override
  public Answer<Department> department(DingTalkApp app, String departmentId) {
    String code = codes.getOrDefault(departmentId, "");
    return answer(
        "department " + departmentId,
        false,
        new Department(departmentId, "部门" + departmentId, code, parent(departmentId), List.of()));
  }

  private String parent(String id) {
    return below.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(child -> child.id().equals(id)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  @Override
  public Answer<List<Department>> departmentsBelow(DingTalkApp app, String departmentId) {
    return answer(
        "departmentsBelow " + departmentId, false, below.getOrDefault(departmentId, List.of()));
  }

  @Override
  public Answer<List<AttendanceRow>> attendance(
      DingTalkApp app, List<String> userIds, LocalDate from, LocalDate to) {
    if (userIds.size() > 50 || to.isAfter(from.plusDays(6))) {
      throw new IllegalArgumentException("DingTalk takes 50 people and seven days");
    }
    String call = "attendance " + userIds.size() + " " + from + " " + to;
    if (userIds.stream().anyMatch(refusedPerson)) {
      return this.<List<AttendanceRow>>refused(call, true)
          .orElseGet(() -> new Answer.Failed<>(UNKNOWN));
    }
    List<AttendanceRow> found =
        rows.stream()
            .filter(row -> userIds.contains(row.userId()))
            .filter(row -> !row.day().isBefore(from) && !row.day().isAfter(to))
            .toList();
    return answer(call, true, found);
  }

  @Override
  public Answer<InstancePage> completedInstances(
      DingTalkApp app, String processCode, Instant from, Instant to, long nextToken) {
    if (Duration.between(from, to).toDays() > 120
        || from.isBefore(clock.instant().minus(Duration.ofDays(365)))) {
      throw new IllegalArgumentException("DingTalk looks back 365 days, 120 at once");
    }
    if (troubleOfForm.containsKey(processCode)) {
      return new Answer.Failed<>(troubleOfForm.get(processCode));
    }
    List<String> all =
        instances.stream()
            .filter(each -> each.processCode().equals(processCode))
            .filter(each -> !each.started().isBefore(from) && !each.started().isAfter(to))
            .filter(each -> !each.finished().isAfter(clock.instant()))
            .map(Instance::id)
            .toList();
    int start = Math.toIntExact(nextToken);
    int end = Math.min(start + PAGE, all.size());
    Optional<Long> next =
        end < all.size() && end < 10_000 ? Optional.of((long) end) : Optional.empty();
    return answer(
        "instances " + processCode, true, new InstancePage(all.subList(start, end), next));
  }

  @Override
  public Answer<FailedPushes> failedPushes(DingTalkApp app) {
    return this.<FailedPushes>refused("failedPushes ", false)
        .orElseGet(
            () ->
                new Answer.Got<>(
                    failed.isEmpty() ? new FailedPushes(List.of(), false) : failed.poll()));
  }
}

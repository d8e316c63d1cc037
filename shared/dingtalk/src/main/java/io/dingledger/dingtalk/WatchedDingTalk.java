package io.dingledger.dingtalk;

import io.dingledger.model.access.CallWatch;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.DingTalkApp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** DingTalk with somebody who sees which calls are made and how they end, and nothing else. */
public final class WatchedDingTalk implements DingTalk {
  private static final String SYSTEM = "dingtalk";

  private final DingTalk inner;
  private final CallWatch watch;

  public WatchedDingTalk(DingTalk inner, CallWatch watch) {
    this.inner = inner;
    this.watch = watch;
  }

  @Override
  public Answer<ApprovalDetail> approval(DingTalkApp app, EventSubject.Approval approval) {
    return watched("approval", () -> inner.approval(app, approval));
  }

  @Override
  public Answer<String> trip(DingTalkApp app, String instanceId) {
    return watched("trip", () -> inner.trip(app, instanceId));
  }

  @Override
  public Answer<Person> person(DingTalkApp app, String userId) {
    return watched("person", () -> inner.person(app, userId));
  }

  @Override
  public Answer<PeoplePage> people(DingTalkApp app, String departmentId, long cursor) {
    return watched("people", () -> inner.people(app, departmentId, cursor));
  }

  @Override
  public Answer<Map<String, HireDates>> hireDates(DingTalkApp app, List<String> userIds) {
    return watched("hireDates", () -> inner.hireDates(app, userIds));
  }

  @Override
  public Answer<Department> department(DingTalkApp app, String departmentId) {
    return watched("department", () -> inner.department(app, departmentId));
  }

  @Override
  public Answer<List<Department>> departmentsBelow(DingTalkApp app, String departmentId) {
    return watched("departmentsBelow", () -> inner.departmentsBelow(app, departmentId));
  }

  @Override
  public Answer<List<AttendanceRow>> attendance(
      DingTalkApp app, List<String> userIds, LocalDate from, LocalDate to) {
    return watched("attendance", () -> inner.attendance(app, userIds, from, to));
  }

  @Override
  public Answer<InstancePage> completedInstances(
      DingTalkApp app, String processCode, Instant from, Instant to, long nextToken) {
    return watched(
        "completedInstances",
        () -> inner.completedInstances(app, processCode, from, to, nextToken));
  }

  @Override
  public Answer<FailedPushes> failedPushes(DingTalkApp app) {
    return watched("failedPushes", () -> inner.failedPushes(app));
  }

  private <T> Answer<T> watched(String call, Supplier<Answer<T>> doing) {
    return watch.answered(SYSTEM, call, doing);
  }
}

package io.dingledger.simulator.load;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.dingtalk.client.StoredApproval;
import io.dingledger.model.access.CallBudget;
import io.dingledger.model.access.CallBudget.Permit;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.simulator.world.Instance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * DingTalk with the calls of each company counted as the client counts them: at most so many a
 * second, waited for for at most five seconds.
 */
final class TimedDingTalk implements DingTalk {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
  private static final Duration SHORTEST_DELAY = Duration.ofSeconds(1);

  private final Calls calls;
  private final CallBudget budget;
  private final Instant finishedAt;

  TimedDingTalk(Calls calls, CallBudget budget, Instant finishedAt) {
    this.calls = calls;
    this.budget = budget;
    this.finishedAt = finishedAt.truncatedTo(ChronoUnit.MINUTES);
  }

  @Override
  public Answer<ApprovalDetail> approval(DingTalkApp app, EventSubject.Approval approval) {
    Optional<Failure> tooFast = tooFast(app);
    if (tooFast.isPresent()) {
      return new Answer.Failed<>(tooFast.get());
    }
    calls.takes("dingtalk.detail", Calls.DINGTALK);
    Instance instance =
        new Instance(
            approval.instanceId(),
            "",
            finishedAt.minusSeconds(60),
            finishedAt,
            "545.25",
            "NONE",
            Optional.empty());
    return StoredApproval.read(approval, instance.answer(true))
        .<Answer<ApprovalDetail>>map(Answer.Got::new)
        .orElseThrow();
  }

  private Optional<Failure> tooFast(DingTalkApp app) {
    Duration waited = Duration.ZERO;
    while (budget.take(app.tenant(), calls.clock().instant())
        instanceof Permit.TooFast(Duration stated)) {
      Duration pause = stated.compareTo(SHORTEST_PAUSE) > 0 ? stated : SHORTEST_PAUSE;
      waited = waited.plus(pause);
      if (waited.compareTo(LONGEST_WAIT) > 0) {
        return Optional.of(
            Failure.of(FailureKind.THROTTLE, "dingtalk", "TOO-FAST", "too many calls a second")
                .notBefore(SHORTEST_DELAY));
      }
      calls.takes("dingtalk.wait", pause);
    }
    return Optional.empty();
  }

  @Override
  public Answer<Person> person(DingTalkApp app, String userId) {
    calls.takes("dingtalk.person", Calls.DINGTALK);
    return new Answer.Got<>(new Person(userId, "Zhang", "0001"));
  }

  @Override
  public Answer<Department> department(DingTalkApp app, String departmentId) {
    calls.takes("dingtalk.department", Calls.DINGTALK);
    return new Answer.Got<>(new Department("101", "Finance", "01"));
  }

  @Override
  public Answer<String> trip(DingTalkApp app, String instanceId) {
    return none();
  }

  @Override
  public Answer<PeoplePage> people(DingTalkApp app, String departmentId, long cursor) {
    return none();
  }

  @Override
  public Answer<Map<String, HireDates>> hireDates(DingTalkApp app, List<String> userIds) {
    return none();
  }

  @Override
  public Answer<List<Department>> departmentsBelow(DingTalkApp app, String departmentId) {
    return none();
  }

  @Override
  public Answer<List<AttendanceRow>> attendance(
      DingTalkApp app, List<String> userIds, LocalDate from, LocalDate to) {
    return none();
  }

  @Override
  public Answer<InstancePage> completedInstances(
      DingTalkApp app, String processCode, Instant from, Instant to, long nextToken) {
    return none();
  }

  @Override
  public Answer<FailedPushes> failedPushes(DingTalkApp app) {
    return none();
  }

  private static <T> Answer<T> none() {
    return new Answer.Failed<>(
        Failure.of(FailureKind.DATA, "dingtalk", "NOT-HERE", "no part of this load"));
  }
}

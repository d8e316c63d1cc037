package io.dingledger.translate;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Person;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.DingTalkApp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** A DingTalk that says of every instance what the test tells it to say. */
final class ScriptedDingTalk extends SilentDingTalk {
  static final Person PERSON = new Person("u-1", "张三", "0001");
  static final Department DEPARTMENT = new Department("d-1", "财务部", "01");
  static final String RAW = "{\"raw\":true}";

  final AtomicInteger details = new AtomicInteger();
  volatile Supplier<Answer<ApprovalDetail>> detail =
      () -> said(ApprovalDetail.Status.COMPLETED, ApprovalDetail.Result.AGREE);
  volatile BiFunction<DingTalkApp, EventSubject.Approval, Answer<ApprovalDetail>> byApproval =
      (app, approval) -> detail.get();
  volatile Answer<Person> person = new Answer.Got<>(PERSON);
  volatile Answer<Department> department = new Answer.Got<>(DEPARTMENT);
  volatile Answer<String> trip =
      new Answer.Failed<>(Failure.of(FailureKind.CONFIG, "dingtalk", "needAuth", "no permission"));
  final AtomicInteger people = new AtomicInteger();
  final AtomicInteger trips = new AtomicInteger();

  /** What was told of approvals, by the raw answer. */
  final Map<String, ApprovalDetail> told = new ConcurrentHashMap<>();

  static Answer<ApprovalDetail> said(ApprovalDetail.Status status, ApprovalDetail.Result result) {
    return new Answer.Got<>(
        new ApprovalDetail(
            new DocumentId("instance-1"),
            "PROC-1",
            "",
            "202603310900000000001",
            "报销",
            PERSON.userId(),
            DEPARTMENT.id(),
            DEPARTMENT.name(),
            Instant.parse("2026-03-31T01:00:00Z"),
            Optional.of(Instant.parse("2026-03-31T02:00:00Z")),
            status,
            result,
            ApprovalDetail.Action.NONE,
            Optional.empty(),
            List.of(),
            new Form(List.of()),
            RAW));
  }

  @Override
  public Answer<ApprovalDetail> approval(DingTalkApp app, EventSubject.Approval approval) {
    details.incrementAndGet();
    Answer<ApprovalDetail> answer = byApproval.apply(app, approval);
    if (answer instanceof Answer.Got<ApprovalDetail>(ApprovalDetail got)) {
      told.put(got.raw(), got);
    }
    return answer;
  }

  @Override
  public Answer<String> trip(DingTalkApp app, String instanceId) {
    trips.incrementAndGet();
    return trip;
  }

  @Override
  public Answer<Person> person(DingTalkApp app, String userId) {
    people.incrementAndGet();
    return person;
  }

  @Override
  public Answer<Department> department(DingTalkApp app, String departmentId) {
    return department;
  }
}

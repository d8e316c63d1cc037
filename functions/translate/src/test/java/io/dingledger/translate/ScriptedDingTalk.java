package io.dingledger.translate;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Person;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.DingTalkApp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A DingTalk that says of every instance what the test tells it to say. */
final class ScriptedDingTalk implements DingTalk {
  static final Person PERSON = new Person("u-1", "张三", "0001");
  static final Department DEPARTMENT = new Department("d-1", "财务部", "01");
  static final String RAW = "{\"raw\":true}";

  final AtomicInteger details = new AtomicInteger();
  volatile Supplier<Answer<ApprovalDetail>> detail =
      () -> said(ApprovalDetail.Status.COMPLETED, ApprovalDetail.Result.AGREE);
  volatile Answer<Person> person = new Answer.Got<>(PERSON);
  volatile Answer<Department> department = new Answer.Got<>(DEPARTMENT);

  static Answer<ApprovalDetail> said(ApprovalDetail.Status status, ApprovalDetail.Result result) {
    return new Answer.Got<>(
        new ApprovalDetail(
            new DocumentId("instance-1"),
            "PROC-1",
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
    return detail.get();
  }

  @Override
  public Answer<Person> person(DingTalkApp app, String userId) {
    return person;
  }

  @Override
  public Answer<Department> department(DingTalkApp app, String departmentId) {
    return department;
  }
}

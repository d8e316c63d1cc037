package io.dingledger.simulator.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.DingTalk;
import io.dingledger.dingtalk.client.StoredApproval;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.DingTalkApp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** DingTalk as one company's app sees it. */
final class SimulatedDingTalk implements DingTalk {
  private static final String SYSTEM = "dingtalk";

  private final Troubles troubles;
  private final BiConsumer<String, List<String>> handedOut;
  private final Map<String, Company> companies = new LinkedHashMap<>();

  /** What it knows of one company. */
  static final class Company {
    final Map<String, Instance> instances = new LinkedHashMap<>();
    private final List<String> failed = new ArrayList<>();
    private int returned;
    private Instant quotaGoneUntil = Instant.EPOCH;

    /** Each counted call is refused until then. */
    void quotaGoneUntil(Instant end) {
      quotaGoneUntil = end;
    }

    /** A push that was given up. */
    void givenUp(ObjectNode event) {
      ObjectNode fields = event.deepCopy();
      fields.remove(List.of("EventType", "EventTime", "CorpId", "BizId", "eventId"));
      ObjectNode row = JsonNodeFactory.instance.objectNode();
      row.put("call_back_tag", event.path("EventType").asText());
      row.put("event_time", event.path("EventTime").asLong());
      row.putObject(event.path("EventType").asText())
          .put("corpid", event.path("CorpId").asText())
          .set("bpmsCallBackData", fields);
      failed.add(row.toString());
    }

    private FailedPushes failed() {
      failed.subList(0, returned).clear();
      returned = failed.size();
      return new FailedPushes(List.copyOf(failed), false);
    }
  }

  /**
   * DingTalk.
   *
   * @param handedOut is told which company was given which pushes that were given up
   */
  SimulatedDingTalk(Troubles troubles, BiConsumer<String, List<String>> handedOut) {
    this.handedOut = handedOut;
    this.troubles = troubles;
  }

  /** From when on each company's calls are answered again. */
  Instant quotaGoneUntil() {
    return companies.values().stream()
        .map(company -> company.quotaGoneUntil)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  Company company(String corpId) {
    return companies.computeIfAbsent(corpId, id -> new Company());
  }

  @Override
  public Answer<ApprovalDetail> approval(DingTalkApp app, EventSubject.Approval approval) {
    String where = "dingtalk.approval";
    return call(
        where,
        company(app.corpId()),
        () -> {
          Instance instance = company(app.corpId()).instances.get(approval.instanceId());
          if (instance == null) {
            return failed(FailureKind.DATA, "NO-SUCH-INSTANCE");
          }
          Instant now = troubles.clock().instant();
          boolean finished =
              !now.isBefore(instance.finishedAt()) && !troubles.strike(Fault.DETAIL_LAGS, where);
          return StoredApproval.read(approval, instance.answer(finished))
              .<Answer<ApprovalDetail>>map(Answer.Got::new)
              .orElseGet(() -> failed(FailureKind.TRANSIENT, "UNREADABLE"));
        });
  }

  @Override
  public Answer<String> trip(DingTalkApp app, String instanceId) {
    return failed(FailureKind.DATA, "none");
  }

  @Override
  public Answer<Person> person(DingTalkApp app, String userId) {
    return call(
        "dingtalk.person",
        company(app.corpId()),
        () -> new Answer.Got<>(new Person(userId, "Zhang", "0001")));
  }

  @Override
  public Answer<PeoplePage> people(DingTalkApp app, String departmentId, long cursor) {
    return call(
        "dingtalk.people",
        company(app.corpId()),
        () ->
            new Answer.Got<>(
                new PeoplePage(List.of(new Person("u-1", "Zhang", "0001")), Optional.empty())));
  }

  @Override
  public Answer<Map<String, HireDates>> hireDates(DingTalkApp app, List<String> userIds) {
    return new Answer.Got<>(Map.of());
  }

  @Override
  public Answer<Department> department(DingTalkApp app, String departmentId) {
    return call(
        "dingtalk.department",
        company(app.corpId()),
        () -> new Answer.Got<>(new Department("101", "Finance", "01")));
  }

  @Override
  public Answer<List<Department>> departmentsBelow(DingTalkApp app, String departmentId) {
    return new Answer.Got<>(List.of());
  }

  @Override
  public Answer<List<AttendanceRow>> attendance(
      DingTalkApp app, List<String> userIds, LocalDate from, LocalDate to) {
    return new Answer.Got<>(List.of());
  }

  @Override
  public Answer<InstancePage> completedInstances(
      DingTalkApp app, String processCode, Instant from, Instant to, long nextToken) {
    return call(
        "dingtalk.instances",
        company(app.corpId()),
        () -> {
          Instant now = troubles.clock().instant();
          List<String> ids =
              company(app.corpId()).instances.values().stream()
                  .filter(each -> !each.createdAt().isBefore(from) && each.createdAt().isBefore(to))
                  .filter(each -> !each.finishedAt().isAfter(now))
                  .map(Instance::id)
                  .toList();
          return new Answer.Got<>(new InstancePage(ids, Optional.empty()));
        });
  }

  @Override
  public Answer<FailedPushes> failedPushes(DingTalkApp app) {
    return call(
        "dingtalk.failed",
        company(app.corpId()),
        () -> {
          FailedPushes failed = company(app.corpId()).failed();
          handedOut.accept(app.corpId(), failed.rows());
          return new Answer.Got<>(failed);
        });
  }

  private <T> Answer<T> call(String where, Company company, Supplier<Answer<T>> call) {
    troubles.before(Call.DINGTALK, where);
    if (troubles.clock().instant().isBefore(company.quotaGoneUntil)) {
      return failed(FailureKind.QUOTA, "quota");
    }
    if (troubles.strike(Fault.DINGTALK_THROTTLES, where)) {
      return failed(FailureKind.THROTTLE, "throttled");
    }
    if (troubles.strike(Fault.DINGTALK_TOKEN, where)) {
      return failed(FailureKind.TOKEN, "token");
    }
    if (troubles.strike(Fault.DINGTALK_ERROR, where)) {
      return failed(FailureKind.TRANSIENT, "HTTP-500");
    }
    Answer<T> answer = call.get();
    troubles.after(where);
    return answer;
  }

  private static <T> Answer<T> failed(FailureKind kind, String code) {
    return new Answer.Failed<>(Failure.of(kind, SYSTEM, code, "simulated"));
  }
}

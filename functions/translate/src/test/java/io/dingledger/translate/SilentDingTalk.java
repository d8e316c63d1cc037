package io.dingledger.translate;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.model.document.Department;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.DingTalkApp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A DingTalk of which translate asks only for single approvals, trips, people, departments. */
abstract class SilentDingTalk implements DingTalk {
  private static AssertionError unasked() {
    return new AssertionError("translate does not ask for this");
  }

  @Override
  public Answer<PeoplePage> people(DingTalkApp app, String departmentId, long cursor) {
    throw unasked();
  }

  @Override
  public Answer<Map<String, HireDates>> hireDates(DingTalkApp app, List<String> userIds) {
    throw unasked();
  }

  @Override
  public Answer<List<Department>> departmentsBelow(DingTalkApp app, String departmentId) {
    throw unasked();
  }

  @Override
  public Answer<List<AttendanceRow>> attendance(
      DingTalkApp app, List<String> userIds, LocalDate from, LocalDate to) {
    throw unasked();
  }

  @Override
  public Answer<InstancePage> completedInstances(
      DingTalkApp app, String processCode, Instant from, Instant to, long nextToken) {
    throw unasked();
  }

  @Override
  public Answer<FailedPushes> failedPushes(DingTalkApp app) {
    throw unasked();
  }
}

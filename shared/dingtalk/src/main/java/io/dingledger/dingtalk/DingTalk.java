package io.dingledger.dingtalk;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.DingTalkApp;

/** What the product reads from DingTalk. Failures come back classed; nothing is thrown. */
public interface DingTalk {
  /**
   * The detail of an approval instance. One call, counted against the company's monthly quota.
   *
   * @param approval the event that named it: the answer repeats neither the instance id nor the
   *     form's code
   */
  Answer<ApprovalDetail> approval(DingTalkApp app, EventSubject.Approval approval);

  /** A person by user id; not counted against the quota. */
  Answer<Person> person(DingTalkApp app, String userId);

  /** A department by id, {@code -1} or {@code 1} for the root; not counted against the quota. */
  Answer<Department> department(DingTalkApp app, String departmentId);
}

package io.dingledger.dingtalk.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.event.EventSubject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A detail that is read from what was kept of it. */
class StoredApprovalTest {
  private static final String RAW =
      """
      {"success":true,"result":{"title":"T","businessId":"202609110943000123456",
       "originatorUserId":"u1","originatorDeptId":"-1","originatorDeptName":"D",
       "createTime":"2026-09-11T09:43Z","finishTime":"2026-09-11T10:05Z",
       "status":"COMPLETED","result":"agree","bizAction":"REVOKE",
       "mainProcessInstanceId":"parent-1","operationRecords":[],"formComponentValues":[]}}
      """;

  private static EventSubject.Approval approval(String id) {
    return new EventSubject.Approval(
        id,
        "PROC-1",
        "category",
        "",
        EventSubject.Phase.FINISH,
        Optional.of(EventSubject.Result.AGREE),
        "u1",
        "",
        Optional.empty());
  }

  @Test
  void isTheSameAsWhenItCame() {
    ApprovalDetail detail = StoredApproval.read(approval("child-1"), RAW).orElseThrow();
    assertEquals("child-1", detail.id().value());
    assertEquals("PROC-1", detail.processCode());
    assertEquals(ApprovalDetail.Action.REVOKE, detail.action());
    assertEquals(Optional.of("parent-1"), detail.mainInstanceId());
    assertTrue(detail.isApproved());
    assertEquals(RAW, detail.raw());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "[]", "{}", "{\"result\":{}}"})
  void isNoneWhenTheTextIsNotAnAnswer(String text) {
    assertEquals(Optional.empty(), StoredApproval.read(approval("child-1"), text));
  }

  @Test
  void isNoneForSomethingThatIsNoInstance() {
    assertEquals(Optional.empty(), StoredApproval.read(approval(""), RAW));
  }
}

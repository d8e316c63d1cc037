package io.dingledger.dingtalk.client;

import io.dingledger.dingtalk.client.Exchange.Received;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Answer;
import java.util.Optional;

/** An approval's detail as it was kept, so that it need not be asked for a second time. */
public final class StoredApproval {
  private StoredApproval() {}

  /**
   * Reads it as the client did when it came.
   *
   * @param approval the event that named it
   * @param raw the whole answer, as received
   * @return the detail; empty when the text is not such an answer
   */
  public static Optional<ApprovalDetail> read(EventSubject.Approval approval, String raw) {
    if (!Fields.isInstanceId(approval.instanceId())) {
      return Optional.empty();
    }
    DocumentId id = new DocumentId(approval.instanceId());
    return JsonTexts.parseObject(raw)
        .map(json -> ApprovalReader.read(id, approval, new Received(json, raw)))
        .flatMap(
            answer ->
                answer instanceof Answer.Got<ApprovalDetail>(ApprovalDetail detail)
                    ? Optional.of(detail)
                    : Optional.empty());
  }
}

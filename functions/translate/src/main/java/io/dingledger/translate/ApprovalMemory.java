package io.dingledger.translate;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.event.EventSubject;
import java.util.Optional;

/** Reads a detail that was stored as DingTalk sent it, so that it need not be asked for again. */
@FunctionalInterface
public interface ApprovalMemory {
  /**
   * The detail; empty when the text can't be read.
   *
   * @param approval the event that named it
   * @param raw the whole answer, as received
   */
  Optional<ApprovalDetail> read(EventSubject.Approval approval, String raw);
}

package io.dingledger.translate;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.PatrolNotes;
import java.util.Optional;

/**
 * Gets an approval's detail with one call for each document: each call counts against the tenant's
 * quota. An approval that has ended with consent never changes again, so what is stored of it is as
 * good as another call.
 */
final class Details {
  private final DocumentStore documents;
  private final PatrolNotes notes;
  private final DingTalk dingTalk;
  private final ApprovalMemory memory;

  Details(DocumentStore documents, PatrolNotes notes, DingTalk dingTalk, ApprovalMemory memory) {
    this.documents = documents;
    this.notes = notes;
    this.dingTalk = dingTalk;
    this.memory = memory;
  }

  /**
   * A detail.
   *
   * @param isStored whether it comes from the store, so that it need not be kept again
   */
  record Known(ApprovalDetail detail, boolean isStored) {}

  /** The detail of a document that this worker has claimed. */
  Answer<Known> of(DocumentRecord claimed, DingTalkApp app, EventSubject.Approval approval) {
    Optional<ApprovalDetail> stored = stored(claimed, approval);
    if (stored.isPresent()) {
      return new Answer.Got<>(new Known(stored.get(), true));
    }
    Answer<ApprovalDetail> answer = dingTalk.approval(app, approval);
    if (answer instanceof Answer.Got<ApprovalDetail> && !approval.processCode().isBlank()) {
      notes.seenForm(claimed.tenant(), approval.processCode(), approval.category());
    }
    return answer.map(detail -> new Known(detail, false));
  }

  /** The detail of a document that ended with consent, as it is stored. */
  Optional<ApprovalDetail> stored(DocumentRecord claimed, EventSubject.Approval approval) {
    boolean isNew = claimed.version() == 1;
    return isNew
        ? Optional.empty()
        : documents
            .raw(claimed.tenant(), claimed.id())
            .flatMap(raw -> memory.read(approval, raw))
            .filter(ApprovalDetail::isApproved);
  }
}

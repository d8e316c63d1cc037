package io.dingledger.local;

import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.platform.store.DocumentStore;
import java.time.Instant;
import java.util.List;

/**
 * Takes up what a killed process left. Only one process at a time can open the data folder, so at
 * the start every lease belongs to a dead worker, and a message that was about to be sent may never
 * have been. Waiting for leases and watches to run out would help nobody: all that machines have to
 * go on with is due at once. What is parked stays parked.
 */
final class Recovery {
  private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");
  private static final int MOST = 10_000;

  private Recovery() {}

  /**
   * Makes due what was under way.
   *
   * @return how many documents there were
   */
  static int takeUp(DocumentStore documents, Instant now) {
    int takenUp = 0;
    List<DocumentStore.Due> watched = documents.due(EVER, MOST);
    for (DocumentStore.Due each : watched) {
      DocumentRecord record = documents.find(each.tenant(), each.document()).orElseThrow();
      DocumentRecord next = dueNow(record, now);
      if (!next.equals(record)
          && documents
              .save(next.noting(now, "start", "TAKEN_UP", "the process was started again"))
              .isPresent()) {
        takenUp++;
      }
    }
    return takenUp;
  }

  private static DocumentRecord dueNow(DocumentRecord record, Instant now) {
    DocumentRecord next = record;
    boolean untranslated =
        record.state() == DocumentState.RECEIVED || record.state() == DocumentState.FETCHING;
    if (untranslated) {
      next =
          record.changed().state(DocumentState.RECEIVED).fetch(record.fetch().until(now)).build();
    }
    for (Posting posting : record.postings()) {
      next = next.with(dueNow(posting, now));
    }
    return next;
  }

  private static Posting dueNow(Posting posting, Instant now) {
    return switch (posting.state()) {
      case CLAIMED, SENDING -> posting.orphaned(now);
      case READY, UNKNOWN -> posting.isAtRest() ? posting : posting.again(now);
      case POSTED, CONFLICT, REJECTED, PARKED, WITHDRAWN -> posting;
    };
  }
}

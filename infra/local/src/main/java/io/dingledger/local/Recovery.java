package io.dingledger.local;

import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.platform.store.DocumentStore;
import java.time.Instant;
import java.util.List;

/**
 * Ends the leases of a process that was killed. Only one process at a time can open the data
 * folder, so at the start every lease belongs to a dead worker; waiting for it to run out would
 * help nobody.
 */
final class Recovery {
  private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");
  private static final int MOST = 10_000;

  private Recovery() {}

  /**
   * Makes everything due that a dead worker holds.
   *
   * @return how many documents there were
   */
  static int endLeases(DocumentStore documents, Instant now) {
    int ended = 0;
    List<DocumentStore.Due> watched = documents.due(EVER, MOST);
    for (DocumentStore.Due each : watched) {
      DocumentRecord record = documents.find(each.tenant(), each.document()).orElseThrow();
      DocumentRecord next = withoutLeases(record, now);
      if (!next.equals(record)
          && documents
              .save(next.noting(now, "start", "LEASE_ENDED", "the worker was killed"))
              .isPresent()) {
        ended++;
      }
    }
    return ended;
  }

  private static DocumentRecord withoutLeases(DocumentRecord record, Instant now) {
    DocumentRecord next = record;
    if (record.state() == DocumentState.FETCHING) {
      next =
          record.changed().state(DocumentState.RECEIVED).fetch(record.fetch().until(now)).build();
    }
    for (Posting posting : record.postings()) {
      boolean held =
          posting.state() == PostingState.CLAIMED || posting.state() == PostingState.SENDING;
      if (held) {
        next = next.with(posting.abandoned(posting.leaseUntil().orElse(now), now));
      }
    }
    return next;
  }
}

package io.dingledger.post;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.work.PostWork;
import io.dingledger.platform.store.DocumentStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Moves a posting on in its document's record. Others may write the same record for other reasons;
 * then the move is tried again on what they left, as long as it is still allowed.
 */
final class Progress {
  private static final int MOST_TRIES = 20;

  private final DocumentStore documents;

  Progress(DocumentStore documents) {
    this.documents = documents;
  }

  /** The posting as moved and stored, or empty when it may not be moved any more. */
  Optional<Posting> move(
      PostWork work,
      Predicate<Posting> allowed,
      UnaryOperator<Posting> step,
      BiFunction<DocumentRecord, Posting, DocumentRecord> note) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      DocumentRecord record =
          documents
              .find(work.tenant(), work.document())
              .orElseThrow(() -> new IllegalStateException("no record of " + work.document()));
      Posting posting =
          record
              .posting(work.key())
              .orElseThrow(() -> new IllegalStateException("no posting " + work.key()));
      if (!allowed.test(posting)) {
        return Optional.empty();
      }
      Posting moved = step.apply(posting);
      if (documents.save(note.apply(record.with(moved), moved)).isPresent()) {
        return Optional.of(moved);
      }
    }
    throw new IllegalStateException("record of " + work.document() + " is written all the time");
  }

  static DocumentRecord because(DocumentRecord record, Reason reason) {
    List<Reason> reasons = new ArrayList<>(record.reasons());
    reasons.add(reason);
    return record.changed().reasons(reasons).build();
  }
}

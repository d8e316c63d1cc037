package io.dingledger.post;

import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.model.access.LedgerGate.Outcome;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.PostWork;
import io.dingledger.platform.store.DocumentStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One delivery's view of its document's record. Others may write the same record for other reasons;
 * then a move is tried again on what they left, as long as it is still allowed. What this delivery
 * wrote itself need not be read again: a write succeeds only on the version that it was made from.
 */
final class Progress {
  private static final int MOST_TRIES = 20;

  private final DocumentStore documents;
  private final PostWork work;
  private Optional<DocumentRecord> known = Optional.empty();
  private Outcome outcome = GateOutcome.UNHEARD;

  Progress(DocumentStore documents, PostWork work) {
    this.documents = documents;
    this.work = work;
  }

  PostWork work() {
    return work;
  }

  VoucherKey key() {
    return work.key();
  }

  /** What this delivery has learnt about the connection. */
  Outcome outcome() {
    return outcome;
  }

  void heard(Outcome learnt) {
    outcome = learnt;
  }

  /** The posting as this delivery knows it; read once. */
  Posting posting() {
    if (known.isEmpty()) {
      known = Optional.of(found());
    }
    return posting(known.get());
  }

  /** When the document came, if all its vouchers are posted now. */
  Optional<Instant> doneSince() {
    return known
        .filter(record -> record.state() == DocumentState.POSTED)
        .map(DocumentRecord::createdAt);
  }

  /** The document as this delivery knows it. */
  DocumentRecord record() {
    return known.orElseGet(this::found);
  }

  /** Whether all vouchers of the document are posted, as this delivery wrote it last. */
  boolean isDone() {
    return known.filter(record -> record.state() == DocumentState.POSTED).isPresent();
  }

  /** The posting as moved and stored, or empty when it may not be moved any more. */
  Optional<Posting> move(
      Predicate<Posting> allowed,
      UnaryOperator<Posting> step,
      BiFunction<DocumentRecord, Posting, DocumentRecord> note) {
    return move((record, posting) -> allowed.test(posting), step, note);
  }

  /** The same, where the rest of the document has a say in whether it may be moved. */
  Optional<Posting> move(
      BiPredicate<DocumentRecord, Posting> allowed,
      UnaryOperator<Posting> step,
      BiFunction<DocumentRecord, Posting, DocumentRecord> note) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      DocumentRecord record = known.orElseGet(this::found);
      known = Optional.empty();
      Posting posting =
          record.posting(key()).orElseThrow(() -> new IllegalStateException("no posting " + key()));
      if (!allowed.test(record, posting)) {
        return Optional.empty();
      }
      Posting moved = step.apply(posting);
      known = documents.save(note.apply(record.with(moved), moved));
      if (known.isPresent()) {
        return Optional.of(moved);
      }
    }
    throw new IllegalStateException("record of " + work.document() + " is written all the time");
  }

  private Posting posting(DocumentRecord record) {
    return record
        .posting(key())
        .orElseThrow(() -> new IllegalStateException("no posting " + key()));
  }

  private DocumentRecord found() {
    return documents
        .find(work.tenant(), work.document())
        .orElseThrow(() -> new IllegalStateException("no record of " + work.document()));
  }

  /**
   * A later document takes its place, and the ledger has not got it. What takes an earlier document
   * back is sent whatever becomes of the document it stands in. A receiver that can't be asked has
   * said nothing of a request whose outcome is unknown: that voucher goes on until it is known to
   * be there, and the later document takes it back then.
   */
  static boolean mayBeWithdrawn(DocumentRecord record, Posting posting, Guard guard) {
    boolean isSuperseded = posting.purpose() == Purpose.RECORD && record.supersededBy().isPresent();
    return isSuperseded && (guard.canBeAsked() || !posting.isPerhapsInLedger());
  }

  static DocumentRecord because(DocumentRecord record, Reason reason) {
    List<Reason> reasons = new ArrayList<>(record.reasons());
    reasons.add(reason);
    return record.changed().reasons(reasons).build();
  }
}

package io.dingledger.translate;

import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.Result;
import io.dingledger.model.failure.Reason;
import java.util.Optional;

/** What an event alone says about a document: whether there is anything to fetch for. */
final class Triage {
  private Triage() {}

  /** Why there is nothing to fetch; empty when the approval has ended with consent. */
  static Optional<Reason> nothingToFetch(EventSubject.Approval approval) {
    return switch (approval.phase()) {
      case START -> Optional.of(Reason.of(TranslateReason.STILL_RUNNING));
      case TERMINATE, DELETE -> Optional.of(Reason.of(TranslateReason.TERMINATED));
      case FINISH ->
          approval.result().filter(result -> result == Result.REFUSE).isPresent()
              ? Optional.of(Reason.of(TranslateReason.REFUSED))
              : Optional.empty();
    };
  }

  /**
   * The further of two things said of one approval. Events arrive in any order, and what was said
   * never goes back; only an end by withdrawal or deletion goes beyond a finish.
   */
  static EventSubject.Approval further(EventSubject.Approval known, EventSubject.Approval said) {
    boolean endsIt = said.phase() == Phase.TERMINATE || said.phase() == Phase.DELETE;
    boolean further = said.phase().rank() > known.phase().rank();
    return further || (endsIt && known.phase() == Phase.FINISH) ? said : known;
  }
}

package io.dingledger.translate;

import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Result;
import io.dingledger.model.failure.Reason;
import java.util.Optional;

/** What an event alone says about a document. */
final class Triage {
  private Triage() {}

  /** Why there is nothing to fetch, because the approval ended without consent. */
  static Optional<Reason> endedEarly(EventSubject.Approval approval) {
    return switch (approval.phase()) {
      case START, CHANGED -> Optional.empty();
      case TERMINATE, DELETE -> Optional.of(Reason.of(TranslateReason.TERMINATED));
      case FINISH ->
          approval.result().filter(result -> result == Result.REFUSE).isPresent()
              ? Optional.of(Reason.of(TranslateReason.REFUSED))
              : Optional.empty();
    };
  }
}

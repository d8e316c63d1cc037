package io.dingledger.translate;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.failure.ReasonCode;
import io.dingledger.model.identity.ShortKey;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.DocumentStore.Source;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Has a person decide where a document's content is in doubt. What was made of the earlier content
 * stays, and so does that content; the later one is kept beside it.
 */
final class ChangedContent {
  private final DocumentStore documents;
  private final InstantSource clock;

  ChangedContent(DocumentStore documents, InstantSource clock) {
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * Holds a document of which something was made, because of its later content; false when somebody
   * else wrote the record meanwhile.
   *
   * @param message the sender's name for the later content
   */
  boolean held(DocumentRecord record, String message, String content) {
    DocumentId kept =
        DocumentId.ofNotice("inbound:" + ShortKey.of("IC", record.id().value(), content));
    boolean isNew = documents.find(record.tenant(), kept).isEmpty();
    if (isNew) {
      keep(record, kept, message, content);
    }
    return (!isNew && isHeldFor(record, InboundReason.CHANGED_AFTER_POSTING))
        || held(record, Reason.of(InboundReason.CHANGED_AFTER_POSTING, message, kept));
  }

  /** First of all, for nobody would send it again. */
  private void keep(DocumentRecord record, DocumentId kept, String message, String content) {
    DocumentRecord beside =
        DocumentRecord.announced(record.tenant(), kept, Optional.empty(), clock.instant())
            .changed()
            .state(DocumentState.IGNORED)
            .title(record.title())
            .businessId(record.businessId())
            .reasons(List.of(Reason.of(InboundReason.CONTENT_KEPT, record.id(), message)))
            .build();
    documents.saveTranslated(
        note(beside, "IGNORED", InboundReason.CONTENT_KEPT),
        new Source(content, Optional.empty(), Optional.empty()),
        List.of());
  }

  /** Holds a document; false when somebody else wrote the record meanwhile. */
  boolean held(DocumentRecord record, Reason reason) {
    DocumentRecord doubtful = record.held().changed().reasons(List.of(reason)).build();
    return documents
        .save(doubtful.noting(clock.instant(), "translate", "HELD", reason.code()))
        .isPresent();
  }

  /** Nothing is stored that could be tried again; false as above. */
  boolean missing(DocumentRecord record) {
    return held(
        record.changed().fetch(record.fetch().ended()).build(), Reason.of(InboundReason.MISSING));
  }

  private static boolean isHeldFor(DocumentRecord record, ReasonCode code) {
    return record.state() == DocumentState.HELD
        && record.reasons().stream().anyMatch(reason -> reason.code().equals(code.code()));
  }

  private DocumentRecord note(DocumentRecord record, String what, ReasonCode why) {
    return record.noting(clock.instant(), "translate", what, why.code());
  }
}

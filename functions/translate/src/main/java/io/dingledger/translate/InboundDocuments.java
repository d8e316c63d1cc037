package io.dingledger.translate;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.identity.ShortKey;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.store.DocumentStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Documents that other systems send in the published written form. The same content is the same
 * document, however often and under whichever message it comes. Other content takes its place while
 * nothing was made of it, the later one of two; after that a person decides.
 */
final class InboundDocuments {
  private static final int MOST_TRIES = 20;
  private static final String PREFIX = DocumentId.Inbound.API.prefix();

  /** How a message stands among the events of its document. */
  private static final String HEARD = "received:";

  private final DocumentStore documents;
  private final RuleBookSource ruleBooks;
  private final Directories directories;
  private final FactTranslation translation;
  private final ChangedContent changed;
  private final InstantSource clock;

  InboundDocuments(
      TranslatePorts ports,
      Directories directories,
      FactTranslation translation,
      InstantSource clock) {
    this.documents = ports.stores().documents();
    this.ruleBooks = ports.ruleBooks();
    this.directories = directories;
    this.translation = translation;
    this.changed = new ChangedContent(documents, clock);
    this.clock = clock;
  }

  /** A document came. */
  void received(TranslateWork.Received work) {
    Tenant tenant = work.tenant();
    DocumentId id = work.document();
    RuleBookSource.Active active = ruleBooks.of(tenant);
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      DocumentRecord record =
          documents
              .find(tenant, id)
              .orElseGet(
                  () -> DocumentRecord.announced(tenant, id, Optional.empty(), clock.instant()));
      if (isKnown(record, work, FactTranslation.zone(active)) || takenIn(record, active, work)) {
        return;
      }
    }
    throw new IllegalStateException("record of " + id + " is written all the time");
  }

  private boolean isKnown(DocumentRecord record, TranslateWork.Received work, ZoneId zone) {
    return record.version() > 0
        && documents
            .raw(work.tenant(), work.document())
            .filter(raw -> WrittenContent.sayTheSame(raw, work.text(), PREFIX, zone))
            .isPresent();
  }

  private boolean takenIn(
      DocumentRecord record, RuleBookSource.Active active, TranslateWork.Received work) {
    if (record.isRecorded()) {
      return changed.held(record, work.messageId(), work.text());
    }
    if (isRepeated(record, work)) {
      return true;
    }
    String heard = HEARD + work.receivedAt() + " " + message(work);
    boolean isOld =
        lastReceived(record).filter(last -> last.isAfter(work.receivedAt())).isPresent();
    DocumentRecord hearing =
        record
            .changed()
            .heardOf(heard)
            .build()
            .noting(
                clock.instant(),
                "translate",
                isOld ? "OLDER_CONTENT_LEFT" : "RECEIVED",
                work.messageId());
    return isOld
        ? documents.save(hearing).isPresent()
        : translated(hearing.changed().reasons(List.of()).build(), active, work.text());
  }

  /**
   * A sender who heard no answer sends the same message again, perhaps after a later one: it is not
   * the latest content for that. An id with other content was used twice, and is no repeat.
   */
  private static boolean isRepeated(DocumentRecord record, TranslateWork.Received work) {
    return record.eventIds().stream()
        .anyMatch(id -> id.startsWith(HEARD) && id.endsWith(" " + message(work)));
  }

  private static String message(TranslateWork.Received work) {
    return ShortKey.of("IM", work.text()) + " " + work.messageId();
  }

  private boolean translated(DocumentRecord record, RuleBookSource.Active active, String text) {
    ZoneId zone = FactTranslation.zone(active);
    return switch (WrittenContent.read(text, PREFIX, zone, directories)) {
      case WrittenContent.Read.Unreadable(var reason) ->
          translation.ended(record, record.kind(), text, new Outcome.Held(List.of(reason)));
      case WrittenContent.Read.Content(WrittenContent content) ->
          translation.of(
              record.changed().businessId(content.businessId()).build(),
              active,
              new FactTranslation.Fact(
                  content.kind(), content.title(), content.day(), text, content));
    };
  }

  /** A known document is due for another try: it is kept as it came. */
  void again(DocumentRecord record) {
    if (record.isTranslated()) {
      return;
    }
    Optional<String> raw = documents.raw(record.tenant(), record.id());
    if (raw.isPresent()) {
      translated(record, ruleBooks.of(record.tenant()), raw.get());
    } else {
      changed.missing(record);
    }
  }

  private static Optional<Instant> lastReceived(DocumentRecord record) {
    return record.eventIds().stream()
        .filter(id -> id.startsWith(HEARD))
        .map(id -> Instant.parse(id.substring(HEARD.length(), id.indexOf(' '))))
        .max(Comparator.naturalOrder());
  }
}

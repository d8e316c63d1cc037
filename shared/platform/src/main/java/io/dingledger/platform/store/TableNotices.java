package io.dingledger.platform.store;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.failure.PlatformReason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Notices as records of a {@link DocumentStore}: HELD while they stand, IGNORED once their cause is
 * gone. Both methods throw what the store throws.
 */
public final class TableNotices implements Notices {
  /** The kind of these records. */
  public static final String KIND = "notice";

  private static final int TRIES = 8;
  private static final int LONGEST_TITLE = 60;

  private final DocumentStore documents;
  private final Clock clock;

  /** Notices in this store. */
  public TableNotices(DocumentStore documents, Clock clock) {
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when the id is longer than a document's can be
   */
  @Override
  public void raise(Tenant tenant, String id, Reason reason) {
    DocumentId document = DocumentId.ofNotice(id);
    Instant now = clock.instant();
    revise(
        tenant,
        document,
        there -> {
          if (there.filter(notice -> stands(notice, reason)).isPresent()) {
            return Optional.empty();
          }
          DocumentRecord notice =
              there.orElseGet(
                  () -> DocumentRecord.announced(tenant, document, Optional.empty(), now));
          return Optional.of(
              notice
                  .changed()
                  .state(DocumentState.HELD)
                  .kind(KIND)
                  .title(title(reason))
                  .reasons(List.of(reason))
                  .build()
                  .noting(now, KIND, there.isEmpty() ? "RAISED" : "RESTATED", reason.code()));
        });
  }

  @Override
  public void settle(Tenant tenant, String id) {
    Instant now = clock.instant();
    revise(
        tenant,
        DocumentId.ofNotice(id),
        there ->
            there
                .filter(notice -> notice.state() == DocumentState.HELD)
                .map(
                    notice ->
                        notice
                            .changed()
                            .state(DocumentState.IGNORED)
                            .reasons(List.of(Reason.of(PlatformReason.NOTICE_SETTLED)))
                            .build()
                            .noting(now, KIND, "SETTLED", "")));
  }

  private void revise(
      Tenant tenant, DocumentId document, UnaryOperator<Optional<DocumentRecord>> change) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<DocumentRecord> next = change.apply(documents.find(tenant, document));
      if (next.isEmpty() || documents.save(next.get()).isPresent()) {
        return;
      }
    }
    throw new StoreUnreachable(null, "TransactionConflict");
  }

  private static boolean stands(DocumentRecord notice, Reason reason) {
    return notice.state() == DocumentState.HELD && notice.reasons().equals(List.of(reason));
  }

  /** The first sentence of the reason. */
  private static String title(Reason reason) {
    String sentence = reason.chinese().split("。", 2)[0];
    return sentence.length() <= LONGEST_TITLE
        ? sentence
        : sentence.substring(0, LONGEST_TITLE - 1) + "…";
  }
}

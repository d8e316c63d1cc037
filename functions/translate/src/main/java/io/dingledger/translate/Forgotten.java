package io.dingledger.translate;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.PostingState;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.DocumentStore.Sibling;
import io.dingledger.platform.store.Restored;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * After the table was put back: an earlier document that it knows as never posted may have its
 * voucher in the ledger all the same. Superseded as it is, nobody asks for it any more.
 */
final class Forgotten {
  private Forgotten() {}

  /** Why a person has to look before a later document is done with; mostly empty. */
  static Optional<Reason> among(
      DocumentStore documents,
      Predecessors.Child child,
      Collection<DocumentRecord> earlier,
      List<Sibling> siblings) {
    List<DocumentRecord> unposted = earlier.stream().filter(Forgotten::seemsUnposted).toList();
    if (unposted.isEmpty()) {
      return Optional.empty();
    }
    Optional<Restored> restored = documents.restored(child.record().tenant());
    return restored.flatMap(
        lost ->
            unposted.stream()
                .filter(record -> lost.mayHaveLost(approvedAt(record, child, siblings)))
                .findFirst()
                .map(
                    record ->
                        Reason.of(
                            TranslateReason.PARENT_FORGOTTEN,
                            record.id(),
                            lost.point(),
                            lost.until())));
  }

  private static boolean seemsUnposted(DocumentRecord record) {
    return record.approval().isPresent()
        && !record.hasPayItems()
        && record.postings().stream()
            .allMatch(posting -> posting.state() == PostingState.WITHDRAWN);
  }

  /** It was approved before what changes or withdraws it. */
  private static Instant approvedAt(
      DocumentRecord record, Predecessors.Child child, List<Sibling> siblings) {
    return siblings.stream()
        .filter(each -> each.document().equals(record.id()))
        .map(Sibling::finishedAt)
        .findFirst()
        .orElse(child.self().finishedAt());
  }
}

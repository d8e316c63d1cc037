package io.dingledger.translate;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import java.util.List;
import java.util.Optional;

/** How an approval stands to the earlier and later ones about the same thing. */
sealed interface Lineage {
  /**
   * All is known that has to be.
   *
   * @param replaced the documents that this one withdraws or replaces; their vouchers are at rest
   * @param supersededBy the later document that withdraws or replaces this one
   */
  record Settled(List<DocumentRecord> replaced, Optional<DocumentId> supersededBy)
      implements Lineage {
    public Settled {
      replaced = List.copyOf(replaced);
    }
  }

  /** This earlier document is still on its way. */
  record Waits(DocumentId forWhom) implements Lineage {}

  /** A person must look at it: nothing is reversed by guess. */
  record Doubtful(Reason reason) implements Lineage {}
}

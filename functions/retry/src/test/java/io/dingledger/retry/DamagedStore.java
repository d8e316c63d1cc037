package io.dingledger.retry;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.support.ForwardingDocumentStore;
import java.util.Optional;
import java.util.Set;

/** A store in which some records can't be read. */
final class DamagedStore extends ForwardingDocumentStore {
  private final Set<DocumentId> damaged;

  DamagedStore(DocumentStore real, Set<DocumentId> damaged) {
    super(real);
    this.damaged = damaged;
  }

  @Override
  public Optional<DocumentRecord> find(Tenant tenant, DocumentId id) {
    if (damaged.contains(id)) {
      throw new IllegalStateException("damaged");
    }
    return super.find(tenant, id);
  }
}

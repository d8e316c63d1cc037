package io.dingledger.model.work;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;

/** What the patrol step is asked to do: the content of the patrol queue. */
public sealed interface PatrolWork {
  /** The schedule says: make a round of every tenant. */
  record Tick() implements PatrolWork {}

  /** Looks after one tenant: missed pushes, days of attendance, people and departments. */
  record Round(Tenant tenant) implements PatrolWork {}

  /**
   * All vouchers of a document are posted, and the system that it came from wants to know their
   * numbers. When this message is lost, the tenant's next round does the same.
   */
  record WriteBack(Tenant tenant, DocumentId document) implements PatrolWork {}
}

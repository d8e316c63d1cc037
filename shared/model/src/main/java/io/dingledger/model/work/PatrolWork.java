package io.dingledger.model.work;

import io.dingledger.model.tenant.Tenant;

/** What the patrol step is asked to do: the content of the patrol queue. */
public sealed interface PatrolWork {
  /** The schedule says: make a round of every tenant. */
  record Tick() implements PatrolWork {}

  /** Looks after one tenant: missed pushes, days of attendance, people and departments. */
  record Round(Tenant tenant) implements PatrolWork {}
}

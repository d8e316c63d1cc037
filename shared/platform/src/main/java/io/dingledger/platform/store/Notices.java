package io.dingledger.platform.store;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Tenant;

/**
 * Things that a person must see and that belong to no single document: a quota nearly used up, a
 * job number given twice, a changed form. They stand in the review queue as HELD documents.
 */
public interface Notices {
  /**
   * Raises a notice, or states it anew. One that stands already with this very reason stays as it
   * is.
   *
   * @param id names what it is about, for example {@code quota:2026-11}; the same id is the same
   *     notice
   */
  void raise(Tenant tenant, String id, Reason reason);

  /** Takes a notice back, because its cause is gone; does nothing when there is none. */
  void settle(Tenant tenant, String id);
}

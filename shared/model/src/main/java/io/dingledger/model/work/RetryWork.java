package io.dingledger.model.work;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the retry step is asked to do: the content of the failures queue. */
public sealed interface RetryWork {
  /**
   * A try failed. The failure itself and the number of tries stand in the document's record.
   *
   * @param tenant whose document it is
   * @param document the document
   * @param key the voucher, or empty when the document could not be translated
   */
  record TryFailed(Tenant tenant, DocumentId document, Optional<VoucherKey> key)
      implements RetryWork {}

  /** The schedule says: look at everything that is due, of all tenants. */
  record Sweep() implements RetryWork {}

  /**
   * A tenant's ledger works again, or the tenant was resumed: what is parked for that is due, one
   * after another.
   *
   * @param tenant whose ledger
   * @param spacing the time between two vouchers, as its limits allow
   * @param from when the first one is due (UTC)
   * @param woken how many were woken already
   * @param hop how many messages of this kind there were, with this one; 1 for the first
   * @param cursor where an earlier message of this kind stopped; empty in the first
   */
  record ConnectionBack(
      Tenant tenant, Duration spacing, Instant from, int woken, int hop, Optional<String> cursor)
      implements RetryWork {}
}

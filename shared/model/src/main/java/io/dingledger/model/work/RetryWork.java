package io.dingledger.model.work;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.VoucherKey;
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
}

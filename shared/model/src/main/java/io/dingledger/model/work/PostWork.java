package io.dingledger.model.work;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.VoucherKey;

/**
 * A voucher to deliver: the content of the vouchers queue.
 *
 * @param settled how many requests had left when this message was sent with the delay that they
 *     need to settle: the queue has measured that time, whatever any worker's clock says. 0 when
 *     the message measures nothing
 */
public record PostWork(Tenant tenant, DocumentId document, VoucherKey key, int settled) {
  /** Work that comes without having waited for anything. */
  public PostWork(Tenant tenant, DocumentId document, VoucherKey key) {
    this(tenant, document, key, 0);
  }

  /** The same work, to be sent with the delay that so many requests need to settle. */
  public PostWork settling(int requests) {
    return new PostWork(tenant, document, key, requests);
  }
}

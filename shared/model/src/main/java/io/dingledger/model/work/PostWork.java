package io.dingledger.model.work;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.VoucherKey;

/** A voucher to deliver: the content of the vouchers queue. */
public record PostWork(Tenant tenant, DocumentId document, VoucherKey key) {}

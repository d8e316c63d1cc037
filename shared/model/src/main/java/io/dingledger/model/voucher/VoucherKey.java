package io.dingledger.model.voucher;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.identity.ShortKey;
import io.dingledger.model.tenant.Tenant;

/**
 * The identity of a voucher, written into the voucher where a person and a query can find it.
 *
 * <p>{@code key = f(tenant, source document, purpose, revision)}: the same inputs give the same key
 * for ever, on any machine. 20 characters of {@code [0-9A-Z]} fit the shortest field we know
 * (QuickBooks' document number, 21) and need no quoting in any query language.
 *
 * @param value {@code DL} and 18 base-36 digits (93 bits of a SHA-256)
 */
public record VoucherKey(String value) {
  private static final String PREFIX = "DL";

  public VoucherKey {
    if (!ShortKey.isKey(PREFIX, value)) {
      throw new IllegalArgumentException("not a voucher key: " + value);
    }
  }

  /** The key of the voucher that serves this purpose for this revision of this document. */
  public static VoucherKey of(Tenant tenant, DocumentId document, Purpose purpose, int revision) {
    return new VoucherKey(
        ShortKey.of(
            PREFIX, tenant.id(), document.value(), purpose.name(), Integer.toString(revision)));
  }

  @Override
  public String toString() {
    return value;
  }
}

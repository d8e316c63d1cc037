package io.dingledger.model.pay;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.identity.ShortKey;
import io.dingledger.model.tenant.Tenant;

/**
 * The identity of a pay item: the same inputs give the same id for ever, so that storing it again
 * changes nothing.
 *
 * @param value {@code PI} and 18 base-36 digits (93 bits of a SHA-256)
 */
public record PayItemId(String value) {
  private static final String PREFIX = "PI";

  public PayItemId {
    if (!ShortKey.isKey(PREFIX, value)) {
      throw new IllegalArgumentException("not a pay item id: " + value);
    }
  }

  /**
   * The id of what one rule makes of one row of a document for one person.
   *
   * @param userId the person's DingTalk user id
   * @param rule the rule's name
   * @param row the row's number, from 1; 0 for a rule that is applied once
   */
  public static PayItemId of(
      Tenant tenant, DocumentId document, String userId, String rule, int row) {
    return new PayItemId(
        ShortKey.of(PREFIX, tenant.id(), document.value(), userId, rule, Integer.toString(row)));
  }

  /** The id of what takes this item back: one for ever, whoever takes it back. */
  public PayItemId reversal() {
    return new PayItemId(ShortKey.of(PREFIX, "reversal", value));
  }

  /**
   * The id of what the same rule makes of the same row once the document was read anew and the
   * earlier item was taken back.
   *
   * @param number tells the readings of one document apart
   */
  public PayItemId renewed(int number) {
    return new PayItemId(ShortKey.of(PREFIX, "renewed", value, Integer.toString(number)));
  }

  @Override
  public String toString() {
    return value;
  }
}

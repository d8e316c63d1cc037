package io.dingledger.model.pay;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * The identity of a pay item: the same inputs give the same id for ever, so that storing it again
 * changes nothing.
 *
 * @param value {@code PI} and 18 base-36 digits (93 bits of a SHA-256)
 */
public record PayItemId(String value) {
  private static final int DIGITS = 18;
  private static final BigInteger SPACE = BigInteger.valueOf(36).pow(DIGITS);

  public PayItemId {
    if (!value.matches("PI[0-9A-Z]{18}")) {
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
    return hashed(tenant.id(), document.value(), userId, rule, Integer.toString(row));
  }

  /** The id of what takes this item back: one for ever, whoever takes it back. */
  public PayItemId reversal() {
    return hashed("reversal", value);
  }

  /**
   * The id of what the same rule makes of the same row once the document was read anew and the
   * earlier item was taken back.
   *
   * @param number tells the readings of one document apart
   */
  public PayItemId renewed(int number) {
    return hashed("renewed", value, Integer.toString(number));
  }

  private static PayItemId hashed(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
      digest.update(bytes);
    }
    String number =
        new BigInteger(1, digest.digest()).mod(SPACE).toString(36).toUpperCase(Locale.ROOT);
    return new PayItemId("PI" + "0".repeat(DIGITS - number.length()) + number);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

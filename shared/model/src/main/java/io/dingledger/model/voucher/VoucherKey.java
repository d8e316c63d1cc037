package io.dingledger.model.voucher;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

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
  private static final int DIGITS = 18;
  private static final BigInteger SPACE = BigInteger.valueOf(36).pow(DIGITS);

  public VoucherKey {
    if (!value.matches("DL[0-9A-Z]{18}")) {
      throw new IllegalArgumentException("not a voucher key: " + value);
    }
  }

  /** The key of the voucher that serves this purpose for this revision of this document. */
  public static VoucherKey of(Tenant tenant, DocumentId document, Purpose purpose, int revision) {
    MessageDigest digest = sha256();
    for (String part :
        new String[] {tenant.id(), document.value(), purpose.name(), Integer.toString(revision)}) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
      digest.update(bytes);
    }
    String number =
        new BigInteger(1, digest.digest()).mod(SPACE).toString(36).toUpperCase(Locale.ROOT);
    return new VoucherKey("DL" + "0".repeat(DIGITS - number.length()) + number);
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

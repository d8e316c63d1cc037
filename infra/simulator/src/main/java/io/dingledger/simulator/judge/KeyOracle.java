package io.dingledger.simulator.judge;

import io.dingledger.model.tenant.Tenant;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * The key of a voucher, worked out a second time and in another way than the product does: keys
 * must stay what they are for ever, so a change of the product's own derivation must show.
 */
final class KeyOracle {
  private KeyOracle() {}

  /**
   * The key.
   *
   * @param purpose {@code RECORD} or {@code REVERSE}
   * @param revision from 1
   */
  static String key(Tenant tenant, String document, String purpose, int revision) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part : new String[] {tenant.id(), document, purpose, "" + revision}) {
      byte[] text = part.getBytes(StandardCharsets.UTF_8);
      for (int shift = 24; shift >= 0; shift -= 8) {
        bytes.write(text.length >>> shift);
      }
      bytes.writeBytes(text);
    }
    String digits =
        new BigInteger(1, sha256(bytes.toByteArray())).toString(36).toUpperCase(Locale.ROOT);
    String padded = "0".repeat(18) + digits;
    return "DL" + padded.substring(padded.length() - 18);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}

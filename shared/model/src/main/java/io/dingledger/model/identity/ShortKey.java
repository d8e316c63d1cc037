package io.dingledger.model.identity;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Names made of what they name: the same parts give the same key for ever, on any machine. A key is
 * a prefix of two letters and 18 base-36 digits, 93 bits of a SHA-256 over the parts and their
 * lengths.
 */
public final class ShortKey {
  private static final int PREFIX = 2;
  private static final int DIGITS = 18;
  private static final BigInteger SPACE = BigInteger.valueOf(36).pow(DIGITS);

  private ShortKey() {}

  /** The key of these parts. */
  public static String of(String prefix, String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
      digest.update(bytes);
    }
    String number =
        new BigInteger(1, digest.digest()).mod(SPACE).toString(36).toUpperCase(Locale.ROOT);
    return prefix + "0".repeat(DIGITS - number.length()) + number;
  }

  /** Whether a text can be a key with this prefix. */
  public static boolean isKey(String prefix, String text) {
    return text.length() == PREFIX + DIGITS
        && text.startsWith(prefix)
        && text.chars().skip(PREFIX).allMatch(ShortKey::isDigit);
  }

  private static boolean isDigit(int sign) {
    return (sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}

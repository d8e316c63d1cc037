package io.dingledger.local.sandbox.dingtalk;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * DingTalk's side of the encryption of callbacks. Written apart from the product's own, so that
 * each checks the other.
 *
 * <p>AES-256-CBC with a padding to 32 bytes over {@code 16 random bytes | length | text | owner
 * key}; the key's first half is the initialisation vector.
 *
 * @see <a href="https://github.com/open-dingtalk/DingTalk-Callback-Crypto">the official classes</a>
 */
final class CallbackCipher {
  /** How many random bytes stand before the text. */
  static final int RANDOM_BYTES = 16;

  private static final int PADDING_BLOCK = 32;
  private static final int LENGTH_BYTES = 4;

  private final String token;
  private final byte[] key;
  private final String ownerKey;

  CallbackCipher(String token, String aesKey, String ownerKey) {
    this.token = token;
    this.key = Base64.getDecoder().decode(aesKey + "=");
    this.ownerKey = ownerKey;
  }

  /** The text, encrypted behind these random bytes, in Base64. */
  String encrypted(String text, byte[] random) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    byte[] owner = ownerKey.getBytes(StandardCharsets.UTF_8);
    int content = RANDOM_BYTES + LENGTH_BYTES + message.length + owner.length;
    int padding = PADDING_BLOCK - content % PADDING_BLOCK;
    byte[] pad = new byte[padding];
    Arrays.fill(pad, (byte) padding);
    byte[] plain =
        ByteBuffer.allocate(content + padding)
            .put(random, 0, RANDOM_BYTES)
            .putInt(message.length)
            .put(message)
            .put(owner)
            .put(pad)
            .array();
    try {
      return Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(plain));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("whole blocks can be encrypted", impossible);
    }
  }

  /** The text; empty when it was not encrypted with this key for this owner. */
  Optional<String> decrypted(String encrypted) {
    try {
      byte[] plain = cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(encrypted));
      ByteBuffer buffer = ByteBuffer.wrap(plain, 0, plain.length - plain[plain.length - 1]);
      buffer.position(RANDOM_BYTES);
      byte[] message = new byte[buffer.getInt()];
      buffer.get(message);
      byte[] owner = new byte[buffer.remaining()];
      buffer.get(owner);
      return new String(owner, StandardCharsets.UTF_8).equals(ownerKey)
          ? Optional.of(new String(message, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (GeneralSecurityException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | BufferUnderflowException notOurs) {
      return Optional.empty();
    }
  }

  /** The signature over an encrypted text: SHA-1 of the sorted parts, in lower-case hexadecimal. */
  String signature(String timestamp, String nonce, String encrypted) {
    String joined =
        Stream.of(token, timestamp, nonce, encrypted).sorted().collect(Collectors.joining());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(joined.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has SHA-1", impossible);
    }
  }

  private Cipher cipher(int mode) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, RANDOM_BYTES));
    return cipher;
  }
}

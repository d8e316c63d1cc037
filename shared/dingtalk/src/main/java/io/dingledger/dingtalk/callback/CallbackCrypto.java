package io.dingledger.dingtalk.callback;

import io.dingledger.model.tenant.CallbackSettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * DingTalk's callback cryptography as pure functions (EV0233, EV0350; checked against vectors of
 * the official reference class).
 *
 * <p>Signature: lower-case hex SHA-1 over the sorted token, timestamp, nonce and ciphertext.
 * Content: AES-256-CBC, the key's first 16 bytes as the initial vector, padded to blocks of 32
 * bytes: {@code 16 random bytes | big-endian length | message | owner key}. {@code PKCS5Padding}
 * can't be used: it refuses a padding above 16.
 */
public final class CallbackCrypto {
  /** How many random bytes stand before a message. */
  public static final int RANDOM_BYTES = 16;

  private static final int AES_KEY_CHARACTERS = 43;
  private static final int CIPHER_BLOCK = 16;
  private static final int PADDING_BLOCK = 32;
  private static final int LENGTH_BYTES = 4;

  private CallbackCrypto() {}

  /** What {@link #open} gives: {@link Opened} or {@link Refused}. */
  public sealed interface Opening permits Opened, Refused {}

  /**
   * A verified, decrypted push.
   *
   * @param message the text, usually JSON
   * @param ownerKey the owner key that stood at its end; the reply must carry the same
   */
  public record Opened(String message, String ownerKey) implements Opening {}

  /** The signature that DingTalk would give these parts. */
  public static String signature(
      CallbackSettings callback, String timestamp, String nonce, String encrypt) {
    String[] parts = {callback.token().reveal(), timestamp, nonce, encrypt};
    Arrays.sort(parts);
    byte[] joined = String.join("", parts).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(joined));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has SHA-1", impossible);
    }
  }

  /** Verifies and decrypts a push. The signature is checked before anything is decrypted. */
  public static Opening open(CallbackSettings callback, CallbackRequest request) {
    String expected = signature(callback, request.timestamp(), request.nonce(), request.encrypt());
    if (!MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8),
        request.signature().getBytes(StandardCharsets.UTF_8))) {
      return new Refused(CallbackRefusal.SIGNATURE);
    }
    Optional<byte[]> key = aesKey(callback);
    if (key.isEmpty()) {
      return new Refused(CallbackRefusal.AES_KEY_UNUSABLE);
    }
    byte[] encrypted;
    try {
      encrypted = Base64.getDecoder().decode(request.encrypt());
    } catch (IllegalArgumentException notBase64) {
      return new Refused(CallbackRefusal.BASE64);
    }
    if (encrypted.length == 0 || encrypted.length % CIPHER_BLOCK != 0) {
      return new Refused(CallbackRefusal.BLOCK_LENGTH);
    }
    return content(callback, cipher(Cipher.DECRYPT_MODE, key.get(), encrypted));
  }

  private static Opening content(CallbackSettings callback, byte[] padded) {
    int padding = padded[padded.length - 1];
    if (!isPadding(padded, padding)) {
      return new Refused(CallbackRefusal.PADDING);
    }
    int end = padded.length - padding;
    int start = RANDOM_BYTES + LENGTH_BYTES;
    int length = end < start ? -1 : ByteBuffer.wrap(padded).getInt(RANDOM_BYTES);
    if (length < 0 || length > end - start) {
      return new Refused(CallbackRefusal.LENGTH);
    }
    String message = new String(padded, start, length, StandardCharsets.UTF_8);
    int ownerStart = start + length;
    String owner = new String(padded, ownerStart, end - ownerStart, StandardCharsets.UTF_8);
    return callback.ownerKeys().contains(owner)
        ? new Opened(message, owner)
        : new Refused(CallbackRefusal.OWNER_KEY);
  }

  private static boolean isPadding(byte[] padded, int padding) {
    if (padding < 1 || padding > PADDING_BLOCK || padding > padded.length) {
      return false;
    }
    int wrong = 0;
    for (int place = padded.length - padding; place < padded.length; place++) {
      wrong |= padded[place] ^ padding;
    }
    return wrong == 0;
  }

  /**
   * Encrypts and signs a message to DingTalk, usually {@code success}.
   *
   * @param ownerKey the owner key of the push that is answered
   * @param timestamp opaque text, for example epoch milliseconds
   * @param nonce opaque text
   * @param random16 {@value #RANDOM_BYTES} fresh random bytes
   * @throws IllegalArgumentException when there are not {@value #RANDOM_BYTES} random bytes or the
   *     app's AES key is unusable; the latter cannot happen after {@link #open} gave {@link Opened}
   */
  public static CallbackReply seal(
      CallbackSettings callback,
      String ownerKey,
      String message,
      String timestamp,
      String nonce,
      byte[] random16) {
    if (random16.length != RANDOM_BYTES) {
      throw new IllegalArgumentException("a callback reply needs exactly 16 random bytes");
    }
    byte[] key =
        aesKey(callback).orElseThrow(() -> new IllegalArgumentException("the AES key is unusable"));
    byte[] text = message.getBytes(StandardCharsets.UTF_8);
    byte[] owner = ownerKey.getBytes(StandardCharsets.UTF_8);
    int length = RANDOM_BYTES + LENGTH_BYTES + text.length + owner.length;
    int padding = PADDING_BLOCK - length % PADDING_BLOCK;
    byte[] tail = new byte[padding];
    Arrays.fill(tail, (byte) padding);
    byte[] padded =
        ByteBuffer.allocate(length + padding)
            .put(random16)
            .putInt(text.length)
            .put(text)
            .put(owner)
            .put(tail)
            .array();
    String encrypt = Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE, key, padded));
    return new CallbackReply(
        signature(callback, timestamp, nonce, encrypt), timestamp, nonce, encrypt);
  }

  /** The last character may have spare bits that are not zero; the JDK's decoder drops them. */
  private static Optional<byte[]> aesKey(CallbackSettings callback) {
    String text = callback.aesKey().reveal();
    if (text.length() != AES_KEY_CHARACTERS) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(text + "="));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static byte[] cipher(int mode, byte[] key, byte[] blocks) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      IvParameterSpec start = new IvParameterSpec(key, 0, CIPHER_BLOCK);
      cipher.init(mode, new SecretKeySpec(key, "AES"), start);
      return cipher.doFinal(blocks);
    } catch (GeneralSecurityException impossible) {
      // Whole blocks, a 32-byte key and no padding leave nothing that could be refused.
      throw new IllegalStateException("every Java platform has AES", impossible);
    }
  }
}

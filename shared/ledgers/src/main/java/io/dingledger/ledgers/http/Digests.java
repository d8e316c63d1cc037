package io.dingledger.ledgers.http;

import io.dingledger.model.tenant.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The digests that ledgers' signatures are made of. Texts are UTF-8, hexadecimals lower case. */
public final class Digests {
  private static final int FINGERPRINT = 12;

  private Digests() {}

  /** Base64 of a text. */
  public static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A SHA-256. */
  public static String sha256Hex(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** So much of a digest tells secrets apart, and is of no use for guessing one. */
  public static String fingerprint(Secret secret) {
    return sha256Hex(secret.reveal()).substring(0, FINGERPRINT);
  }

  /** An HMAC-SHA256 as hexadecimals; the key may not be empty. */
  public static String hmacHex(String text, String key) {
    return HexFormat.of().formatHex(hmac(text, key.getBytes(StandardCharsets.UTF_8)));
  }

  /** An HMAC-SHA256; the key may not be empty. */
  public static byte[] hmac(String text, byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }
}

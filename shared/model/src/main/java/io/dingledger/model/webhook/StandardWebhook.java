package io.dingledger.model.webhook;

import io.dingledger.model.tenant.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies messages by Standard Webhooks 1.0 with shared secrets ({@code v1},
 * HMAC-SHA256). Source: the specification of standard-webhooks and its public test vector.
 *
 * <p>What is signed is {@code id.timestamp.body}: the id that is the same for all tries, the time
 * of this try in seconds since 1970, and the body's very bytes, before anybody has parsed them. A
 * message may carry several signatures, so that a secret can be changed while messages are under
 * way: the sender signs with the new and the old one, and any match passes.
 *
 * <p>Pure: no clock, nothing remembered. That an id came before is for the receiver to remember.
 */
public final class StandardWebhook {
  /** The header that holds the message's id; the receiver's idempotency key. */
  public static final String ID = "webhook-id";

  /** The header that holds when this try was signed, in seconds since 1970. */
  public static final String TIMESTAMP = "webhook-timestamp";

  /** The header that holds the signatures, separated by spaces. */
  public static final String SIGNATURE = "webhook-signature";

  /** How far the sender's clock and ours may be apart by the specification's advice. */
  public static final Duration USUAL_TOLERANCE = Duration.ofMinutes(5);

  private static final String SECRET_PREFIX = "whsec_";
  private static final String VERSION = "v1,";
  private static final int SHORTEST_KEY = 24;
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_SIGNATURES = 4096;

  /** Without a full stop, which would let one message be read as another with the same text. */
  private static final Pattern IDENTIFIER = Pattern.compile("[!-\\-/-~]{1,256}");

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  /** What became of the check of a message. */
  public sealed interface Verification {
    /**
     * Somebody who has a secret signed this body.
     *
     * @param id the message's id; a message with an id that came before is a repeat
     * @param signedAt when this try was signed (UTC, whole seconds)
     */
    record Verified(String id, Instant signedAt) implements Verification {}

    /** The message must not be acted upon. */
    record Refused(Refusal why) implements Verification {}
  }

  /** Why a message is not acted upon. */
  public enum Refusal {
    /** A header is missing, or is there twice. */
    HEADER_MISSING,
    /** The id or the timestamp can't be read. */
    HEADER_UNREADABLE,
    /** It was signed too long ago: perhaps recorded by somebody and played again. */
    TOO_OLD,
    /** It was signed too far in the future: one of the clocks is wrong. */
    TOO_NEW,
    /** No signature was made with one of the secrets over this id, time and body. */
    SIGNATURE_WRONG,
    /** There is no usable secret to check with. */
    NO_SECRET
  }

  private StandardWebhook() {}

  /** Whether a text is a secret: {@code whsec_} and the Base64 of 24 to 64 bytes. */
  public static boolean isSecret(String text) {
    return key(text).isPresent();
  }

  /**
   * Whether a text can be a message's id: 1 to 256 visible ASCII characters without a full stop.
   */
  public static boolean isId(String text) {
    return IDENTIFIER.matcher(text).matches();
  }

  /**
   * The signature with one secret, {@code v1,} and Base64.
   *
   * @param at when this try is sent; its fraction of a second is dropped
   * @param body the bytes that are sent
   * @throws IllegalArgumentException when the id or the secret is none
   */
  public static String sign(String id, Instant at, byte[] body, Secret secret) {
    if (!isId(id)) {
      throw new IllegalArgumentException("not an id of a message");
    }
    byte[] key =
        key(secret.reveal()).orElseThrow(() -> new IllegalArgumentException("not a secret"));
    return VERSION
        + Base64.getEncoder()
            .encodeToString(hmac(key, id, Long.toString(at.getEpochSecond()), body));
  }

  /**
   * The three headers of a message, signed with each of the secrets.
   *
   * @throws IllegalArgumentException when the id or a secret is none, or there is no secret
   */
  public static Map<String, String> headers(
      String id, Instant at, byte[] body, List<Secret> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("nothing to sign with");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(ID, id);
    headers.put(TIMESTAMP, Long.toString(at.getEpochSecond()));
    headers.put(
        SIGNATURE,
        secrets.stream()
            .map(secret -> sign(id, at, body, secret))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  /**
   * Checks a message. Never throws for what the message says; takes the same time wherever a
   * signature differs.
   *
   * @param headers the request's headers; capitals in their names do not matter
   * @param body the bytes as they arrived
   * @param secrets any of them may have signed; what is no secret matches nothing
   * @param now the time here
   * @param tolerance how far the time of signing may be from {@code now}, either way
   */
  public static Verification verify(
      Map<String, String> headers,
      byte[] body,
      List<Secret> secrets,
      Instant now,
      Duration tolerance) {
    Optional<String> id = header(headers, ID);
    Optional<String> timestamp = header(headers, TIMESTAMP);
    Optional<String> signatures = header(headers, SIGNATURE);
    if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
      return new Verification.Refused(Refusal.HEADER_MISSING);
    }
    if (!isId(id.get())
        || !SECONDS.matcher(timestamp.get()).matches()
        || signatures.get().length() > LONGEST_SIGNATURES) {
      return new Verification.Refused(Refusal.HEADER_UNREADABLE);
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp.get()));
    return untimely(signedAt, now, tolerance)
        .or(() -> unsigned(id.get(), timestamp.get(), body, signatures.get(), secrets))
        .<Verification>map(Verification.Refused::new)
        .orElseGet(() -> new Verification.Verified(id.get(), signedAt));
  }

  private static Optional<Refusal> untimely(Instant signedAt, Instant now, Duration tolerance) {
    if (signedAt.isBefore(now.minus(tolerance))) {
      return Optional.of(Refusal.TOO_OLD);
    }
    return signedAt.isAfter(now.plus(tolerance)) ? Optional.of(Refusal.TOO_NEW) : Optional.empty();
  }

  private static Optional<Refusal> unsigned(
      String id, String timestamp, byte[] body, String signatures, List<Secret> secrets) {
    List<byte[]> keys =
        secrets.stream().map(secret -> key(secret.reveal())).flatMap(Optional::stream).toList();
    if (keys.isEmpty()) {
      return Optional.of(Refusal.NO_SECRET);
    }
    List<byte[]> given =
        Arrays.stream(signatures.split(" "))
            .filter(signature -> signature.startsWith(VERSION))
            .map(signature -> decoded(signature.substring(VERSION.length())))
            .flatMap(Optional::stream)
            .toList();
    for (byte[] key : keys) {
      byte[] expected = hmac(key, id, timestamp, body);
      if (given.stream().anyMatch(signature -> MessageDigest.isEqual(signature, expected))) {
        return Optional.empty();
      }
    }
    return Optional.of(Refusal.SIGNATURE_WRONG);
  }

  /** A header that is there under one spelling only; of two nobody knows which one was meant. */
  private static Optional<String> header(Map<String, String> headers, String name) {
    List<String> values =
        headers.entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase(name))
            .map(Map.Entry::getValue)
            .map(String::strip)
            .toList();
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  private static Optional<byte[]> key(String secret) {
    return secret.startsWith(SECRET_PREFIX)
        ? decoded(secret.substring(SECRET_PREFIX.length()))
            .filter(key -> key.length >= SHORTEST_KEY && key.length <= LONGEST_KEY)
        : Optional.empty();
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static byte[] hmac(byte[] key, String id, String timestamp, byte[] body) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream(body.length + 300);
    signed.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    signed.writeBytes(body);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(signed.toByteArray());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }
}

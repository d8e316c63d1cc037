package io.dingledger.platform.observe;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names under which logs and traces know tenants, documents and events. DingTalk's own
 * identifiers say nothing and stand as they are; tenants, and whatever holds the id of a person or
 * was chosen by a sender, stand as a digest that an operator can compute: {@code
 * docs/observability.md} says how.
 */
public final class LogNames {
  private static final int DIGITS = 12;

  /** Before a digest, so that nobody takes it for an identifier. */
  private static final String DIGEST = "~";

  /** What DingTalk gives its instances and pushes. */
  private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9._=-]{8,64}");

  /** A month of pay holds no name. */
  private static final Pattern MONTH = Pattern.compile("pay:\\d{4,9}-\\d\\d");

  /** The recorded form of a push that concerns no document. */
  private static final Pattern EVENT = Pattern.compile("event:(.*)", Pattern.DOTALL);

  /** Ours: a prefix, perhaps a day, and what must not be told. */
  private static final Pattern OURS =
      Pattern.compile(
          "((?:day|punch|notice|in:api|in:hose):(?:\\d{4}-\\d\\d-\\d\\d[:T])?)(.*)",
          Pattern.DOTALL);

  private LogNames() {}

  /** A tenant: twelve hexadecimal digits of the SHA-256 of its id. */
  public static String of(Tenant tenant) {
    return digest(tenant.id());
  }

  /**
   * A document: DingTalk's instance id, or what kind of document of ours it is, with its day and
   * twelve hexadecimal digits of the SHA-256 of tenant, {@code #} and the rest.
   */
  public static String of(Tenant tenant, DocumentId document) {
    String id = document.value();
    if (OPAQUE.matcher(id).matches() || MONTH.matcher(id).matches()) {
      return id;
    }
    Matcher event = EVENT.matcher(id);
    if (event.matches()) {
      return "event:" + event(tenant, event.group(1));
    }
    Matcher ours = OURS.matcher(id);
    return ours.matches()
        ? ours.group(1) + DIGEST + digest(tenant.id() + "#" + ours.group(2))
        : DIGEST + digest(tenant.id() + "#" + id);
  }

  /** An event: DingTalk's id, or a digest of whatever else it is, as of a document. */
  public static String event(Tenant tenant, String event) {
    return OPAQUE.matcher(event).matches() ? event : DIGEST + digest(tenant.id() + "#" + event);
  }

  /** The id that another system gave a message: always a digest. */
  public static String sent(Tenant tenant, String messageId) {
    return DIGEST + digest(tenant.id() + "#" + messageId);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}

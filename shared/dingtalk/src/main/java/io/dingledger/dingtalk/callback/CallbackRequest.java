package io.dingledger.dingtalk.callback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import java.util.Map;
import java.util.Optional;

/**
 * An encrypted push, taken apart but neither verified nor decrypted.
 *
 * @param signature as sent, lower-case hex
 * @param timestamp as sent: an opaque text, of seconds or milliseconds
 * @param nonce as sent
 * @param encrypt the ciphertext, base64
 */
public record CallbackRequest(String signature, String timestamp, String nonce, String encrypt)
    implements ParsedCallback {
  /**
   * The longest body that is read, in characters (a genuine one is ASCII): 256 Ki.
   *
   * <p>An approval event has about 1 KiB, but one row of a SyncHTTP push may carry a form of 64 KB
   * (EV0350) and base64 adds a third, so 64 KiB would refuse real pushes; three times that, with
   * room for the envelope, is still far below what a gateway or a queue takes.
   */
  public static final int LARGEST_BODY = 256 * 1024;

  /**
   * Takes a push apart. Names are looked up without regard to case; both {@code msg_signature} and
   * {@code signature} are in use (EV0232, EV0350), and the former wins.
   *
   * @param query the query parameters, decoded; null counts as none
   * @param body the body as text; null counts as empty
   */
  public static ParsedCallback parse(Map<String, String> query, String body) {
    if (body != null && body.length() > LARGEST_BODY) {
      return new Refused(CallbackRefusal.BODY_TOO_LARGE);
    }
    Optional<String> signature =
        parameter(query, "msg_signature").or(() -> parameter(query, "signature"));
    Optional<String> timestamp = parameter(query, "timestamp");
    Optional<String> nonce = parameter(query, "nonce");
    if (signature.isEmpty() || timestamp.isEmpty() || nonce.isEmpty()) {
      return new Refused(CallbackRefusal.PARAMETER_MISSING);
    }
    Optional<ObjectNode> content = JsonTexts.parseObject(body == null ? "" : body);
    if (content.isEmpty()) {
      return new Refused(CallbackRefusal.BODY_NOT_JSON);
    }
    String encrypt = JsonTexts.scalar(JsonTexts.field(content.get(), "encrypt"));
    if (encrypt.isBlank()) {
      return new Refused(CallbackRefusal.ENCRYPT_MISSING);
    }
    return new CallbackRequest(signature.get(), timestamp.get(), nonce.get(), encrypt);
  }

  private static Optional<String> parameter(Map<String, String> query, String name) {
    if (query == null) {
      return Optional.empty();
    }
    return query.entrySet().stream()
        .filter(entry -> name.equalsIgnoreCase(entry.getKey()))
        .map(Map.Entry::getValue)
        .filter(value -> value != null && !value.isBlank())
        .findFirst();
  }
}

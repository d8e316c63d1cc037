package io.dingledger.local.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.http.LoopbackServer;
import io.dingledger.local.http.Reply;
import io.dingledger.local.http.Request;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers as KMS does to the two requests that are made of it, and heeds the context. */
final class KeyService implements AutoCloseable {
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, ObjectNode> keys = new ConcurrentHashMap<>();
  private final LoopbackServer server = LoopbackServer.start(0, 1 << 20, this::answer);

  URI base() {
    return server.base();
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply answer(Request request) {
    try {
      JsonNode asked = json.readTree(request.text());
      return request.header("x-amz-target").endsWith("GenerateDataKey")
          ? made(asked)
          : opened(asked);
    } catch (JsonProcessingException wrong) {
      return Reply.text(
          400, "application/x-amz-json-1.1", "{\"__type\":\"SerializationException\"}");
    }
  }

  private Reply made(JsonNode asked) {
    byte[] key = new byte[32];
    byte[] name = new byte[40];
    new SecureRandom().nextBytes(key);
    new SecureRandom().nextBytes(name);
    ObjectNode made = JsonNodeFactory.instance.objectNode();
    made.put("Plaintext", Base64.getEncoder().encodeToString(key));
    made.put("CiphertextBlob", Base64.getEncoder().encodeToString(name));
    made.put("KeyId", asked.path("KeyId").asText());
    keys.put(
        made.get("CiphertextBlob").asText() + asked.path("EncryptionContext"), made.deepCopy());
    return Reply.text(200, "application/x-amz-json-1.1", made.toString());
  }

  private Reply opened(JsonNode asked) {
    ObjectNode known =
        keys.get(asked.path("CiphertextBlob").asText() + asked.path("EncryptionContext"));
    return known == null
        ? Reply.text(
            400, "application/x-amz-json-1.1", "{\"__type\":\"InvalidCiphertextException\"}")
        : Reply.text(200, "application/x-amz-json-1.1", known.toString());
  }
}

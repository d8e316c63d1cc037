package io.dingledger.local.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The two calls of KMS that the product makes, in memory: {@code GenerateDataKey} and {@code
 * Decrypt}, which is refused in another encryption context, as KMS does.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/">the API of KMS</a>
 */
final class KmsStandIn implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int KEY_BYTES = 32;
  private static final int OK = 200;
  private static final int REFUSED = 400;

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Wrapped> wrapped = new ConcurrentHashMap<>();

  private record Wrapped(String plain, JsonNode context) {}

  private KmsStandIn() throws IOException {
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", this::exchange);
    server.start();
  }

  static KmsStandIn start() {
    try {
      return new KmsStandIn();
    } catch (IOException impossible) {
      throw new UncheckedIOException("no port is free", impossible);
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = MAPPER.readTree(exchange.getRequestBody());
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      Optional<ObjectNode> answer =
          switch (String.valueOf(target)) {
            case "TrentService.GenerateDataKey" -> Optional.of(newKey(request));
            case "TrentService.Decrypt" -> decrypted(request);
            default -> Optional.empty();
          };
      ObjectNode refusal =
          JsonNodeFactory.instance.objectNode().put("__type", "InvalidCiphertextException");
      byte[] body = MAPPER.writeValueAsBytes(answer.orElse(refusal));
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(answer.isPresent() ? OK : REFUSED, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private ObjectNode newKey(JsonNode request) {
    String blob = text();
    String plain = text();
    wrapped.put(blob, new Wrapped(plain, request.path("EncryptionContext")));
    return JsonNodeFactory.instance
        .objectNode()
        .put("KeyId", request.path("KeyId").asText())
        .put("CiphertextBlob", blob)
        .put("Plaintext", plain);
  }

  private Optional<ObjectNode> decrypted(JsonNode request) {
    return Optional.ofNullable(wrapped.get(request.path("CiphertextBlob").asText()))
        .filter(found -> found.context().equals(request.path("EncryptionContext")))
        .map(
            found ->
                JsonNodeFactory.instance
                    .objectNode()
                    .put("KeyId", request.path("KeyId").asText())
                    .put("Plaintext", found.plain())
                    .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT"));
  }

  private String text() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}

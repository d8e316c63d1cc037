package io.dingledger.embedded.permission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dingledger.embedded.LocalClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * As much of AWS's KMS and STS as DingLedger uses, in this process: data keys under one key, bound
 * to their encryption context, and sessions of roles with tags. Who may do what is decided by
 * {@link GuardInterceptor} before a request comes here.
 */
public final class EmbeddedSecurity implements AutoCloseable {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final HttpServer server;
  private final SecureRandom random = new SecureRandom();
  private final byte[] master;
  private final ObjectMapper json = new ObjectMapper();

  private EmbeddedSecurity(HttpServer server) {
    this.server = server;
    this.master = bytes(32);
  }

  /** Starts it on a free port of this machine only. */
  public static EmbeddedSecurity start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      EmbeddedSecurity security = new EmbeddedSecurity(server);
      server.createContext("/", security::answer);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return security;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where it listens. */
  public URI endpoint() {
    return URI.create(
        "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort());
  }

  /** A client of its KMS. */
  public KmsClient keys(AwsCredentialsProvider credentials) {
    return keys(endpoint(), credentials);
  }

  /** A client of the KMS that listens there. */
  public static KmsClient keys(URI endpoint, AwsCredentialsProvider credentials) {
    return KmsClient.builder()
        .endpointOverride(endpoint)
        .region(LocalClients.REGION)
        .credentialsProvider(credentials)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  /** A client of its STS. */
  public StsClient roles(AwsCredentialsProvider credentials) {
    return StsClient.builder()
        .endpointOverride(endpoint())
        .region(LocalClients.REGION)
        .credentialsProvider(credentials)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    int status = 200;
    String answer;
    try {
      answer =
          switch (String.valueOf(target)) {
            case "TrentService.GenerateDataKey" -> dataKey(json.readTree(body));
            case "TrentService.Decrypt" -> opened(json.readTree(body));
            default -> session(body);
          };
    } catch (GeneralSecurityException altered) {
      status = 400;
      answer = "{\"__type\":\"InvalidCiphertextException\"}";
    }
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set("Content-Type", target == null ? "text/xml" : "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String dataKey(JsonNode request) throws GeneralSecurityException {
    byte[] plain = bytes(32);
    byte[] nonce = bytes(NONCE);
    Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, request);
    byte[] hidden = cipher.doFinal(plain);
    byte[] wrapped = Arrays.copyOf(nonce, NONCE + hidden.length);
    System.arraycopy(hidden, 0, wrapped, NONCE, hidden.length);
    return json.createObjectNode()
        .put("KeyId", request.path("KeyId").asText())
        .put("Plaintext", plain)
        .put("CiphertextBlob", wrapped)
        .toString();
  }

  private String opened(JsonNode request) throws GeneralSecurityException {
    byte[] wrapped = Base64.getDecoder().decode(request.path("CiphertextBlob").asText());
    Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(wrapped, NONCE), request);
    return json.createObjectNode()
        .put("KeyId", request.path("KeyId").asText())
        .put("Plaintext", cipher.doFinal(wrapped, NONCE, wrapped.length - NONCE))
        .toString();
  }

  private Cipher cipher(int mode, byte[] nonce, JsonNode request) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(master, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(request.path("EncryptionContext").toString().getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static String session(String body) {
    Map<String, String> fields = new TreeMap<>();
    for (String field : body.split("&")) {
      String[] parts = field.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    Map<String, String> tags = new TreeMap<>();
    for (int n = 1; fields.containsKey("Tags.member." + n + ".Key"); n++) {
      tags.put(fields.get("Tags.member." + n + ".Key"), fields.get("Tags.member." + n + ".Value"));
    }
    String role = fields.get("RoleArn");
    return """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
        <Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
        <SessionToken>%s</SessionToken><Expiration>%s</Expiration></Credentials>
        </AssumeRoleResult></AssumeRoleResponse>"""
        .formatted(
            Caller.accessKey(role.substring(role.lastIndexOf('/') + 1)),
            Caller.token(tags),
            Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}

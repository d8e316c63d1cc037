package io.dingledger.local.sandbox.dingtalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.sandbox.dingtalk.Push.Delivery;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Delivers events to a callback address as DingTalk does: encrypted, signed, over HTTP, repeated
 * when the answer is not an encrypted {@code success} in time, and given up after the last repeat.
 */
final class CallbackSender implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NONCE_BYTES = 8;

  private final CallbackCipher cipher;
  private final URI callback;
  private final PushPolicy policy;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Queue<Push> pushes = new ConcurrentLinkedQueue<>();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(executor).build();

  CallbackSender(CallbackCipher cipher, URI callback, PushPolicy policy, Clock clock) {
    this.cipher = cipher;
    this.callback = callback;
    this.policy = policy;
    this.clock = clock;
  }

  /** Delivers an event until it is accepted or given up. */
  CompletableFuture<Push> send(String eventId, ObjectNode event) {
    return CompletableFuture.supplyAsync(() -> sendNow(eventId, event), executor);
  }

  /** All pushes that came to an end. */
  List<Push> ended() {
    return List.copyOf(pushes);
  }

  /** Stops; pushes that wait for their repeat are given up. */
  @Override
  public void close() {
    executor.shutdownNow();
    http.shutdownNow();
  }

  private Push sendNow(String eventId, ObjectNode event) {
    List<Delivery> deliveries = new ArrayList<>();
    deliveries.add(deliver(event));
    for (Duration wait : policy.waits()) {
      if (deliveries.getLast().fault().isEmpty() || !slept(wait)) {
        break;
      }
      deliveries.add(deliver(event));
    }
    Push push = new Push(eventId, deliveries);
    pushes.add(push);
    return push;
  }

  private Delivery deliver(ObjectNode event) {
    String encrypted = cipher.encrypted(event.toString(), bytes(CallbackCipher.RANDOM_BYTES));
    String timestamp = String.valueOf(clock.millis());
    String nonce = HexFormat.of().formatHex(bytes(NONCE_BYTES));
    String signature = cipher.signature(timestamp, nonce, encrypted);
    HttpRequest request =
        HttpRequest.newBuilder(address(signature, timestamp, nonce))
            .timeout(policy.deadline())
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JsonNodeFactory.instance.objectNode().put("encrypt", encrypted).toString()))
            .build();
    long begin = System.nanoTime();
    Optional<String> fault = faultOf(request);
    return new Delivery(Duration.ofNanos(System.nanoTime() - begin), fault);
  }

  private URI address(String signature, String timestamp, String nonce) {
    return URI.create(
        "%s?signature=%s&msg_signature=%s&timestamp=%s&nonce=%s"
            .formatted(
                callback,
                signature,
                signature,
                timestamp,
                URLEncoder.encode(nonce, StandardCharsets.UTF_8)));
  }

  private Optional<String> faultOf(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return response.statusCode() == 200
          ? faultOf(JSON.readTree(response.body()))
          : Optional.of("status " + response.statusCode());
    } catch (JsonProcessingException unreadable) {
      return Optional.of("no JSON");
    } catch (HttpTimeoutException late) {
      return Optional.of("time-out");
    } catch (IOException unreachable) {
      return Optional.of(unreachable.getClass().getSimpleName());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.of("stopped");
    }
  }

  private Optional<String> faultOf(JsonNode answer) {
    String encrypted = answer.path("encrypt").asText();
    String expected =
        cipher.signature(
            answer.path("timeStamp").asText(), answer.path("nonce").asText(), encrypted);
    if (!expected.equals(answer.path("msg_signature").asText())) {
      return Optional.of("wrong signature");
    }
    return cipher.decrypted(encrypted).filter("success"::equals).isPresent()
        ? Optional.empty()
        : Optional.of("not success");
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static boolean slept(Duration wait) {
    try {
      Thread.sleep(wait);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

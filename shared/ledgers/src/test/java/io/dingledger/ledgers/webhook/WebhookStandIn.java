package io.dingledger.ledgers.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.ledgers.conformance.StandInServer;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A receiver of vouchers as a careful tenant would write it, on 127.0.0.1: it verifies signatures
 * by an implementation of its own, removes repeats by {@code webhook-id}, refuses what its chart
 * has not got, and tells what it holds. It forgets everything when it is closed.
 */
public final class WebhookStandIn implements AutoCloseable {
  /** The secret that it verifies with; invented. */
  public static final String SECRET = "whsec_c3RhbmQtaW4tc2VjcmV0LW9mLXRoaXJ0eS1ieXRlcw==";

  private static final String HOOK = "/hooks/catch/9f2c41d07b";
  private static final String LOOKUP = "/vouchers/5e8a90c3f1";
  private static final Set<String> ACCOUNTS = Set.of("6602.03", "2241", "1002");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final StandInServer server;
  private final Map<String, List<JsonNode>> books = new LinkedHashMap<>();
  private String secret = SECRET;
  private Optional<Reply> fixed = Optional.empty();
  private Optional<Call> last = Optional.empty();

  private WebhookStandIn() {
    server = StandInServer.start(new Receiver());
  }

  /** Starts one on any free port. */
  public static WebhookStandIn start() {
    return new WebhookStandIn();
  }

  /** Where it takes vouchers. */
  public URI address() {
    return server.address().resolve(HOOK);
  }

  /** Where it tells what it holds. */
  public URI lookupAddress() {
    return server.address().resolve(LOOKUP);
  }

  /** The settings of a connection to it. */
  public Map<String, String> settings() {
    return Map.of("readTimeoutSeconds", "3");
  }

  /** The secrets that go with {@link #settings}, in clear: they are invented. */
  public Map<String, String> secrets() {
    return Map.of("url", address().toString(), "secret", SECRET);
  }

  /** How many vouchers it holds. */
  public synchronized int vouchers() {
    return books.values().stream().mapToInt(List::size).sum();
  }

  /** How many it holds under a key. */
  public synchronized int countWithKey(String key) {
    return books.getOrDefault(key, List.of()).size();
  }

  /** What it holds under a key, as it arrived. */
  public synchronized List<JsonNode> held(String key) {
    return List.copyOf(books.getOrDefault(key, List.of()));
  }

  /** Books a voucher once more, as somebody could by hand. */
  public synchronized void bookAgain(String key) {
    books.get(key).add(books.get(key).getFirst());
  }

  /** Verifies with another secret from now on. */
  public synchronized void changeSecret(String other) {
    secret = other;
  }

  /** Answers everything with this from now on, and books nothing. */
  public synchronized void answer(Reply reply) {
    fixed = Optional.of(reply);
  }

  /** The call that arrived last. */
  public synchronized Call last() {
    return last.orElseThrow();
  }

  /** The HTTP side, with its troubles. */
  public StandInServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
  }

  private final class Receiver implements StandInServer.Books {
    @Override
    public Optional<Request> errand(Call call) {
      return Optional.of(call.path().equals(HOOK) ? Request.SEND : Request.ASK);
    }

    @Override
    public Reply answer(Call call) {
      synchronized (WebhookStandIn.this) {
        last = Optional.of(call);
        if (fixed.isPresent()) {
          return fixed.get();
        }
        if (!isSigned(call)) {
          return Reply.json(401, "{\"message\":\"bad signature\"}");
        }
        return switch (call.method() + " " + call.path()) {
          case "POST " + HOOK -> taken(call);
          case "GET " + LOOKUP -> told(call);
          default -> Reply.json(404, "{\"message\":\"no such page\"}");
        };
      }
    }

    @Override
    public Optional<Reply> trouble(Trouble trouble, Call call) {
      return Optional.empty();
    }
  }

  private boolean isSigned(Call call) {
    String signed =
        call.headers().get("webhook-id")
            + "."
            + call.headers().get("webhook-timestamp")
            + "."
            + call.body();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String expected =
          "v1,"
              + Base64.getEncoder()
                  .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
      String given = call.headers().getOrDefault("webhook-signature", "");
      return Arrays.asList(given.split(" ")).contains(expected);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Reply taken(Call call) {
    String id = call.headers().get("webhook-id");
    JsonNode data = tree(call.body()).path("data");
    if (books.containsKey(id)) {
      return number(id);
    }
    Optional<String> fault = fault(data);
    if (fault.isPresent()) {
      return Reply.json(422, JSON.createObjectNode().put("message", fault.get()).toString());
    }
    books.put(id, new ArrayList<>(List.of(data)));
    return number(id);
  }

  private Reply number(String id) {
    int number = new ArrayList<>(books.keySet()).indexOf(id) + 1;
    return Reply.json("{\"id\":\"" + id + "-1\",\"number\":\"记-" + number + "\"}");
  }

  private static Optional<String> fault(JsonNode data) {
    BigDecimal balance = BigDecimal.ZERO;
    for (JsonNode line : data.path("lines")) {
      String department = line.path("dimensions").path("department").asText();
      if (!ACCOUNTS.contains(line.path("account").asText())) {
        return Optional.of("unknown account");
      }
      if (line.path("account").asText().equals("6602.03") && !department.equals("BM000001")) {
        return Optional.of("no active department");
      }
      BigDecimal amount = new BigDecimal(line.path("amount").textValue());
      balance =
          line.path("side").asText().equals("debit")
              ? balance.add(amount)
              : balance.subtract(amount);
    }
    return balance.signum() == 0 ? Optional.empty() : Optional.of("debit and credit differ");
  }

  private Reply told(Call call) {
    String key = call.query().getOrDefault("key", "");
    if (!key.equals(call.headers().get("webhook-id"))) {
      return Reply.json(401, "{\"message\":\"signed for another key\"}");
    }
    List<JsonNode> held = books.getOrDefault(key, List.of());
    if (held.isEmpty()) {
      return Reply.json(404, "{\"found\":false}");
    }
    ObjectNode answer = JSON.createObjectNode().put("found", true).put("key", key);
    int number = new ArrayList<>(books.keySet()).indexOf(key) + 1;
    for (int place = 1; place <= held.size(); place++) {
      answer
          .withArray("vouchers")
          .addObject()
          .put("id", key + "-" + place)
          .put("number", "记-" + number)
          .set("lines", held.get(place - 1).path("lines"));
    }
    return Reply.json(answer.toString());
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException(notJson);
    }
  }
}

package io.dingledger.local.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dingledger.model.progress.DocumentState;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a document stands, as the system tells people.
 *
 * @param state its state
 * @param reasons the codes of why it waits or was ignored, and of what failed last
 * @param dueAt when the system goes on by itself
 */
public record Standing(DocumentState state, List<String> reasons, Optional<Instant> dueAt) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  public Standing {
    reasons = List.copyOf(reasons);
  }

  /**
   * All documents of a company, by id.
   *
   * @throws IOException when the system can't be asked
   */
  static Map<String, Standing> all(URI door, String tenant)
      throws IOException, InterruptedException {
    Map<String, Standing> all = new HashMap<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String cursor = "";
      do {
        JsonNode page = page(http, door, tenant, cursor);
        page.path("documents").forEach(each -> all.put(each.path("id").asText(), standing(each)));
        cursor = page.path("cursor").asText();
      } while (!cursor.isEmpty());
    }
    return all;
  }

  private static JsonNode page(HttpClient http, URI door, String tenant, String cursor)
      throws IOException, InterruptedException {
    String query =
        cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    URI address = door.resolve("/api/tenants/" + tenant + "/documents?limit=100" + query);
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    return JSON.readTree(answer.body());
  }

  private static Standing standing(JsonNode node) {
    List<String> reasons = new ArrayList<>();
    node.path("reasons").forEach(reason -> reasons.add(reason.path("code").asText()));
    if (node.has("failure")) {
      reasons.add(node.path("failure").path("code").asText());
    }
    return new Standing(
        DocumentState.valueOf(node.path("state").asText()),
        reasons.stream().filter(reason -> !reason.isEmpty()).toList(),
        Optional.of(node.path("dueAt").asText())
            .filter(text -> !text.isEmpty())
            .map(Instant::parse));
  }
}

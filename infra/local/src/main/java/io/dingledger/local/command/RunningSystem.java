package io.dingledger.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.DataFolder;
import io.dingledger.local.aws.AwsSystem;
import io.dingledger.model.failure.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A system as commands speak to it: by HTTP, with its token. It runs over a data folder, or its
 * interface alone runs in this process.
 */
public final class RunningSystem implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ObjectMapper json = new ObjectMapper();
  private final Object where;
  private final URI base;
  private final String token;
  private final Runnable closing;

  private RunningSystem(Object where, URI base, String token, Runnable closing) {
    this.where = where;
    this.base = base;
    this.token = token;
    this.closing = closing;
  }

  /**
   * A system whose interface runs in this process.
   *
   * @param owned is closed with it
   */
  static RunningSystem inThisProcess(URI base, String token, AwsSystem owned) {
    return new RunningSystem(base, base, token, owned::close);
  }

  /** Ends what was begun for this command; a system that runs by itself goes on. */
  @Override
  public void close() {
    closing.run();
  }

  /** Whether callbacks arrive at {@link #base} itself. */
  public boolean takesCallbacks() {
    return where != base;
  }

  /** Where it is reached. */
  public URI base() {
    return base;
  }

  /**
   * The system over a folder.
   *
   * @throws Refusal when none was ever opened there
   */
  public static RunningSystem over(Path folder) {
    DataFolder data = new DataFolder(folder);
    try {
      return new RunningSystem(
          folder,
          URI.create(Files.readString(data.frontDoor()).strip()),
          Files.readString(data.operatorToken()).strip(),
          () -> {});
    } catch (IOException | IllegalArgumentException none) {
      throw new Refusal(CommandFault.NOT_RUNNING, folder);
    }
  }

  /** An empty request body. */
  public static ObjectNode body() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * Reads.
   *
   * @param path the parts of the path below {@code /api/tenants/}, not yet encoded
   * @throws Refusal with what the system answers when it refuses
   */
  public JsonNode get(String query, String... path) {
    return sent(HttpRequest.newBuilder(address(query, path)).GET());
  }

  /** Reads below another path than that of tenants; as {@link #get}. */
  public JsonNode getAt(String... path) {
    return sent(HttpRequest.newBuilder(addressAt(path)).GET());
  }

  /** Changes something below another path than that of tenants; as {@link #get}. */
  public JsonNode postAt(ObjectNode body, String... path) {
    return sent(
        HttpRequest.newBuilder(addressAt(path)).POST(BodyPublishers.ofString(body.toString())));
  }

  /** Changes something; as {@link #get}. */
  public JsonNode post(ObjectNode body, String... path) {
    return sent(
        HttpRequest.newBuilder(address("", path)).POST(BodyPublishers.ofString(body.toString())));
  }

  /** Reads a file; as {@link #get}. */
  public Download download(String query, String... path) {
    HttpResponse<byte[]> answer =
        answered(HttpRequest.newBuilder(address(query, path)).GET(), BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw refusal(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
    }
    return new Download(answer.headers(), answer.body());
  }

  /**
   * A file.
   *
   * @param headers what the system said of it
   * @param content its bytes; not to be changed
   */
  public record Download(HttpHeaders headers, byte[] content) {
    /** A header's value, empty when it was not sent. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  private URI address(String query, String... path) {
    return base.resolve("/api/tenants/" + encoded(path) + query);
  }

  private URI addressAt(String... path) {
    return base.resolve("/api/" + encoded(path));
  }

  private static String encoded(String... path) {
    return Arrays.stream(path)
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  private JsonNode sent(HttpRequest.Builder request) {
    HttpResponse<String> answer = answered(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() / 100 != 2) {
      throw refusal(answer.statusCode(), answer.body());
    }
    return read(answer.body());
  }

  private <T> HttpResponse<T> answered(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          request.header("Authorization", "Bearer " + token).timeout(PATIENCE).build(), handler);
    } catch (IOException unreachable) {
      throw new Refusal(CommandFault.NOT_RUNNING, where);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Refusal(CommandFault.NOT_RUNNING, where);
    }
  }

  /** What is not JSON is not the system's: another program listens there. */
  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException notOurs) {
      throw new Refusal(CommandFault.NOT_RUNNING, where);
    }
  }

  private Refusal refusal(int status, String text) {
    JsonNode body = read(text);
    List<Reason> reasons = new ArrayList<>();
    body.path("reasons").forEach(each -> reasons.add(reason(each, status)));
    return new Refusal(reasons.isEmpty() ? List.of(reason(body, status)) : reasons);
  }

  private static Reason reason(JsonNode told, int status) {
    return new Reason(
        told.path("code").asText("HTTP-" + status),
        told.path("zh").asText(),
        told.path("en").asText());
  }
}

package io.dingledger.dingtalk.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * One HTTP request to DingTalk, at its app's pace, and the judgement of its answer. Nothing is
 * thrown.
 */
final class Exchange {
  /** A failure that is only about the pace: the place in the queue is a few seconds away. */
  private static final Duration SHORTEST_DELAY = Duration.ofSeconds(1);

  private final HttpClient http;
  private final InstantSource clock;
  private final Pauses pauses;
  private final Duration timeLimit;
  private final PerApp<Pace> paces = new PerApp<>(Pace::new);

  Exchange(HttpClient http, InstantSource clock, Pauses pauses, Duration timeLimit) {
    this.http = http;
    this.clock = clock;
    this.pauses = pauses;
    this.timeLimit = timeLimit;
  }

  /**
   * A request of either API.
   *
   * @param base scheme, host and perhaps a path prefix; a slash at its end does no harm
   * @param path from the base, with a leading slash
   * @param query parameters, not yet encoded
   * @param headers additional headers
   * @param body the JSON to post; without one it is a GET
   * @param secrets the credentials in all that; no failure repeats them
   */
  record Call(
      URI base,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      Optional<ObjectNode> body,
      List<Secret> secrets) {
    /** Query, headers and body hold credentials. */
    @Override
    public String toString() {
      return "Call[" + path + "]";
    }
  }

  /**
   * A successful answer.
   *
   * @param json its content
   * @param text the same, as received
   */
  record Received(ObjectNode json, String text) {
    /** Answers hold tokens and personal data. */
    @Override
    public String toString() {
      return "Received[" + text.length() + " characters]";
    }
  }

  /** Makes the call once, when it is the app's turn. */
  Answer<Received> make(AppKey app, Call call) {
    HttpRequest request;
    try {
      request = request(call);
    } catch (IllegalArgumentException notAnAddress) {
      return new Answer.Failed<>(DingTalkFault.BAD_ADDRESS.failure());
    }
    Pace.Turn turn = paces.of(app).next(clock.instant());
    if (!turn.given()) {
      return new Answer.Failed<>(DingTalkFault.TOO_FAST.failure().notBefore(SHORTEST_DELAY));
    }
    if (turn.delay().isPositive() && !pauses.pause(turn.delay())) {
      return new Answer.Failed<>(DingTalkFault.INTERRUPTED.failure());
    }
    return sent(request, call.secrets());
  }

  private Answer<Received> sent(HttpRequest request, List<Secret> secrets) {
    CompletableFuture<HttpResponse<String>> running =
        http.sendAsync(request, head -> new LimitedBody(DingTalkClient.LARGEST_ANSWER));
    try {
      // The request's own time-out ends with the headers; a body that drips must end too.
      HttpResponse<String> response = running.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
      HttpReply reply =
          new HttpReply(
              response.statusCode(), response.headers().firstValue("Retry-After"), response.body());
      return FailureClassifier.judge(reply, clock.instant(), secrets)
          .map(json -> new Received(json, reply.body()));
    } catch (TimeoutException tooSlow) {
      running.cancel(true);
      return new Answer.Failed<>(DingTalkFault.TIMEOUT.failure());
    } catch (InterruptedException stopped) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Failed<>(DingTalkFault.INTERRUPTED.failure());
    } catch (ExecutionException broken) {
      return new Answer.Failed<>(fault(broken.getCause()).failure());
    }
  }

  private static DingTalkFault fault(Throwable cause) {
    Throwable inner = cause;
    // The client wraps what a body subscriber reports into exceptions of its own.
    while (inner.getCause() != null && !(inner instanceof LimitedBody.TooLarge)) {
      inner = inner.getCause();
    }
    if (inner instanceof LimitedBody.TooLarge) {
      return DingTalkFault.ANSWER_TOO_LARGE;
    }
    return cause instanceof HttpTimeoutException
        ? DingTalkFault.TIMEOUT
        : DingTalkFault.UNREACHABLE;
  }

  private HttpRequest request(Call call) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(address(call))
            .timeout(timeLimit)
            .header("Accept", "application/json");
    call.headers().forEach(builder::header);
    if (call.body().isEmpty()) {
      return builder.GET().build();
    }
    return builder
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofString(JsonTexts.render(call.body().get())))
        .build();
  }

  private static URI address(Call call) {
    String query =
        new TreeMap<>(call.query())
            .entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    String base = call.base().toString().replaceFirst("/+$", "");
    return URI.create(base + call.path() + (query.isEmpty() ? "" : "?" + query));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

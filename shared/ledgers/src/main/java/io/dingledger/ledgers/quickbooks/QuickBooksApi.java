package io.dingledger.ledgers.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.HttpCall;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.ledgers.http.SharedToken;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The interface of one company. A question is repeated once after a lost token; what may change
 * something never is.
 */
final class QuickBooksApi {
  /** The most that one page may have, by Intuit's documents. */
  static final int ROWS = 1000;

  /** No company has so many pages of anything that we read. */
  static final int MOST_PAGES = 100;

  private static final String MINOR_VERSION = "minorversion=75";
  private static final Set<String> COUNTS = Set.of("startPosition", "maxResults", "totalCount");

  private final String company;
  private final LedgerHttp http;
  private final SharedToken tokens;
  private final Clock clock;

  QuickBooksApi(QuickBooksSettings settings, LedgerHttp http, SharedToken tokens, Clock clock) {
    this.company = settings.addresses().api() + "/v3/company/" + settings.realm() + "/";
    this.http = http;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Whether there is a token, or why there is none. */
  Answer<Token> token() {
    return tokens.token();
  }

  /**
   * All entities that a query finds.
   *
   * @param columns {@code *} or names
   * @param condition what follows {@code where}; empty for all
   */
  Answer<List<JsonNode>> all(String entity, String columns, String condition) {
    List<JsonNode> all = new ArrayList<>();
    String query =
        "select %s from %s%s"
            .formatted(columns, entity, condition.isEmpty() ? "" : " where " + condition);
    for (int page = 0; page < MOST_PAGES; page++) {
      String paged = "%s startposition %d maxresults %d".formatted(query, all.size() + 1, ROWS);
      switch (page(entity, paged)) {
        case Answer.Failed<List<JsonNode>> failed -> {
          return failed;
        }
        case Answer.Got<List<JsonNode>>(List<JsonNode> more) -> {
          all.addAll(more);
          if (more.size() < ROWS) {
            return new Answer.Got<>(List.copyOf(all));
          }
        }
      }
    }
    return failed(QuickBooksForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.ENDLESS, ROWS));
  }

  /**
   * The entities of a query without paging, for what there is one of. Posted, since the JDK's
   * client would repeat a GET by itself.
   */
  Answer<List<JsonNode>> page(String entity, String query) {
    URI target = URI.create(company + "query?" + MINOR_VERSION);
    HttpCall.Body body = new HttpCall.Body("application/text", query, StandardCharsets.UTF_8);
    return switch (asked(headers -> post(target, headers, body), true)) {
      case Answer.Failed<JsonNode>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<JsonNode>(JsonNode tree) -> entities(tree, entity);
    };
  }

  /**
   * Creates an entity, once.
   *
   * @param requestId by which QuickBooks knows a repeat
   * @param deadline when it is no longer sent (UTC)
   */
  Answer<JsonNode> create(
      TransactionKind kind, JsonNode content, String requestId, Instant deadline) {
    String entity = kind.entity().toLowerCase(Locale.ROOT);
    URI target = URI.create(company + entity + "?" + MINOR_VERSION + "&requestid=" + requestId);
    return posted(
        headers -> HttpCall.postJson(target, headers, Json.text(content)), Errand.SEND, deadline);
  }

  /** Uploads a file, once. */
  Answer<JsonNode> upload(HttpCall.Body body) {
    URI target = URI.create(company + "upload?" + MINOR_VERSION);
    return posted(
        headers -> new HttpCall("POST", target, headers, Optional.of(body), "application/json"),
        Errand.SEND,
        Instant.MAX);
  }

  private static HttpCall post(URI target, Map<String, String> headers, HttpCall.Body body) {
    return new HttpCall("POST", target, headers, Optional.of(body), "application/json");
  }

  private interface Call {
    HttpCall with(Map<String, String> headers);
  }

  private Answer<JsonNode> posted(Call call, Errand errand, Instant deadline) {
    return switch (tokens.token()) {
      case Answer.Failed<Token>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Token>(Token token) ->
          clock.instant().isAfter(deadline)
              ? new Answer.Failed<>(
                  QuickBooksForm.failure(FailureKind.TRANSIENT, QuickBooksReason.SLOW))
              : exchanged(call, token, errand);
    };
  }

  private Answer<JsonNode> asked(Call call, boolean mayRenew) {
    return switch (tokens.token()) {
      case Answer.Failed<Token>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Token>(Token token) -> {
        Answer<JsonNode> answer = exchanged(call, token, Errand.ASK);
        boolean lost =
            answer instanceof Answer.Failed<JsonNode>(Failure failure)
                && failure.kind() == FailureKind.TOKEN;
        yield lost && mayRenew ? asked(call, false) : answer;
      }
    };
  }

  private Answer<JsonNode> exchanged(Call call, Token token, Errand errand) {
    Map<String, String> headers = Map.of("Authorization", "Bearer " + token.value().reveal());
    Exchange exchange = http.exchange(call.with(headers));
    Answer<JsonNode> answer = Fault.read(exchange, errand);
    if (answer instanceof Answer.Failed<JsonNode>(Failure failure)
        && failure.kind() == FailureKind.TOKEN) {
      tokens.refused(token);
    }
    return answer;
  }

  /**
   * Absence is {@code {"QueryResponse":{}}}, perhaps with counts of zero, and nothing else; so
   * anything that is not understood, or contradicts itself, is no answer.
   */
  private static Answer<List<JsonNode>> entities(JsonNode tree, String entity) {
    JsonNode response = tree.path("QueryResponse");
    if (!response.isObject()) {
      return unreadable("no QueryResponse");
    }
    JsonNode found = response.path(entity);
    boolean counted = false;
    for (Map.Entry<String, JsonNode> field : response.properties()) {
      if (!field.getKey().equals(entity) && !COUNTS.contains(field.getKey())) {
        return unreadable("an unknown part of a QueryResponse");
      }
      counted |= !field.getKey().equals("startPosition") && field.getValue().asInt(0) > 0;
    }
    if (found.isMissingNode()) {
      return counted ? unreadable("a count without entities") : new Answer.Got<>(List.of());
    }
    List<JsonNode> entities = new ArrayList<>();
    for (JsonNode each : found) {
      if (!each.isObject() || Json.scalar(each.path("Id")).isEmpty()) {
        return unreadable("an entity without an id");
      }
      entities.add(each);
    }
    boolean readable = found.isArray() && !(counted && entities.isEmpty());
    return readable ? new Answer.Got<>(entities) : unreadable("entities");
  }

  private static Answer<List<JsonNode>> unreadable(String what) {
    return failed(QuickBooksForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, what));
  }

  private static Answer<List<JsonNode>> failed(Failure failure) {
    return new Answer.Failed<>(failure);
  }
}

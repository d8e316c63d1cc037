package io.dingledger.ledgers.chanjet;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.SettingValues;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.Failures;
import io.dingledger.ledgers.http.HttpCall;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.ledgers.http.SharedToken;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Tenant;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Calls Chanjet's open platform (畅捷通开放平台) for one organisation. A question is repeated once with
 * another token when the first is no longer accepted; what may change the ledger leaves once. Safe
 * for several threads.
 */
public final class ChanjetClient {
  private static final Duration SPARE = Duration.ofSeconds(5);
  private static final int BAD_REQUEST = 400;
  private static final int UNPROCESSABLE = 422;

  private final ChanjetConnection connection;
  private final LedgerHttp http;
  private final SharedToken tokens;
  private final Failures failures;

  /**
   * A request.
   *
   * @param method for example {@code POST}
   * @param pathAndQuery encoded, from the slash on
   * @param body JSON, if it has a body
   */
  public record Request(String method, String pathAndQuery, Optional<JsonNode> body) {
    /** Posts JSON. */
    public static Request post(String path, JsonNode body) {
      return new Request("POST", path, Optional.of(body));
    }

    /** Gets JSON. */
    public static Request get(String pathAndQuery) {
      return new Request("GET", pathAndQuery, Optional.empty());
    }
  }

  private ChanjetClient(ChanjetConnection connection, Failures failures, LedgerTools tools) {
    this.connection = connection;
    this.failures = failures;
    this.http = new LedgerHttp(connection.readTimeout(), tools.addresses(), tools.clock());
    LedgerHttp quick = new LedgerHttp(fetchTimeout(), tools.addresses(), tools.clock());
    this.tokens =
        new SharedToken(
            tools.tokens(),
            connection.tokenKey(),
            new RefreshedToken(connection, quick, failures, tools.clock()),
            failures,
            tools.clock());
  }

  /** A client for a connection that {@code Ledgers.check} found no fault with; calls nobody yet. */
  public static ChanjetClient of(
      Tenant tenant, SettingValues values, Failures failures, LedgerTools tools) {
    return new ChanjetClient(ChanjetConnection.of(tenant, values), failures, tools);
  }

  /** The longest that fetching a token and so many requests can take. */
  public Duration longest(int requests) {
    return fetchTimeout().plus(connection.readTimeout().multipliedBy(requests)).plus(SPARE);
  }

  /** Asks; a token that is no longer accepted is renewed once. */
  public Answer<JsonNode> ask(Request request) {
    return switch (tokens.token()) {
      case Answer.Failed<Token>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Token>(Token token) -> {
        Exchange exchange = exchanged(request, token);
        yield dropIfLost(exchange, token) ? askAgain(request) : read(exchange, Errand.ASK);
      }
    };
  }

  /** Asks while a sending is under way, whose time is bounded: no second try. */
  public Answer<JsonNode> askOnce(Request request) {
    return once(request, Errand.ASK);
  }

  /** Sends, once. What failed with a kind that says so may have had its effect. */
  public Answer<JsonNode> send(Request request) {
    return once(request, Errand.SEND);
  }

  private Answer<JsonNode> once(Request request, Errand errand) {
    return switch (tokens.token()) {
      case Answer.Failed<Token>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Token>(Token token) -> {
        Exchange exchange = exchanged(request, token);
        dropIfLost(exchange, token);
        yield read(exchange, errand);
      }
    };
  }

  /** A token that was fetched just now and is refused is not the cause, so it is kept. */
  private Answer<JsonNode> askAgain(Request request) {
    return switch (tokens.token()) {
      case Answer.Failed<Token>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Token>(Token token) -> read(exchanged(request, token), Errand.ASK);
    };
  }

  private boolean dropIfLost(Exchange exchange, Token token) {
    boolean lost = Gateway.losesToken(exchange, Gateway.object(exchange));
    if (lost) {
      tokens.refused(token);
    }
    return lost;
  }

  private Exchange exchanged(Request request, Token token) {
    Map<String, String> headers = new HashMap<>(connection.headers());
    headers.put("openToken", token.value().reveal());
    return http.exchange(
        request
            .body()
            .map(
                body ->
                    HttpCall.postJson(
                        connection.address(request.pathAndQuery()), headers, Json.text(body)))
            .orElseGet(() -> HttpCall.get(connection.address(request.pathAndQuery()), headers)));
  }

  /** A product's own refusal may come with 400 or 422; it is for the product to read. */
  private Answer<JsonNode> read(Exchange exchange, Errand errand) {
    Optional<JsonNode> object = Gateway.object(exchange);
    Optional<Failure> refusal = Gateway.refusal(exchange, object, errand, failures);
    if (refusal.isPresent()) {
      return new Answer.Failed<>(refusal.get());
    }
    if (isProductsRefusal(exchange) && object.filter(tree -> !isSilent(tree)).isPresent()) {
      return new Answer.Got<>(object.get());
    }
    Optional<Failure> failure = failures.ofTransport(exchange, errand);
    return failure.isPresent()
        ? new Answer.Failed<>(failure.get())
        : tree((Exchange.Answered) exchange, errand);
  }

  private static boolean isProductsRefusal(Exchange exchange) {
    return exchange instanceof Exchange.Answered answered
        && (answered.status() == BAD_REQUEST || answered.status() == UNPROCESSABLE);
  }

  private static boolean isSilent(JsonNode tree) {
    return Gateway.code(tree).isEmpty();
  }

  private Answer<JsonNode> tree(Exchange.Answered answered, Errand errand) {
    Optional<JsonNode> tree = Json.tree(answered.body());
    if (tree.isPresent()) {
      return new Answer.Got<>(tree.get());
    }
    FailureKind kind = errand.unclear();
    return new Answer.Failed<>(
        answered.isPage()
            ? failures.of(kind, LedgerReason.PAGE)
            : failures.of(kind, LedgerReason.UNREADABLE, "not JSON"));
  }

  private Duration fetchTimeout() {
    Duration longest = RefreshedToken.LONGEST_FETCH;
    return connection.readTimeout().compareTo(longest) < 0 ? connection.readTimeout() : longest;
  }
}

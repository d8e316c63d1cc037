package io.dingledger.ledgers.chanjet;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerReason;
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
import io.dingledger.model.tenant.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches access tokens by {@code /auth/v2/refreshToken}. Each refresh ends the access token and
 * the refresh token before it, so an answer without a readable life time is used all the same:
 * throwing it away would lose the authorisation.
 */
final class RefreshedToken implements SharedToken.Source {
  /** Shorter than the right to fetch, which {@link SharedToken} holds for two minutes. */
  static final Duration LONGEST_FETCH = Duration.ofSeconds(60);

  private static final Duration UNSTATED_LIFE = Duration.ofHours(12);
  private static final Duration LONGEST_LIFE = Duration.ofDays(30);

  /** The last part of a token's life in which it is renewed while it still works: a day of six. */
  private static final int RENEWED_IN_LAST = 6;

  private static final String OK = "200";
  private static final String SERVER_ERROR = "500";

  /** Codes by which the platform says that it does not know the app or its secret. */
  private static final Set<String> ABOUT_THE_APP = Set.of("4001", "4002", "50000", "50112");

  private final ChanjetConnection connection;
  private final LedgerHttp http;
  private final Failures failures;
  private final Clock clock;

  RefreshedToken(ChanjetConnection connection, LedgerHttp http, Failures failures, Clock clock) {
    this.connection = connection;
    this.http = http;
    this.failures = failures;
    this.clock = clock;
  }

  @Override
  public Answer<Token> fetch(Optional<Secret> renewal) {
    Secret credential = renewal.orElse(connection.refreshToken());
    String query =
        "/auth/v2/refreshToken?grantType=refresh_token&refreshToken="
            + URLEncoder.encode(credential.reveal(), StandardCharsets.UTF_8);
    Instant asked = clock.instant();
    Exchange exchange =
        http.exchange(HttpCall.get(connection.address(query), connection.headers()));
    Optional<JsonNode> tree = Gateway.object(exchange);
    Optional<Failure> refused = refused(exchange, tree);
    return refused.isPresent()
        ? new Answer.Failed<>(refused.get())
        : token(tree.orElseThrow().path("result"), credential, asked);
  }

  private Optional<Failure> refused(Exchange exchange, Optional<JsonNode> tree) {
    String code = tree.map(Gateway::code).orElse("");
    boolean stated = exchange instanceof Exchange.Answered answer && answer.status() < 500;
    if (!stated || code.isEmpty() || code.equals(SERVER_ERROR)) {
      return Optional.of(unstated(exchange));
    }
    Optional<Failure> limit = Gateway.limit((Exchange.Answered) exchange, tree, failures);
    if (limit.isPresent() || code.equals(OK)) {
      return limit;
    }
    return Optional.of(
        ABOUT_THE_APP.contains(code)
            ? failures.said(FailureKind.CONFIG, code, Words.of(tree.orElseThrow()))
            : failures.of(FailureKind.CONFIG, LedgerReason.RECONNECT, code));
  }

  /** Without a code nothing is known about the refresh token: it is tried again. */
  private Failure unstated(Exchange exchange) {
    return Gateway.throttled(exchange, failures)
        .or(() -> failures.ofTransport(exchange, Errand.LOGIN))
        .orElseGet(
            () -> failures.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, "refreshToken"));
  }

  private Answer<Token> token(JsonNode result, Secret used, Instant asked) {
    String access = Json.scalar(result.path("access_token"));
    String refresh = Json.scalar(result.path("refresh_token"));
    if (access.isEmpty()) {
      return new Answer.Failed<>(
          failures.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, "refreshToken"));
    }
    Duration life = life(Json.scalar(result.path("expires_in")));
    Instant ends = asked.plus(life);
    return new Answer.Got<>(
        new Token(
            Secret.of(access),
            ends.minus(life.dividedBy(RENEWED_IN_LAST)),
            ends,
            Optional.of(refresh.isEmpty() ? used : Secret.of(refresh))));
  }

  /** In seconds; a token whose end is not stated is tried for half a day. */
  private static Duration life(String stated) {
    if (!stated.matches("[1-9][0-9]{0,11}")) {
      return UNSTATED_LIFE;
    }
    Duration life = Duration.ofSeconds(Long.parseLong(stated));
    return life.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : life;
  }
}

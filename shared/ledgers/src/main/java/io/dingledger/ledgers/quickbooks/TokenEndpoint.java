package io.dingledger.ledgers.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Digests;
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
import io.dingledger.model.tenant.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Intuit's token endpoint. An access token lives an hour; each answer may bring a new refresh
 * token, which then is the only one to go on with.
 */
final class TokenEndpoint implements SharedToken.Source {
  /** A token is not used in its last minute, and renewed ten minutes before its end. */
  private static final Duration RENEWED_BEFORE = Duration.ofMinutes(10);

  private static final Duration UNUSED_BEFORE = Duration.ofMinutes(1);
  private static final int LONGEST_LIFE = 86_400;

  private final QuickBooksSettings settings;
  private final LedgerHttp http;
  private final Clock clock;

  TokenEndpoint(QuickBooksSettings settings, LedgerHttp http, Clock clock) {
    this.settings = settings;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Answer<Token> fetch(Optional<Secret> renewal) {
    Secret newest = renewal.orElse(settings.app().refreshToken());
    RefreshCredential before = RefreshCredential.of(newest);
    if (before.token().reveal().isEmpty()) {
      return new Answer.Failed<>(reconnect("not connected yet"));
    }
    return requested(
        "grant_type=refresh_token&refresh_token=" + encoded(before.token().reveal()), before);
  }

  /** Changes the code of a consent into tokens. */
  Answer<Token> exchanged(String code, URI redirect) {
    return requested(
        "grant_type=authorization_code&code="
            + encoded(code)
            + "&redirect_uri="
            + encoded(redirect.toString()),
        new RefreshCredential(Secret.of(""), Optional.empty()));
  }

  private Answer<Token> requested(String form, RefreshCredential before) {
    String basic =
        Digests.base64(settings.app().clientId() + ":" + settings.app().clientSecret().reveal());
    Exchange exchange =
        http.exchange(
            HttpCall.postForm(
                settings.addresses().token(), Map.of("Authorization", "Basic " + basic), form));
    if (!(exchange instanceof Exchange.Answered answered)) {
      return new Answer.Failed<>(
          QuickBooksForm.FAILURES.ofTransport(exchange, Errand.LOGIN).orElseThrow());
    }
    return switch (read(answered, before)) {
      case Answer.Failed<Token>(Failure failure) ->
          new Answer.Failed<>(Fault.traced(failure, answered));
      case Answer.Got<Token> got -> got;
    };
  }

  private Answer<Token> read(Exchange.Answered answered, RefreshCredential before) {
    Optional<JsonNode> tree = Json.tree(answered.body()).filter(JsonNode::isObject);
    String error = tree.map(root -> Json.scalar(root.path("error"))).orElse("");
    if (error.equals("invalid_grant")) {
      return new Answer.Failed<>(reconnect(error));
    }
    if (error.equals("invalid_client") || answered.status() == 401) {
      return new Answer.Failed<>(
          QuickBooksForm.failure(
              FailureKind.CONFIG,
              QuickBooksReason.CLIENT_REFUSED,
              error.isEmpty() ? "HTTP 401" : "invalid_client"));
    }
    Optional<Failure> transport = QuickBooksForm.FAILURES.ofTransport(answered, Errand.LOGIN);
    if (transport.isPresent()) {
      return new Answer.Failed<>(transport.get());
    }
    return tree.flatMap(root -> token(root, before))
        .<Answer<Token>>map(Answer.Got::new)
        .orElseGet(
            () ->
                new Answer.Failed<>(
                    QuickBooksForm.FAILURES.of(
                        FailureKind.TRANSIENT,
                        answered.isPage() ? LedgerReason.PAGE : LedgerReason.UNREADABLE,
                        "token")));
  }

  private Optional<Token> token(JsonNode root, RefreshCredential before) {
    String access = Json.scalar(root.path("access_token"));
    int life = root.path("expires_in").asInt(0);
    if (access.isEmpty() || life <= 0) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Duration lives = Duration.ofSeconds(Math.min(life, LONGEST_LIFE));
    return Optional.of(
        new Token(
            Secret.of(access),
            now.plus(earlier(lives, RENEWED_BEFORE)),
            now.plus(earlier(lives, UNUSED_BEFORE)),
            renewal(root, before, now)));
  }

  /** A life so short that nothing would be left of it is used for its half. */
  private static Duration earlier(Duration life, Duration before) {
    return life.compareTo(before.multipliedBy(2)) > 0 ? life.minus(before) : life.dividedBy(2);
  }

  private static Optional<Secret> renewal(JsonNode root, RefreshCredential before, Instant now) {
    String named = Json.scalar(root.path("refresh_token"));
    Optional<Instant> ends = hardEnd(root, now).or(before::ends);
    Secret newest = named.isEmpty() ? before.token() : Secret.of(named);
    return newest.reveal().isEmpty()
        ? Optional.empty()
        : Optional.of(new RefreshCredential(newest, ends).kept());
  }

  /**
   * The final end of the authorisation. Intuit announced the field (2025-11-12) and we have not
   * seen its name; it is known to tell a hard expiry, in seconds as its neighbour does.
   */
  private static Optional<Instant> hardEnd(JsonNode root, Instant now) {
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      String name = field.getKey().toLowerCase(Locale.ROOT);
      long seconds = field.getValue().asLong(0);
      if (name.contains("refresh_token") && name.contains("hard") && seconds > 0) {
        return Optional.of(now.plusSeconds(Math.min(seconds, 10L * 366 * LONGEST_LIFE)));
      }
    }
    return Optional.empty();
  }

  private static Failure reconnect(String why) {
    return QuickBooksForm.FAILURES.of(FailureKind.CONFIG, LedgerReason.RECONNECT, why);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

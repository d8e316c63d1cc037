package io.dingledger.ledgers.yonbip;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Digests;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.HttpCall;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.ledgers.http.SharedToken;
import io.dingledger.ledgers.yonbip.DataCentre.Addresses;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Secret;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Fetches the access token of an app of one's own (自建应用), signed with the app's secret. */
final class TokenSource implements SharedToken.Source {
  private static final String GOOD = "00000";
  private static final Duration EARLY = Duration.ofMinutes(5);

  /** Used where the answer does not say how long its token lives. */
  private static final long SHORT_LIFE = 600;

  private static final long LONGEST_LIFE = 86_400;

  private final YonbipSettings settings;
  private final DataCentre dataCentre;
  private final LedgerHttp http;
  private final Clock clock;

  TokenSource(YonbipSettings settings, DataCentre dataCentre, LedgerHttp http, Clock clock) {
    this.settings = settings;
    this.dataCentre = dataCentre;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Answer<Token> fetch(Optional<Secret> renewal) {
    return switch (dataCentre.addresses()) {
      case Answer.Failed<Addresses>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Addresses>(Addresses addresses) -> fetched(addresses.token());
    };
  }

  /** The query of a token request: parameters in the order of their names, joined and signed. */
  static String query(String appKey, String appSecret, long milliseconds) {
    String signed = "appKey" + appKey + "timestamp" + milliseconds;
    byte[] key = appSecret.getBytes(StandardCharsets.UTF_8);
    String signature = Base64.getEncoder().encodeToString(Digests.hmac(signed, key));
    return "?appKey="
        + URLEncoder.encode(appKey, StandardCharsets.UTF_8)
        + "&timestamp="
        + milliseconds
        + "&signature="
        + URLEncoder.encode(signature, StandardCharsets.UTF_8);
  }

  private Answer<Token> fetched(String address) {
    Instant now = clock.instant();
    String query = query(settings.appKey(), settings.appSecret().reveal(), now.toEpochMilli());
    Exchange exchange =
        http.exchange(
            HttpCall.get(
                YonbipSettings.under(address, settings.where().tokenPath() + query), Map.of()));
    Optional<Failure> failure = YonbipForm.FAILURES.ofTransport(exchange, Errand.LOGIN);
    if (failure.isPresent() || !(exchange instanceof Exchange.Answered answered)) {
      dataCentre.forget();
      return new Answer.Failed<>(failure.orElseThrow());
    }
    Optional<YonbipReply> reply = YonbipReply.read(answered.body());
    if (reply.isEmpty()) {
      return new Answer.Failed<>(YonbipVerdict.unreadable(answered, Errand.LOGIN, "the token"));
    }
    return reply.get().code().equals(GOOD)
        ? read(reply.get().data(), now)
        : new Answer.Failed<>(YonbipVerdict.ofLogin(reply.get()));
  }

  /** Old gateways nest {@code data} twice. */
  private static Answer<Token> read(JsonNode data, Instant now) {
    JsonNode inner = data.path("data").isObject() ? data.path("data") : data;
    String token = Json.scalar(inner.path("access_token"));
    if (token.isEmpty()) {
      return new Answer.Failed<>(
          YonbipForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, "the token"));
    }
    long life =
        Json.decimal(inner.path("expire"))
            .filter(seconds -> seconds.signum() > 0)
            .map(BigDecimal::longValue)
            .map(seconds -> Math.min(seconds, LONGEST_LIFE))
            .orElse(SHORT_LIFE);
    Duration lives = Duration.ofSeconds(life);
    Duration used =
        lives.compareTo(EARLY.multipliedBy(2)) > 0 ? lives.minus(EARLY) : lives.dividedBy(2);
    return new Answer.Got<>(new Token(Secret.of(token), now.plus(used), now.plus(lives)));
  }
}

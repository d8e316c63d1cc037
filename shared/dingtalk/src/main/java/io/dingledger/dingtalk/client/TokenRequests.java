package io.dingledger.dingtalk.client;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.client.Exchange.Received;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.access.Suites;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Suite;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Asks DingTalk for access tokens: of a company's own app with its secret (API0033), of a
 * third-party app with the suite's secret and newest ticket (API0038). Token calls do not count
 * against the monthly quota (API1432).
 */
final class TokenRequests {
  /** How long before its expiry a token is renewed. */
  static final Duration EARLY = Duration.ofMinutes(10);

  /** DingTalk's tokens live two hours; a longer life is not believed. */
  static final Duration LONGEST_LIFE = Duration.ofHours(2);

  /** What a token without a stated life is believed to have. */
  static final Duration UNSTATED_LIFE = Duration.ofSeconds(30);

  private static final String OWN_APP = "/v1.0/oauth2/accessToken";
  private static final String THIRD_PARTY_APP = "/v1.0/oauth2/corpAccessToken";
  private static final Pattern SECONDS = Pattern.compile("0*[1-9]\\d{0,8}");
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,2048}");

  private final Exchange exchange;
  private final Suites suites;
  private final InstantSource clock;

  TokenRequests(Exchange exchange, Suites suites, InstantSource clock) {
    this.exchange = exchange;
    this.suites = suites;
    this.clock = clock;
  }

  /**
   * What to ask with.
   *
   * @param key under which the token is shared
   * @param call the call, put together when it is needed: it takes the newest ticket
   */
  record Request(TokenKey key, Supplier<Answer<Exchange.Call>> call) {}

  /** How this app asks; a failure when its suite is not known. */
  Answer<Request> of(DingTalkApp app) {
    return switch (app.access()) {
      case DingTalkApp.Internal own ->
          new Answer.Got<>(new Request(key(app, own.clientId()), () -> ownApp(app, own)));
      case DingTalkApp.ThirdParty(String suiteId) ->
          suites
              .find(suiteId)
              .<Answer<Request>>map(
                  suite ->
                      new Answer.Got<>(
                          new Request(key(app, suite.suiteKey()), () -> thirdParty(app, suite))))
              .orElseGet(() -> new Answer.Failed<>(DingTalkFault.SUITE_UNKNOWN.failure()));
    };
  }

  /** A new token. Its life is counted from before the call: DingTalk began to count during it. */
  Answer<Token> ask(AppKey app, Request request) {
    return switch (request.call().get()) {
      case Answer.Failed<Exchange.Call>(var failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Exchange.Call>(Exchange.Call call) -> {
        // Tokens are compared by their times too, and stores may not keep nanoseconds.
        Instant asked = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        yield switch (exchange.make(app, call)) {
          case Answer.Failed<Received>(var failure) -> new Answer.Failed<>(failure);
          case Answer.Got<Received>(Received received) -> read(received.json(), asked);
        };
      }
    };
  }

  private static TokenKey key(DingTalkApp app, String clientId) {
    return new TokenKey(app.tenant(), app.corpId(), clientId, app.apiBase().toString());
  }

  private static Answer<Exchange.Call> ownApp(DingTalkApp app, DingTalkApp.Internal own) {
    ObjectNode body =
        JsonTexts.object()
            .put("appKey", own.clientId())
            .put("appSecret", own.clientSecret().reveal());
    return call(app, OWN_APP, body, List.of(own.clientSecret()));
  }

  private Answer<Exchange.Call> thirdParty(DingTalkApp app, Suite suite) {
    Optional<Secret> ticket = suites.ticket(suite.id());
    if (ticket.isEmpty()) {
      return new Answer.Failed<>(DingTalkFault.TICKET_MISSING.failure());
    }
    ObjectNode body =
        JsonTexts.object()
            .put("suiteKey", suite.suiteKey())
            .put("suiteSecret", suite.suiteSecret().reveal())
            .put("authCorpId", app.corpId())
            .put("suiteTicket", ticket.get().reveal());
    return call(app, THIRD_PARTY_APP, body, List.of(suite.suiteSecret(), ticket.get()));
  }

  private static Answer<Exchange.Call> call(
      DingTalkApp app, String path, ObjectNode body, List<Secret> secrets) {
    return new Answer.Got<>(
        new Exchange.Call(app.apiBase(), path, Map.of(), Map.of(), Optional.of(body), secrets));
  }

  private static Answer<Token> read(ObjectNode content, Instant asked) {
    String value = scalar(field(content, "accessToken"));
    if (!TOKEN.matcher(value).matches()) {
      return new Answer.Failed<>(DingTalkFault.UNREADABLE.failure());
    }
    String seconds = scalar(field(content, "expireIn")).strip();
    Duration stated =
        SECONDS.matcher(seconds).matches()
            ? Duration.ofSeconds(Long.parseLong(seconds))
            : UNSTATED_LIFE;
    Duration life = stated.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : stated;
    return new Answer.Got<>(new Token(Secret.of(value), asked.plus(use(life)), asked.plus(life)));
  }

  /** Ten minutes less than its life; half of a life that is too short for that. */
  private static Duration use(Duration life) {
    return life.compareTo(EARLY.multipliedBy(2)) > 0 ? life.minus(EARLY) : life.dividedBy(2);
  }
}

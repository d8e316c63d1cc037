package io.dingledger.ledgers.u8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.http.Digests;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.HttpCall;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.ledgers.http.SharedToken;
import io.dingledger.ledgers.u8.U8Settings.Parties;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Calls the platform with the shared token. A question is repeated once with a fresh token; a
 * command is never repeated.
 */
final class U8Platform {
  /** A token is fetched within the time for which the right to fetch it is held. */
  private static final Duration LONGEST_LOGIN = Duration.ofSeconds(30);

  /** The platform's tokens live 7200 seconds. */
  private static final Duration TOKEN_LIVES = Duration.ofSeconds(7200);

  private static final Duration EARLY = Duration.ofMinutes(5);
  private static final Duration SPARE = Duration.ofSeconds(5);

  private final U8Settings settings;
  private final LedgerHttp http;
  private final LedgerHttp loginHttp;
  private final SharedToken token;
  private final Clock clock;

  U8Platform(LedgerConnection connection, U8Settings settings, LedgerTools tools) {
    this.settings = settings;
    this.clock = tools.clock();
    this.http = new LedgerHttp(settings.readTimeout(), tools.addresses(), clock);
    Duration login =
        settings.readTimeout().compareTo(LONGEST_LOGIN) < 0
            ? settings.readTimeout()
            : LONGEST_LOGIN;
    this.loginHttp = new LedgerHttp(login, tools.addresses(), clock);
    this.token =
        new SharedToken(
            tools.tokens(),
            tokenKey(connection, settings),
            renewal -> fetched(),
            U8Form.FAILURES,
            clock);
  }

  /** Another secret is another token, so that a changed one takes effect at once. */
  private static TokenKey tokenKey(LedgerConnection connection, U8Settings settings) {
    Parties parties = settings.parties();
    String secret = Digests.fingerprint(parties.appSecret());
    return new TokenKey(
        connection.tenant(),
        parties.fromAccount(),
        parties.appKey() + "#" + secret,
        settings.server());
  }

  /** Asks; an answer that is not good is among the answers, one that can't be read is a failure. */
  Answer<U8Reply> question(String path, Map<String, String> parameters) {
    return question(path, parameters, true);
  }

  /** Sends, once. */
  Answer<U8Reply> command(String path, Map<String, String> parameters, ObjectNode body) {
    return switch (token.token()) {
      case Answer.Failed<Token>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Token>(Token pass) -> {
        HttpCall call =
            HttpCall.postJson(
                settings.address(path, with(pass, parameters)), Map.of(), Json.text(body));
        Answer<U8Reply> answer = read(http.exchange(call), Errand.SEND);
        if (refusesToken(answer)) {
          token.refused(pass);
        }
        yield answer;
      }
    };
  }

  /** A token; for trying the connection out. */
  Answer<Token> token() {
    return token.token();
  }

  /** The longest that a command, and a question with at most one renewed token, can take. */
  Duration longestCommandAndQuestion() {
    return settings
        .readTimeout()
        .multipliedBy(3)
        .plus(loginHttp.readTimeout().multipliedBy(2))
        .plus(SPARE);
  }

  private Answer<U8Reply> question(String path, Map<String, String> parameters, boolean mayRenew) {
    return switch (token.token()) {
      case Answer.Failed<Token>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Token>(Token pass) -> {
        HttpCall call = HttpCall.get(settings.address(path, with(pass, parameters)), Map.of());
        Answer<U8Reply> answer = read(http.exchange(call), Errand.ASK);
        if (!refusesToken(answer)) {
          yield answer;
        }
        token.refused(pass);
        yield mayRenew ? question(path, parameters, false) : answer;
      }
    };
  }

  private static boolean refusesToken(Answer<U8Reply> answer) {
    return answer instanceof Answer.Got<U8Reply>(U8Reply reply) && reply.refusesToken();
  }

  private Map<String, String> with(Token pass, Map<String, String> parameters) {
    Parties parties = settings.parties();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("from_account", parties.fromAccount());
    all.put("to_account", parties.toAccount());
    all.put("app_key", parties.appKey());
    all.put("token", pass.value().reveal());
    all.put("ds_sequence", parties.dataSource());
    all.putAll(parameters);
    return all;
  }

  private static Answer<U8Reply> read(Exchange exchange, Errand errand) {
    Optional<Failure> failure = U8Form.FAILURES.ofTransport(exchange, errand);
    if (failure.isPresent() || !(exchange instanceof Exchange.Answered answered)) {
      return new Answer.Failed<>(failure.orElseThrow());
    }
    return U8Reply.read(answered.body())
        .<Answer<U8Reply>>map(Answer.Got::new)
        .orElseGet(() -> new Answer.Failed<>(U8Verdict.unreadable(answered, errand)));
  }

  private Answer<Token> fetched() {
    Instant now = clock.instant();
    Parties parties = settings.parties();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("from_account", parties.fromAccount());
    parameters.put("app_key", parties.appKey());
    parameters.put("app_secret", parties.appSecret().reveal());
    HttpCall call = HttpCall.get(settings.address("/system/token", parameters), Map.of());
    return switch (read(loginHttp.exchange(call), Errand.LOGIN)) {
      case Answer.Failed<U8Reply>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<U8Reply>(U8Reply reply) -> given(reply, now);
    };
  }

  /**
   * A refusal's words may repeat what was sent, the secret included; only its code is passed on.
   */
  private static Answer<Token> given(U8Reply reply, Instant now) {
    if (!reply.isGood()) {
      return new Answer.Failed<>(
          U8Form.FAILURES.said(
              U8Verdict.kindOfLogin(reply), reply.code(), "开放平台没有给出令牌；请核对调用方账号、应用编码与密钥"));
    }
    String id = Json.scalar(reply.tree().path("token").path("id"));
    return id.isEmpty()
        ? new Answer.Failed<>(
            U8Form.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, "the token"))
        : new Answer.Got<>(
            new Token(Secret.of(id), now.plus(TOKEN_LIVES).minus(EARLY), now.plus(TOKEN_LIVES)));
  }
}

package io.dingledger.ledgers.yonbip;

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
import io.dingledger.ledgers.yonbip.DataCentre.Addresses;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.LedgerConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Calls a tenant's gateway with the shared token. A question is repeated once with a fresh token; a
 * command is never repeated.
 */
final class YonbipGateway {
  /** Look-up and token together stay shorter than the right to fetch a token. */
  private static final Duration LONGEST_LOGIN_STEP = Duration.ofSeconds(45);

  private static final Duration SPARE = Duration.ofSeconds(5);

  private final YonbipSettings settings;
  private final LedgerHttp http;
  private final Duration loginStep;
  private final DataCentre dataCentre;
  private final SharedToken token;

  private record Pass(Addresses addresses, Token token) {
    @Override
    public String toString() {
      return "Pass[***]";
    }
  }

  YonbipGateway(LedgerConnection connection, YonbipSettings settings, LedgerTools tools) {
    Clock clock = tools.clock();
    this.settings = settings;
    this.http = new LedgerHttp(settings.readTimeout(), tools.addresses(), clock);
    this.loginStep =
        settings.readTimeout().compareTo(LONGEST_LOGIN_STEP) < 0
            ? settings.readTimeout()
            : LONGEST_LOGIN_STEP;
    LedgerHttp loginHttp = new LedgerHttp(loginStep, tools.addresses(), clock);
    this.dataCentre = new DataCentre(settings.where(), loginHttp, clock);
    this.token =
        new SharedToken(
            tools.tokens(),
            tokenKey(connection, settings),
            new TokenSource(settings, dataCentre, loginHttp, clock),
            YonbipForm.FAILURES,
            clock);
  }

  /** Another secret is another token, so that a changed one takes effect at once. */
  private static TokenKey tokenKey(LedgerConnection connection, YonbipSettings settings) {
    String secret = Digests.fingerprint(settings.appSecret());
    return new TokenKey(
        connection.tenant(),
        settings.where().account(),
        settings.appKey() + "#" + secret,
        settings.where().authority());
  }

  /** Asks; an answer that is not good is among the answers, one that can't be read is a failure. */
  Answer<YonbipReply> question(String path, ObjectNode body) {
    return question(path, body, true);
  }

  /** Sends, once. */
  Answer<YonbipReply> command(String path, ObjectNode body) {
    return switch (pass()) {
      case Answer.Failed<Pass>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Pass>(Pass pass) -> {
        Answer<YonbipReply> answer = exchanged(pass, path, body, Errand.SEND);
        if (refusesToken(answer)) {
          renew(pass);
        }
        yield answer;
      }
    };
  }

  /** Where the data centre is; for trying the connection out. */
  Answer<Addresses> addresses() {
    return dataCentre.addresses();
  }

  /** A token; for trying the connection out. */
  Answer<Token> token() {
    return token.token();
  }

  /** The longest that a command can take: look-up, token and the command itself. */
  Duration longestCommand() {
    return settings.readTimeout().plus(loginStep.multipliedBy(2)).plus(SPARE);
  }

  private Answer<YonbipReply> question(String path, ObjectNode body, boolean mayRenew) {
    return switch (pass()) {
      case Answer.Failed<Pass>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Pass>(Pass pass) -> {
        Answer<YonbipReply> answer = exchanged(pass, path, body, Errand.ASK);
        if (!refusesToken(answer)) {
          yield answer;
        }
        renew(pass);
        yield mayRenew ? question(path, body, false) : answer;
      }
    };
  }

  private static boolean refusesToken(Answer<YonbipReply> answer) {
    return answer instanceof Answer.Got<YonbipReply>(YonbipReply reply) && reply.refusesToken();
  }

  private void renew(Pass lost) {
    token.refused(lost.token());
    dataCentre.forget();
  }

  private Answer<Pass> pass() {
    return switch (token.token()) {
      case Answer.Failed<Token>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Token>(Token got) ->
          dataCentre.addresses().map(addresses -> new Pass(addresses, got));
    };
  }

  private Answer<YonbipReply> exchanged(Pass pass, String path, ObjectNode body, Errand errand) {
    String query =
        "?access_token=" + URLEncoder.encode(pass.token().value().reveal(), StandardCharsets.UTF_8);
    Exchange exchange =
        http.exchange(
            HttpCall.postJson(
                YonbipSettings.under(pass.addresses().gateway(), path + query),
                Map.of(),
                Json.text(body)));
    Optional<Failure> failure = YonbipForm.FAILURES.ofTransport(exchange, errand);
    if (failure.isPresent()) {
      moved(failure.get());
      return new Answer.Failed<>(failure.get());
    }
    Exchange.Answered answered = (Exchange.Answered) exchange;
    return YonbipReply.read(answered.body())
        .<Answer<YonbipReply>>map(Answer.Got::new)
        .orElseGet(
            () -> new Answer.Failed<>(YonbipVerdict.unreadable(answered, errand, "no code")));
  }

  /** A gateway that is not there, or knows nothing of the path, may be the tenant's former one. */
  private void moved(Failure failure) {
    if (failure.kind() == FailureKind.CONFIG
        || failure.code().equals(LedgerReason.NOT_REACHED.code())) {
      dataCentre.forget();
    }
  }
}

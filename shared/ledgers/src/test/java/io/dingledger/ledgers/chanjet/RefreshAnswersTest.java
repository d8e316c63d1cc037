package io.dingledger.ledgers.chanjet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.ledgers.conformance.StandInServer;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import io.dingledger.ledgers.http.AddressFilter;
import io.dingledger.ledgers.http.Failures;
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshAnswersTest implements StandInServer.Books {
  private static final Instant NOW = Instant.parse("2026-03-31T01:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final List<Call> calls = new ArrayList<>();
  private Reply reply = Reply.json("");

  @Override
  public Optional<Request> errand(Call call) {
    return Optional.empty();
  }

  @Override
  public Reply answer(Call call) {
    calls.add(call);
    return reply;
  }

  @Override
  public Optional<Reply> trouble(Trouble trouble, Call call) {
    return Optional.empty();
  }

  private Answer<Token> fetched(int status, String body) {
    reply = Reply.json(status, body);
    try (StandInServer server = StandInServer.start(this)) {
      ChanjetConnection connection =
          new ChanjetConnection(
              Tenant.verified("corp"),
              server.address().toString(),
              "demo-app",
              Secret.of("demo-secret"),
              Secret.of("first/+ token"),
              Duration.ofSeconds(2));
      LedgerHttp http = new LedgerHttp(Duration.ofSeconds(2), AddressFilter.ANY, CLOCK);
      return new RefreshedToken(connection, http, new Failures("chanjet-tplus"), CLOCK)
          .fetch(Optional.empty());
    }
  }

  private Token token(String result) {
    Answer<Token> answer = fetched(200, "{\"code\":\"200\",\"result\":" + result + "}");
    return assertInstanceOf(
        Token.class, assertInstanceOf(Answer.Got.class, answer, answer::toString).value());
  }

  @Test
  void theRequestCarriesTheAppInHeadersAndTheTokenEncoded() {
    fetched(200, "{}");
    Call call = calls.getFirst();
    assertEquals("GET", call.method());
    assertEquals("/auth/v2/refreshToken", call.path());
    assertEquals("grantType=refresh_token&refreshToken=first%2F%2B+token", call.rawQuery());
    assertEquals("demo-app", call.headers().get("appkey"));
    assertEquals("demo-secret", call.headers().get("appsecret"));
  }

  @Test
  void theDocumentedAnswerIsAToken() {
    Token token =
        token(
            """
            {"access_token":"a","expires_in":"518400","refresh_token":"r","org_id":"9"}""");
    assertEquals(Secret.of("a"), token.value());
    assertEquals(Optional.of(Secret.of("r")), token.renewal());
    assertEquals(NOW.plus(Duration.ofDays(6)), token.expiresAt());
    assertEquals(NOW.plus(Duration.ofDays(5)), token.renewAt());
  }

  @ParameterizedTest
  @CsvSource({
    "518400, 518400",
    "'\"\"', 43200",
    "null, 43200",
    "-1, 43200",
    "99999999999, 2592000"
  })
  void aLifeThatCannotBeReadNeverThrowsTheTokenAway(String stated, long seconds) {
    Token token =
        token("{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":" + stated + "}");
    assertEquals(NOW.plusSeconds(seconds), token.expiresAt());
  }

  @Test
  void withoutANewRefreshTokenTheUsedOneIsKept() {
    Token token = token("{\"access_token\":\"a\",\"expires_in\":60}");
    assertEquals(Optional.of(Secret.of("first/+ token")), token.renewal());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"code\":\"4001\"}                   | CONFIG    | 4001",
        "200 | {\"code\":\"4002\"}                   | CONFIG    | 4002",
        "200 | {\"code\":\"4006\"}                   | CONFIG    | LEDGER-RECONNECT",
        "400 | {\"code\":\"4008\"}                   | CONFIG    | LEDGER-RECONNECT",
        "401 | {\"code\":\"50000\"}                  | CONFIG    | 50000",
        "401 | {\"code\":\"50112\"}                  | QUOTA     | 50112",
        "403 | {\"code\":\"50112\"}                  | CONFIG    | 50112",
        "200 | {\"code\":\"14002\"}                  | THROTTLE  | 14002",
        "409 | {\"error\":\"slow down\"}             | THROTTLE  | HTTP-409",
        "200 | {\"code\":\"500\"}                    | TRANSIENT | LEDGER-UNREADABLE",
        "500 | {\"code\":\"50000\"}                  | TRANSIENT | HTTP-500",
        "502 | <html></html>                         | TRANSIENT | HTTP-502",
        "200 | <html></html>                         | TRANSIENT | LEDGER-UNREADABLE",
        "200 | {}                                    | TRANSIENT | LEDGER-UNREADABLE",
        "200 | {\"code\":\"200\",\"result\":null}    | TRANSIENT | LEDGER-UNREADABLE",
        "404 | nothing here                          | CONFIG    | HTTP-404"
      })
  void everyRefusalHasItsKind(int status, String body, String kind, String code) {
    Failure failure = assertInstanceOf(Answer.Failed.class, fetched(status, body)).failure();
    assertEquals(kind + " " + code, failure.kind() + " " + failure.code());
    assertFalse(failure.toString().contains("first/+ token"));
  }
}

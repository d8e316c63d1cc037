package io.dingledger.ledgers.chanjet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.SettingValues;
import io.dingledger.ledgers.chanjet.ChanjetClient.Request;
import io.dingledger.ledgers.conformance.MemoryExports;
import io.dingledger.ledgers.conformance.MemoryTokens;
import io.dingledger.ledgers.http.AddressFilter;
import io.dingledger.ledgers.http.Failures;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.tplus.TplusType;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TokenRefreshTest {
  private static final LedgerDescription FORM = new TplusType().description();
  private static final Instant START = Instant.parse("2026-03-31T01:00:00Z");
  private static final Request QUESTION = Request.post("/ask", Json.object());

  private final ScriptedPlatform platform = new ScriptedPlatform();
  private final MemoryTokens tokens = new MemoryTokens();

  TokenRefreshTest() {
    platform.answers(200, "{\"code\":\"0\"}");
  }

  @AfterEach
  void close() {
    platform.close();
  }

  private ChanjetClient client(Instant now) {
    return client(now, PlatformDoor.APP_SECRET, PlatformDoor.FIRST_REFRESH_TOKEN);
  }

  private ChanjetClient client(Instant now, String appSecret, String refreshToken) {
    Map<String, String> settings = new HashMap<>(platform.settings());
    settings.put("readTimeoutSeconds", "2");
    Tenant tenant = Tenant.verified("corp");
    LedgerConnection connection =
        new LedgerConnection(
            tenant,
            "chanjet-tplus",
            settings,
            Map.of("appSecret", Secret.of(appSecret), "refreshToken", Secret.of(refreshToken)),
            Duration.ZERO);
    LedgerTools tools =
        new LedgerTools(
            tokens, new MemoryExports(), AddressFilter.ANY, Clock.fixed(now, ZoneOffset.UTC));
    return ChanjetClient.of(
        tenant, SettingValues.of(connection, FORM), new Failures("chanjet-tplus"), tools);
  }

  private static void good(Answer<JsonNode> answer) {
    assertInstanceOf(Answer.Got.class, answer, answer::toString);
  }

  private static Failure failed(Answer<JsonNode> answer) {
    return assertInstanceOf(Answer.Failed.class, answer).failure();
  }

  @Nested
  class OneTokenServesAll {
    @Test
    void aSecondCopyUsesTheTokenOfTheFirst() {
      good(client(START).ask(QUESTION));
      good(client(START).ask(QUESTION));
      assertEquals(1, platform.door().refreshes());
    }

    @Test
    void ofManyAtOnceOneFetches() throws InterruptedException, ExecutionException {
      ChanjetClient client = client(START);
      Callable<Answer<JsonNode>> question = () -> client.ask(QUESTION);
      try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Callable<Answer<JsonNode>>> eight = Stream.generate(() -> question).limit(8).toList();
        for (Future<Answer<JsonNode>> each : workers.invokeAll(eight)) {
          if (each.get() instanceof Answer.Failed<JsonNode>(Failure failure)) {
            assertEquals("LEDGER-TOKEN-AWAITED", failure.code());
          }
        }
      }
      assertEquals(1, platform.door().refreshes());
    }

    @Test
    void theNewRefreshTokenFetchesTheNextOneAndNotTheConfiguredOne() {
      good(client(START).ask(QUESTION));
      good(client(START.plus(Duration.ofDays(7))).ask(QUESTION));
      assertEquals(2, platform.door().refreshes());
    }

    @Test
    void itIsRenewedADayBeforeItEndsAndNotEarlier() {
      good(client(START).ask(QUESTION));
      good(client(START.plus(Duration.ofDays(5)).minusSeconds(60)).ask(QUESTION));
      assertEquals(1, platform.door().refreshes());
      good(client(START.plus(Duration.ofDays(5)).plusSeconds(60)).ask(QUESTION));
      assertEquals(2, platform.door().refreshes());
    }

    @Test
    void aCopyWhoseTokenAnotherRefreshEndedTakesTheNewOneInsteadOfRefreshing() {
      ChanjetClient stale = client(START);
      good(stale.ask(QUESTION));
      platform.door().expire();
      good(client(START).ask(QUESTION));
      good(stale.ask(QUESTION));
      assertEquals(2, platform.door().refreshes());
    }
  }

  @Nested
  class ATokenIsNoLongerAccepted {
    @Test
    void aQuestionIsRepeatedOnceWithANewOne() {
      ChanjetClient client = client(START);
      good(client.ask(QUESTION));
      platform.door().expire();
      good(client.ask(QUESTION));
      assertEquals(2, platform.door().refreshes());
    }

    @Test
    void aSendingIsNotRepeatedAndTheNextOneHasANewToken() {
      ChanjetClient client = client(START);
      good(client.ask(QUESTION));
      platform.door().expire();
      assertEquals(FailureKind.TOKEN, failed(client.send(QUESTION)).kind());
      assertEquals(1, platform.calls().size());
      good(client.send(QUESTION));
    }

    @Test
    void aQuestionWithinASendingIsNotRepeatedEither() {
      ChanjetClient client = client(START);
      good(client.ask(QUESTION));
      platform.door().expire();
      failed(client.askOnce(QUESTION));
      assertEquals(1, platform.door().refreshes());
    }

    @Test
    void whatNoTokenCuresIsSaidAfterOneRenewal() {
      platform.answers(401, "{\"code\":\"4004\",\"message\":\"token已过期\"}");
      ChanjetClient client = client(START);
      assertEquals(FailureKind.TOKEN, failed(client.ask(QUESTION)).kind());
      assertEquals(2, platform.calls().size());
      assertEquals(2, platform.door().refreshes());
      platform.answers(200, "{}");
      good(client.ask(QUESTION));
      assertEquals(2, platform.door().refreshes());
    }
  }

  @Nested
  class ARefreshFails {
    @Test
    void aWithdrawnAuthorisationAsksForAnother() {
      platform.door().withdraw();
      Failure failure = failed(client(START).ask(QUESTION));
      assertEquals(FailureKind.CONFIG, failure.kind());
      assertEquals("LEDGER-RECONNECT", failure.code());
    }

    @Test
    void anAnswerThatWasLostIsTriedAgainAndThenAsksForAnotherAuthorisation() {
      platform.door().loseNextAnswer();
      ChanjetClient client = client(START);
      assertEquals(FailureKind.TRANSIENT, failed(client.send(QUESTION)).kind());
      assertEquals("LEDGER-RECONNECT", failed(client.send(QUESTION)).code());
      assertEquals(List.of(), platform.calls());
    }

    @Test
    void aWrongSecretIsOfTheConfigurationAndKeepsTheAuthorisation() {
      Failure failure =
          failed(client(START, "another", PlatformDoor.FIRST_REFRESH_TOKEN).ask(QUESTION));
      assertEquals(FailureKind.CONFIG, failure.kind());
      assertEquals("50000", failure.code());
      good(client(START).ask(QUESTION));
    }
  }

  @Nested
  class CredentialsChange {
    @Test
    void aNewAppSecretGoesOnWithTheAuthorisation() {
      good(client(START).ask(QUESTION));
      Failure refused =
          failed(client(START, "rotated", PlatformDoor.FIRST_REFRESH_TOKEN).ask(QUESTION));
      assertFalse(refused.code().equals("LEDGER-RECONNECT"), refused::toString);
      good(client(START.plus(Duration.ofDays(6))).ask(QUESTION));
    }

    @Test
    void aNewRefreshTokenStartsAfresh() {
      good(client(START).ask(QUESTION));
      good(client(START, PlatformDoor.APP_SECRET, "refresh-1").ask(QUESTION));
      assertEquals(2, platform.door().refreshes());
    }
  }
}

package io.dingledger.ledgers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.AccessTokenStore.Kept;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SharedTokenTest {
  private static final TokenKey KEY =
      new TokenKey(Tenant.verified("corp"), "company", "client", "https://ledger.example");

  private final HandClock clock = new HandClock();
  private final FickleTokens store = new FickleTokens();
  private final RotatingServer server = new RotatingServer(clock);
  private final SharedToken one = another(store);
  private final SharedToken two = another(store);

  private SharedToken another(AccessTokenStore tokens) {
    return new SharedToken(tokens, KEY, server, new Failures("test"), clock);
  }

  private static Token got(SharedToken shared) {
    return assertInstanceOf(Answer.Got.class, shared.token(), shared::toString).value()
            instanceof Token token
        ? token
        : null;
  }

  private static String value(SharedToken shared) {
    return got(shared).value().reveal();
  }

  private static Failure failed(SharedToken shared) {
    Answer<Token> answer = shared.token();
    assertInstanceOf(Answer.Failed.class, answer);
    return ((Answer.Failed<Token>) answer).failure();
  }

  private Optional<String> keptRenewal() {
    return store.tokens.find(KEY).flatMap(Kept::renewal).map(Secret::reveal);
  }

  @Nested
  class WhileTheTokenLives {
    @Test
    void itIsFetchedOnceForAll() {
      assertEquals("token-1", value(one));
      assertEquals("token-1", value(two));
      assertEquals("token-1", value(one));
      assertEquals(List.of("configured"), server.asked);
    }

    @Test
    void itIsUsedForAMinuteWithoutALookIntoTheStore() {
      value(one);
      store.silent = true;
      clock.pass(Duration.ofSeconds(59));
      assertEquals("token-1", value(one));
    }

    @Test
    void aSilentStoreDoesNotStopATokenThatIsKnownToLive() {
      value(one);
      store.silent = true;
      clock.pass(Duration.ofSeconds(3599));
      assertEquals("token-1", value(one));
      clock.pass(Duration.ofSeconds(1));
      assertEquals(FailureKind.TRANSIENT, failed(one).kind());
      assertEquals(FailureKind.TRANSIENT, failed(two).kind(), "who never knew it");
    }

    @Test
    void itIsRenewedBeforeItEndsWithTheNewestCredential() {
      value(one);
      clock.pass(Duration.ofSeconds(3001));
      assertEquals("token-2", value(two));
      assertEquals("token-2", value(one));
      assertEquals(List.of("configured", "renewal-1"), server.asked);
      assertEquals(Optional.of("renewal-2"), keptRenewal());
    }

    @Test
    void whoDoesNotFetchGoesOnWithTheOldOne() {
      value(one);
      clock.pass(Duration.ofSeconds(3001));
      store.claim(KEY, store.find(KEY), clock.instant().plusSeconds(30));
      assertEquals("token-1", value(two));
      assertEquals(1, server.fetches());
    }

    @Test
    void aFailedRenewalLeavesItInUse() {
      value(one);
      clock.pass(Duration.ofSeconds(3001));
      server.refusesAll = true;
      assertEquals("token-1", value(one));
    }
  }

  @Nested
  class WhenSomebodyElseFetches {
    @Test
    void whoHasNoTokenIsToldToComeAgain() {
      store.claim(KEY, Optional.empty(), clock.instant().plusSeconds(30));
      Failure awaited = failed(one);
      assertEquals(FailureKind.TRANSIENT, awaited.kind());
      assertEquals("LEDGER-TOKEN-AWAITED", awaited.code());
      assertEquals(Optional.of(Duration.ofSeconds(3)), awaited.retryAfter());
      assertEquals(0, server.fetches());
    }

    @Test
    void aSecondThreadOfTheSameProcessIsToldTheSame() {
      List<Failure> others = new ArrayList<>();
      server.meanwhile = () -> others.add(failed(one));
      assertEquals("token-1", value(one));
      assertEquals("LEDGER-TOKEN-AWAITED", others.getFirst().code());
      assertEquals(1, server.fetches());
    }

    @Test
    void aRightThatOutlivesADeadProcessEndsByItself() {
      store.claim(KEY, Optional.empty(), clock.instant().plusSeconds(120));
      clock.pass(Duration.ofSeconds(119));
      assertEquals("LEDGER-TOKEN-AWAITED", failed(one).code());
      clock.pass(Duration.ofSeconds(1));
      assertEquals("token-1", value(one));
    }

    @Test
    void theRightLastsLongerThanTheLongestFetch() {
      SharedToken slow =
          new SharedToken(store, KEY, server, new Failures("test"), clock, Duration.ofSeconds(300));
      server.meanwhile =
          () -> {
            clock.pass(Duration.ofSeconds(300));
            assertEquals("LEDGER-TOKEN-AWAITED", failed(one).code());
          };
      assertEquals("token-1", value(slow));
      assertEquals(1, server.fetches());
    }
  }

  @Nested
  class WhenTheLedgerRefusesTheToken {
    @Test
    void theNextOneIsFetchedWithTheNewestCredential() {
      one.refused(got(one));
      assertEquals(Optional.of("renewal-1"), keptRenewal());
      assertEquals("token-2", value(one));
      assertEquals("token-2", value(two));
      assertEquals(List.of("configured", "renewal-1"), server.asked);
    }

    @Test
    void aNewerOneStays() {
      Token first = got(one);
      one.refused(first);
      value(two);
      assertEquals("token-2", value(one));
      one.refused(first);
      assertEquals("token-2", value(one));
      assertEquals(2, server.fetches());
    }

    @Test
    void itIsNotUsedAgainEvenIfTheStoreCouldNotForgetIt() {
      store.failingDrops = 1;
      one.refused(got(one));
      assertEquals("token-2", value(one));
    }
  }

  @Nested
  class WhenTheCredentialIsRefused {
    @Test
    void theSourcesOwnFailureIsTold() {
      server.refusesAll = true;
      assertEquals("invalid_grant", failed(one).code());
      assertEquals(Optional.empty(), store.find(KEY).orElseThrow().fetchedUntil());
    }

    @Test
    void itIsToldEvenIfTheRightCannotBeGivenBack() {
      server.refusesAll = true;
      store.failingGiveUps = 1;
      assertEquals("invalid_grant", failed(one).code());
    }

    @Test
    void itIsNotTriedAgainForAMinute() {
      server.refusesAll = true;
      failed(one);
      clock.pass(Duration.ofSeconds(59));
      assertEquals("invalid_grant", failed(one).code());
      assertEquals(1, server.fetches());
      clock.pass(Duration.ofSeconds(1));
      failed(one);
      assertEquals(2, server.fetches());
    }

    @Test
    void aNewOneThatAPersonBroughtIsTriedAtOnce() {
      server.refusesAll = true;
      failed(one);
      Secret renewal = Secret.of(server.reconnected());
      store.keep(
          KEY, new Token(Secret.of("old"), clock.instant(), clock.instant(), Optional.of(renewal)));
      assertEquals("token-1", value(one));
    }

    @Test
    void aSourceThatThrowsGivesTheRightBack() {
      server.meanwhile =
          () -> {
            throw new IllegalStateException("broken");
          };
      assertEquals(FailureKind.TRANSIENT, failed(one).kind());
      assertEquals(Optional.empty(), store.find(KEY).orElseThrow().fetchedUntil());
    }
  }

  @Nested
  class WhenATokenCannotBeKept {
    @Test
    void aStoreThatFailsOnceIsAskedAgain() {
      store.failingKeeps = 2;
      assertEquals("token-1", value(one));
      assertEquals(Optional.of("renewal-1"), keptRenewal());
    }

    @Test
    void aKeepWhoseAnswerWasLostIsNotRepeatedOverANewerToken() {
      store.keepsLostAfterEffect = 1;
      assertEquals("token-1", value(one));
      clock.pass(Duration.ofSeconds(3001));
      assertEquals("token-2", value(two));
      assertEquals("token-2", value(one));
      assertEquals(Optional.of("renewal-2"), keptRenewal());
    }

    @Test
    void itIsUsedAndKeptAtTheNextOpportunitySoThatTheNewCredentialIsNotLost() {
      store.failingKeeps = 5;
      assertEquals("token-1", value(one));
      assertEquals(Optional.empty(), keptRenewal());
      assertEquals("token-1", value(one), "the store fails for a fourth and a fifth time");
      assertEquals("token-1", value(one));
      assertEquals("token-1", value(one));
      assertEquals(Optional.of("renewal-1"), keptRenewal());
      clock.pass(Duration.ofSeconds(3001));
      assertEquals("token-2", value(two));
    }

    @Test
    void itIsKeptWhenItsRightToFetchHasEndedAndNobodyHasFetchedSince() {
      store.failingKeeps = 3;
      value(one);
      clock.pass(Duration.ofSeconds(600));
      assertEquals("token-1", value(one));
      assertEquals(Optional.of("renewal-1"), keptRenewal());
    }

    @Test
    void aNewerOneThatWasKeptMeanwhileStays() {
      store.failingKeeps = 3;
      value(one);
      Token newer =
          new Token(
              Secret.of("newer"),
              clock.instant().plusSeconds(3000),
              clock.instant().plusSeconds(3600),
              Optional.of(Secret.of("newer-renewal")));
      store.tokens.keep(KEY, newer);
      assertEquals("newer", value(one));
      assertEquals(Optional.of("newer-renewal"), keptRenewal());
    }

    @Test
    void itIsUsedAndNotKeptWhileAnotherFetches() {
      store.failingKeeps = 3;
      value(one);
      clock.pass(Duration.ofSeconds(130));
      store.tokens.claim(KEY, store.find(KEY), clock.instant().plusSeconds(120));
      assertEquals("token-1", value(one));
      assertEquals(Optional.empty(), keptRenewal());
      store.tokens.giveUp(KEY);
      assertEquals("token-1", value(one));
      assertEquals(Optional.of("renewal-1"), keptRenewal());
    }

    @Test
    void aFetchThatOutlastsItsRightDoesNotOverwriteWhatOthersFetched() {
      Token theirs =
          new Token(
              Secret.of("theirs"),
              clock.instant().plusSeconds(3000),
              clock.instant().plusSeconds(3600),
              Optional.of(Secret.of("their-renewal")));
      server.meanwhile =
          () -> {
            clock.pass(Duration.ofSeconds(121));
            store.tokens.keep(KEY, theirs);
          };
      value(one);
      assertEquals(Optional.of("their-renewal"), keptRenewal());
    }

    @Test
    void aTokenThatNamesNoNewCredentialLeavesTheOldOneInForce() {
      value(one);
      server.namesNoRenewal = true;
      clock.pass(Duration.ofSeconds(3001));
      assertEquals("token-2", value(one));
      assertEquals(Optional.of("renewal-1"), keptRenewal());
    }
  }

  @Nested
  class WhenManyRace {
    @Test
    void twentyThreadsOfTwoProcessesFetchOnceForEachToken() throws Exception {
      for (int round = 1; round <= 20; round++) {
        Set<String> seen = race();
        assertEquals(round, server.fetches(), "fetches after round " + round);
        assertTrue(seen.contains("token-" + round), seen::toString);
        clock.pass(Duration.ofSeconds(3601));
      }
      assertTrue(server.asked.stream().distinct().count() == 20, "no credential twice");
    }

    private Set<String> race() throws Exception {
      CountDownLatch start = new CountDownLatch(1);
      Set<String> seen = new HashSet<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
        List<Future<Answer<Token>>> answers = new ArrayList<>();
        for (int thread = 0; thread < 20; thread++) {
          SharedToken mine = thread % 2 == 0 ? one : two;
          Callable<Answer<Token>> ask =
              () -> {
                start.await();
                return mine.token();
              };
          answers.add(threads.submit(ask));
        }
        start.countDown();
        for (Future<Answer<Token>> answer : answers) {
          switch (answer.get()) {
            case Answer.Got<Token>(Token token) -> seen.add(token.value().reveal());
            case Answer.Failed<Token>(Failure failure) ->
                assertEquals("LEDGER-TOKEN-AWAITED", failure.code());
          }
        }
      }
      return seen;
    }
  }
}

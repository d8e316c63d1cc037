package io.dingledger.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.http.Failures;
import io.dingledger.ledgers.http.SharedToken;
import io.dingledger.model.access.AccessTokenStore.Kept;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.secret.EnvelopeSecretBox;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.store.DynamoTable;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.Table;
import io.dingledger.platform.store.TableAccessTokenStore;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.LocalDynamo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of ledgers whose refresh credential rolls, over the real store. */
class SharedTokensTest {
  private static final Instant START = Instant.parse("2026-03-31T08:00:00Z");
  private static final TokenKey KEY =
      new TokenKey(Tenant.verified("corp"), "company", "client", "https://ledger.example");

  private final HandClock clock = new HandClock(START);
  private final List<String> presented = new ArrayList<>();
  @TempDir Path folder;

  @Test
  void twentyThreadsOfTwoProcessesPresentEachCredentialOnceOverTheMemoryTable() throws Exception {
    race(new MemoryTable(), 20);
  }

  @Test
  void twentyThreadsOfTwoProcessesPresentEachCredentialOnceOverDynamo() throws Exception {
    race(new DynamoTable(LocalDynamo.client(), LocalDynamo.newTable()), 3);
  }

  private void race(Table table, int rounds) throws Exception {
    SharedToken one = process(table);
    SharedToken two = process(table);
    for (int round = 1; round <= rounds; round++) {
      List<Answer<Token>> answers = atOnce(one, two);
      long got = answers.stream().filter(answer -> answer instanceof Answer.Got<Token>).count();
      assertTrue(got > 0, "nobody got the token of round " + round);
      for (Answer<Token> answer : answers) {
        if (answer instanceof Answer.Failed<Token>(Failure failure)) {
          assertEquals("LEDGER-TOKEN-AWAITED", failure.code());
        }
      }
      assertEquals(round, presented.size());
      clock.advanceTo(START.plusSeconds(round * 3601L));
    }
    assertEquals(presented.stream().distinct().toList(), presented);
    Kept kept = store(table).find(KEY).orElseThrow();
    assertEquals(Optional.of(Secret.of("renewal-" + rounds)), kept.renewal());
  }

  private static List<Answer<Token>> atOnce(SharedToken one, SharedToken two) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Answer<Token>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      List<Future<Answer<Token>>> pending = new ArrayList<>();
      for (int thread = 0; thread < 20; thread++) {
        SharedToken mine = thread % 2 == 0 ? one : two;
        Callable<Answer<Token>> ask =
            () -> {
              start.await();
              return mine.token();
            };
        pending.add(threads.submit(ask));
      }
      start.countDown();
      for (Future<Answer<Token>> each : pending) {
        answers.add(each.get());
      }
    }
    return answers;
  }

  private SharedToken process(Table table) {
    return new SharedToken(store(table), KEY, this::fetched, new Failures("test"), clock);
  }

  private TableAccessTokenStore store(Table table) {
    EnvelopeSecretBox box = new EnvelopeSecretBox(KeyFileWrap.at(folder.resolve("key")));
    return new TableAccessTokenStore(table, box, clock);
  }

  private synchronized Answer<Token> fetched(Optional<Secret> renewal) {
    presented.add(renewal.map(Secret::reveal).orElse("configured"));
    Instant now = clock.instant();
    return new Answer.Got<>(
        new Token(
            Secret.of("token-" + presented.size()),
            now.plusSeconds(3000),
            now.plusSeconds(3600),
            Optional.of(Secret.of("renewal-" + presented.size()))));
  }
}

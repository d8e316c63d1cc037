package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.AccessTokenStore.Kept;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.secret.EnvelopeSecretBox;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store of access tokens does over every table. */
abstract class AccessTokensContract {
  private static final Instant NOW = Samples.NOW;
  private static final Tenant ACME = Samples.tenant("acme");
  private static final TokenKey KEY =
      new TokenKey(ACME, "dingcorp", "client", "https://api.dingtalk.com");

  @TempDir Path folder;
  Table table;
  private final HandClock clock = new HandClock(NOW);
  private AccessTokenStore tokens;

  abstract Table empty();

  @BeforeEach
  void start() {
    table = empty();
    tokens = another(folder.resolve("key"));
  }

  @Test
  void a_kept_token_is_found_by_everybody() {
    assertEquals(Optional.empty(), tokens.find(KEY));
    tokens.keep(KEY, token("one"));
    Kept kept = another(folder.resolve("key")).find(KEY).orElseThrow();
    assertEquals(Optional.of(token("one")), kept.token());
    assertEquals(Optional.empty(), kept.fetchedUntil());
    tokens.keep(KEY, token("two"));
    assertEquals(Optional.of(token("two")), tokens.find(KEY).orElseThrow().token());
  }

  @Test
  void a_token_belongs_to_every_part_of_its_key() {
    tokens.keep(KEY, token("one"));
    for (TokenKey other :
        List.of(
            new TokenKey(Samples.tenant("ACME"), "dingcorp", "client", KEY.apiBase()),
            new TokenKey(ACME, "dingcorpc", "lient", KEY.apiBase()),
            new TokenKey(ACME, "dingcorp", "client2", KEY.apiBase()),
            new TokenKey(ACME, "dingcorp", "client", "https://other.example"))) {
      assertEquals(Optional.empty(), tokens.find(other));
    }
  }

  @Test
  void a_token_is_stored_sealed_and_does_not_open_elsewhere() {
    tokens.keep(KEY, token("token-in-clear"));
    Item stored = table.get(Keys.token(KEY)).orElseThrow();
    assertFalse(stored.toString().contains("in-clear"));
    TokenKey thief = new TokenKey(ACME, "dingcorp", "thief", KEY.apiBase());
    table.write(
        List.of(new Write.Put(new Item(Keys.token(thief), stored.attributes()), Condition.NONE)));
    assertEquals(Optional.empty(), tokens.find(thief).orElseThrow().token());
  }

  @Test
  void a_token_that_no_longer_opens_counts_as_none_and_is_replaced() {
    tokens.keep(KEY, token("one"));
    AccessTokenStore rotated = another(folder.resolve("other-key"));
    Optional<Kept> seen = rotated.find(KEY);
    assertEquals(Optional.empty(), seen.orElseThrow().token());
    assertTrue(rotated.claim(KEY, seen, NOW.plusSeconds(30)));
    rotated.keep(KEY, token("two"));
    assertEquals(Optional.of(token("two")), rotated.find(KEY).orElseThrow().token());
  }

  @Test
  void of_all_who_saw_the_same_one_may_fetch() throws Exception {
    assertEquals(1, claims(Optional.empty()));
    clock.advanceTo(NOW.plusSeconds(30));
    assertEquals(1, claims(tokens.find(KEY)), "the first right ran out");
    tokens.keep(KEY, token("one"));
    assertEquals(1, claims(tokens.find(KEY)), "renewal of a token that still works");
    assertEquals(Optional.of(token("one")), tokens.find(KEY).orElseThrow().token());
  }

  @Test
  void nobody_may_fetch_by_what_was_seen_before_or_while_another_does() {
    assertTrue(tokens.claim(KEY, Optional.empty(), NOW.plusSeconds(30)));
    assertFalse(tokens.claim(KEY, Optional.empty(), NOW.plusSeconds(30)));
    Optional<Kept> seen = tokens.find(KEY);
    assertEquals(Optional.of(NOW.plusSeconds(30)), seen.orElseThrow().fetchedUntil());
    assertFalse(tokens.claim(KEY, seen, NOW.plusSeconds(60)), "another fetches");
    tokens.keep(KEY, token("one"));
    assertFalse(tokens.claim(KEY, seen, NOW.plusSeconds(60)), "it was fetched meanwhile");
  }

  @Test
  void who_gives_up_lets_others_fetch() {
    tokens.giveUp(KEY);
    assertEquals(Optional.empty(), tokens.find(KEY));
    assertTrue(tokens.claim(KEY, Optional.empty(), NOW.plusSeconds(30)));
    tokens.giveUp(KEY);
    Optional<Kept> seen = tokens.find(KEY);
    assertEquals(Optional.empty(), seen.orElseThrow().fetchedUntil());
    assertTrue(tokens.claim(KEY, seen, NOW.plusSeconds(30)));
  }

  @Test
  void a_refused_token_is_dropped_and_a_newer_one_stays() {
    tokens.drop(KEY, Secret.of("one"));
    tokens.keep(KEY, token("one"));
    tokens.keep(KEY, token("two"));
    tokens.drop(KEY, Secret.of("one"));
    assertEquals(Optional.of(token("two")), tokens.find(KEY).orElseThrow().token());
    assertTrue(tokens.claim(KEY, tokens.find(KEY), NOW.plusSeconds(30)));
    tokens.drop(KEY, Secret.of("two"));
    Kept dropped = tokens.find(KEY).orElseThrow();
    assertEquals(Optional.empty(), dropped.token());
    assertEquals(Optional.of(NOW.plusSeconds(30)), dropped.fetchedUntil(), "the right stays");
  }

  @Test
  void the_credential_for_the_next_token_is_kept_with_it() {
    tokens.keep(KEY, rolling("one", "renewal-one"));
    Kept kept = another(folder.resolve("key")).find(KEY).orElseThrow();
    assertEquals(Optional.of(Secret.of("renewal-one")), kept.renewal());
    assertEquals(Optional.of(rolling("one", "renewal-one")), kept.token());
    tokens.keep(KEY, rolling("two", "renewal-two"));
    assertEquals(Optional.of(Secret.of("renewal-two")), tokens.find(KEY).orElseThrow().renewal());
  }

  @Test
  void the_credential_survives_the_token_that_is_dropped_and_the_fetch_that_fails() {
    tokens.keep(KEY, rolling("one", "renewal-one"));
    tokens.drop(KEY, Secret.of("one"));
    assertTrue(tokens.claim(KEY, tokens.find(KEY), NOW.plusSeconds(30)));
    assertEquals(Optional.of(Secret.of("renewal-one")), tokens.find(KEY).orElseThrow().renewal());
    tokens.giveUp(KEY);
    Kept kept = tokens.find(KEY).orElseThrow();
    assertEquals(Optional.empty(), kept.token());
    assertEquals(Optional.of(Secret.of("renewal-one")), kept.renewal());
  }

  @Test
  void the_credential_is_sealed_and_opens_neither_elsewhere_nor_as_a_token() {
    tokens.keep(KEY, rolling("token-in-clear", "renewal-in-clear"));
    Item stored = table.get(Keys.token(KEY)).orElseThrow();
    assertFalse(stored.toString().contains("in-clear"));
    TokenKey thief = new TokenKey(ACME, "dingcorp", "thief", KEY.apiBase());
    table.write(
        List.of(new Write.Put(new Item(Keys.token(thief), stored.attributes()), Condition.NONE)));
    assertEquals(Optional.empty(), tokens.find(thief).orElseThrow().renewal());
    Item swapped = stored.with("token", stored.text("renewal").orElseThrow());
    table.write(List.of(new Write.Put(swapped, Condition.NONE)));
    assertEquals(Optional.empty(), tokens.find(KEY).orElseThrow().token());
  }

  @Test
  void a_credential_that_no_longer_opens_counts_as_none() {
    tokens.keep(KEY, rolling("one", "renewal-one"));
    AccessTokenStore rotated = another(folder.resolve("other-key"));
    assertEquals(Optional.empty(), rotated.find(KEY).orElseThrow().renewal());
  }

  @Test
  void a_token_that_is_not_renewed_may_be_forgotten_and_a_right_to_renew_never() {
    tokens.keep(KEY, token("one"));
    Instant end = token("one").expiresAt().plus(Duration.ofDays(30));
    assertEquals(end.getEpochSecond(), stored().whole(Item.GONE_AFTER));
    assertTrue(tokens.claim(KEY, tokens.find(KEY), NOW.plusSeconds(30)));
    tokens.keep(KEY, rolling("two", "renewal"));
    assertEquals(0, stored().whole(Item.GONE_AFTER));
  }

  @Test
  void a_forgotten_token_is_fetched_anew_by_whoever_still_remembers_it() {
    tokens.keep(KEY, token("one"));
    Optional<Kept> seen = tokens.find(KEY);
    table.write(List.of(new Write.Delete(Keys.token(KEY), OptionalLong.empty())));
    assertFalse(tokens.claim(KEY, seen, NOW.plusSeconds(30)));
    assertTrue(tokens.claim(KEY, tokens.find(KEY), NOW.plusSeconds(30)));
    tokens.keep(KEY, token("two"));
    assertEquals(Optional.of(token("two")), tokens.find(KEY).orElseThrow().token());
  }

  private Item stored() {
    return table.get(Keys.token(KEY)).orElseThrow();
  }

  @Test
  void an_item_that_nobody_can_read_is_refused() {
    Item damaged = Item.at(Keys.token(KEY)).with("fetchedUntil", "soon");
    table.write(List.of(new Write.Put(damaged, Condition.NONE)));
    assertThrows(StoreRefused.class, () -> tokens.find(KEY));
  }

  private long claims(Optional<Kept> seen) throws Exception {
    Callable<Boolean> claim = () -> tokens.claim(KEY, seen, clock.instant().plusSeconds(30));
    long won = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(8, claim))) {
        won += each.get() ? 1 : 0;
      }
    }
    return won;
  }

  private AccessTokenStore another(Path key) {
    return new TableAccessTokenStore(table, new EnvelopeSecretBox(KeyFileWrap.at(key)), clock);
  }

  private static Token rolling(String value, String renewal) {
    Token token = token(value);
    return new Token(
        token.value(), token.renewAt(), token.expiresAt(), Optional.of(Secret.of(renewal)));
  }

  private static Token token(String value) {
    return new Token(Secret.of(value), NOW.plusSeconds(6600), NOW.plusSeconds(7200));
  }
}

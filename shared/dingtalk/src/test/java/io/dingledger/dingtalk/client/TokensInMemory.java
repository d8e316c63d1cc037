package io.dingledger.dingtalk.client;

import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.tenant.Secret;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store of tokens that keeps its contract: of those who saw the same state one gets the claim.
 */
final class TokensInMemory implements AccessTokenStore {
  final AtomicInteger finds = new AtomicInteger();
  final AtomicInteger claims = new AtomicInteger();
  private final Map<TokenKey, Kept> kept = new HashMap<>();
  private long revision;

  @Override
  public synchronized Optional<Kept> find(TokenKey key) {
    finds.incrementAndGet();
    return Optional.ofNullable(kept.get(key));
  }

  @Override
  public synchronized boolean claim(TokenKey key, Optional<Kept> seen, Instant until) {
    if (!Optional.ofNullable(kept.get(key)).equals(seen)) {
      return false;
    }
    claims.incrementAndGet();
    put(key, seen.flatMap(Kept::token), Optional.of(until));
    return true;
  }

  @Override
  public synchronized void keep(TokenKey key, Token token) {
    put(key, Optional.of(token), Optional.empty());
  }

  @Override
  public synchronized void giveUp(TokenKey key) {
    put(key, Optional.ofNullable(kept.get(key)).flatMap(Kept::token), Optional.empty());
  }

  @Override
  public synchronized void drop(TokenKey key, Secret refused) {
    Kept now = kept.get(key);
    if (now != null && now.token().map(Token::value).equals(Optional.of(refused))) {
      put(key, Optional.empty(), now.fetchedUntil());
    }
  }

  /** The only token there is. */
  synchronized Optional<Token> only() {
    return kept.size() == 1 ? kept.values().iterator().next().token() : Optional.empty();
  }

  private void put(TokenKey key, Optional<Token> token, Optional<Instant> fetchedUntil) {
    kept.put(key, new Kept(token, fetchedUntil, ++revision));
  }
}

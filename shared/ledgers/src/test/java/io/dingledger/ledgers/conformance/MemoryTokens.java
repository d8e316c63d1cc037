package io.dingledger.ledgers.conformance;

import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.tenant.Secret;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens in memory, with the rules of the real store. */
public final class MemoryTokens implements AccessTokenStore {
  private final Map<TokenKey, Kept> kept = new HashMap<>();

  @Override
  public synchronized Optional<Kept> find(TokenKey key) {
    return Optional.ofNullable(kept.get(key));
  }

  @Override
  public synchronized boolean claim(TokenKey key, Optional<Kept> seen, Instant until) {
    if (!find(key).map(Kept::revision).equals(seen.map(Kept::revision))) {
      return false;
    }
    Kept now = seen.orElse(new Kept(Optional.empty(), Optional.empty(), 0));
    kept.put(key, new Kept(now.token(), now.renewal(), Optional.of(until), now.revision() + 1));
    return true;
  }

  @Override
  public synchronized void keep(TokenKey key, Token token) {
    kept.put(
        key, new Kept(Optional.of(token), token.renewal(), Optional.empty(), revision(key) + 1));
  }

  @Override
  public synchronized void giveUp(TokenKey key) {
    find(key)
        .ifPresent(
            now ->
                kept.put(
                    key,
                    new Kept(now.token(), now.renewal(), Optional.empty(), now.revision() + 1)));
  }

  @Override
  public synchronized void drop(TokenKey key, Secret refused) {
    find(key)
        .filter(now -> now.token().map(Token::value).filter(refused::equals).isPresent())
        .ifPresent(
            now ->
                kept.put(
                    key,
                    new Kept(
                        Optional.empty(), now.renewal(), now.fetchedUntil(), now.revision() + 1)));
  }

  private long revision(TokenKey key) {
    return find(key).map(Kept::revision).orElse(0L);
  }
}

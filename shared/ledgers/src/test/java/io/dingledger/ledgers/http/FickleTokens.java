package io.dingledger.ledgers.http;

import io.dingledger.ledgers.conformance.MemoryTokens;
import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.tenant.Secret;
import java.time.Instant;
import java.util.Optional;

/** Tokens in memory behind a store that fails when told to, before or after its effect. */
public final class FickleTokens implements AccessTokenStore {
  final MemoryTokens tokens = new MemoryTokens();
  boolean silent;
  int failingKeeps;
  int keepsLostAfterEffect;
  int failingDrops;
  int failingGiveUps;

  /** One that never answers. */
  public static AccessTokenStore silent() {
    FickleTokens store = new FickleTokens();
    store.silent = true;
    return store;
  }

  @Override
  public Optional<Kept> find(TokenKey key) {
    failIf(silent);
    return tokens.find(key);
  }

  @Override
  public boolean claim(TokenKey key, Optional<Kept> seen, Instant until) {
    failIf(silent);
    return tokens.claim(key, seen, until);
  }

  @Override
  public void keep(TokenKey key, Token token) {
    failIf(silent || failingKeeps-- > 0);
    tokens.keep(key, token);
    failIf(keepsLostAfterEffect-- > 0);
  }

  @Override
  public void giveUp(TokenKey key) {
    failIf(silent || failingGiveUps-- > 0);
    tokens.giveUp(key);
  }

  @Override
  public void drop(TokenKey key, Secret refused) {
    failIf(silent || failingDrops-- > 0);
    tokens.drop(key, refused);
  }

  private static void failIf(boolean failing) {
    if (failing) {
      throw new IllegalStateException("the store gives no answer");
    }
  }
}

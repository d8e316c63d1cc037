package io.dingledger.dingtalk.client;

import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.tenant.Secret;
import java.time.Instant;
import java.util.Optional;

/** A store of tokens that throws on request. */
final class FailingTokens implements AccessTokenStore {
  private final AccessTokenStore inner;
  volatile boolean failing;
  volatile boolean failsFromDropOn;

  FailingTokens(AccessTokenStore inner) {
    this.inner = inner;
  }

  private AccessTokenStore asked(boolean aboutDrop) {
    if (failing && (aboutDrop || !failsFromDropOn)) {
      throw new IllegalStateException("no answer");
    }
    return inner;
  }

  @Override
  public Optional<Kept> find(TokenKey key) {
    return asked(false).find(key);
  }

  @Override
  public boolean claim(TokenKey key, Optional<Kept> seen, Instant until) {
    return asked(false).claim(key, seen, until);
  }

  @Override
  public void keep(TokenKey key, Token token) {
    asked(false).keep(key, token);
  }

  @Override
  public void giveUp(TokenKey key) {
    asked(false).giveUp(key);
  }

  @Override
  public void drop(TokenKey key, Secret refused) {
    asked(true).drop(key, refused);
  }
}

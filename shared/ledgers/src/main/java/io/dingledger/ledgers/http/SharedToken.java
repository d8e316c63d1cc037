package io.dingledger.ledgers.http;

import io.dingledger.ledgers.LedgerReason;
import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.AccessTokenStore.Kept;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One access token that all running copies share. Of all of them one fetches a new one, kept before
 * it is used; the others go on with the old one while it lives, or are told to come again. Nobody
 * waits in here.
 *
 * <p>Where the credential for the next token changes with each token, losing an answer can lose the
 * authorisation; so the right to fetch is held for longer than a fetch can take, and a fetch is
 * never given up half-way by us.
 */
public final class SharedToken {
  /** How long the right to fetch lasts; longer than one fetch takes at most. */
  private static final Duration CLAIM = Duration.ofSeconds(120);

  private static final Duration COME_AGAIN = Duration.ofSeconds(3);

  /** How long a token is used without a look into the store. */
  private static final Duration UNQUESTIONED = Duration.ofSeconds(60);

  private final AccessTokenStore store;
  private final TokenKey key;
  private final Source source;
  private final Failures failures;
  private final Clock clock;
  private volatile Optional<Known> known = Optional.empty();

  private record Known(Token token, Instant until) {}

  /** Fetches a token from the ledger. */
  public interface Source {
    /**
     * A fresh token, or why there is none.
     *
     * @param renewal the newest credential for fetching; empty when none was ever kept, and then
     *     the connection's own is the one
     */
    Answer<Token> fetch(Optional<Secret> renewal);
  }

  /** A token under this key. */
  public SharedToken(
      AccessTokenStore store, TokenKey key, Source source, Failures failures, Clock clock) {
    this.store = store;
    this.key = key;
    this.source = source;
    this.failures = failures;
    this.clock = clock;
  }

  /**
   * A token that the ledger should still accept; {@code TRANSIENT} with a wait when somebody else
   * is fetching it, or when the store gives no answer.
   */
  public Answer<Token> token() {
    Instant now = clock.instant();
    Optional<Token> fresh = known.filter(each -> now.isBefore(each.until())).map(Known::token);
    if (fresh.isPresent()) {
      return new Answer.Got<>(fresh.get());
    }
    try {
      return looked(now);
    } catch (RuntimeException storeSilent) {
      return new Answer.Failed<>(awaited());
    }
  }

  /** Forgets this very token, which the ledger no longer accepts, here and for all. */
  public void refused(Token token) {
    known = Optional.empty();
    try {
      store.drop(key, token.value());
    } catch (RuntimeException storeSilent) {
      // The next one who is refused it drops it.
      return;
    }
  }

  private Answer<Token> looked(Instant now) {
    Optional<Kept> kept = store.find(key);
    Optional<Token> alive =
        kept.flatMap(Kept::token).filter(token -> now.isBefore(token.expiresAt()));
    if (alive.filter(token -> now.isBefore(token.renewAt())).isPresent()) {
      return used(alive.get(), now);
    }
    boolean othersFetch = kept.flatMap(Kept::fetchedUntil).filter(now::isBefore).isPresent();
    if (!othersFetch && store.claim(key, kept, now.plus(CLAIM))) {
      return fetched(kept.flatMap(Kept::renewal), alive, now);
    }
    return alive.isPresent() ? new Answer.Got<>(alive.get()) : new Answer.Failed<>(awaited());
  }

  private Answer<Token> fetched(Optional<Secret> renewal, Optional<Token> alive, Instant now) {
    return switch (source.fetch(renewal)) {
      case Answer.Got<Token>(Token token) -> {
        store.keep(key, token);
        yield used(token, now);
      }
      case Answer.Failed<Token>(Failure failure) -> {
        store.giveUp(key);
        yield alive.isPresent() ? new Answer.Got<>(alive.get()) : new Answer.Failed<>(failure);
      }
    };
  }

  private Answer<Token> used(Token token, Instant now) {
    Instant until = now.plus(UNQUESTIONED);
    known =
        Optional.of(new Known(token, until.isBefore(token.renewAt()) ? until : token.renewAt()));
    return new Answer.Got<>(token);
  }

  private Failure awaited() {
    return failures.of(FailureKind.TRANSIENT, LedgerReason.TOKEN_AWAITED).notBefore(COME_AGAIN);
  }
}

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
 * waits in here. Used by several threads.
 *
 * <p>Where the credential for the next token changes with each token, losing an answer can lose the
 * authorisation. So the right to fetch is held for longer than a fetch can take; a fetch is never
 * given up half-way by us; what could not be kept is held in memory and kept at the next
 * opportunity, unless somebody has kept a newer one meanwhile; and a token that names no new
 * credential leaves the old one in force.
 *
 * <p>A right to fetch that outlives its process ends by itself. A store that gives no answer does
 * not stop a token that is known to live.
 */
public final class SharedToken {
  /** How long a credential that was refused is not tried again by this process. */
  public static final Duration PAUSE_AFTER_REFUSAL = Duration.ofMinutes(1);

  private static final Duration LONGEST_FETCH = Duration.ofSeconds(110);
  private static final Duration SPARE = Duration.ofSeconds(10);
  private static final Duration COME_AGAIN = Duration.ofSeconds(3);

  /** How long a token is used without a look into the store. */
  private static final Duration UNQUESTIONED = Duration.ofSeconds(60);

  private static final int TRIES_TO_KEEP = 3;

  private final AccessTokenStore store;
  private final TokenKey key;
  private final Source source;
  private final Failures failures;
  private final Clock clock;
  private final Duration right;
  private volatile Optional<Known> known = Optional.empty();
  private volatile Optional<Unkept> unkept = Optional.empty();
  private volatile Optional<Refusal> refusal = Optional.empty();
  private volatile Optional<Secret> lastRefused = Optional.empty();

  private record Known(Token token, Instant until) {}

  /** A token that was fetched and is not known to be in the store. */
  private record Unkept(Token token, Optional<Kept> seen, Instant rightUntil) {
    /** Whether somebody has kept another token since this one's fetch began, or this very one. */
    boolean isSuperseded(Optional<Kept> found) {
      Optional<Token> before = seen.flatMap(Kept::token);
      Optional<Token> now = found.flatMap(Kept::token);
      return !found.flatMap(Kept::renewal).equals(seen.flatMap(Kept::renewal))
          || (now.isPresent() && !now.equals(before));
    }
  }

  /** A credential that the ledger refused, empty for the connection's own. */
  private record Refusal(Failure failure, Optional<Secret> renewal, Instant until) {}

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

  /** A token under this key, whose fetch is over within 110 seconds. */
  public SharedToken(
      AccessTokenStore store, TokenKey key, Source source, Failures failures, Clock clock) {
    this(store, key, source, failures, clock, LONGEST_FETCH);
  }

  /**
   * A token under this key.
   *
   * @param longestFetch the longest that one fetch can take, everything included
   */
  public SharedToken(
      AccessTokenStore store,
      TokenKey key,
      Source source,
      Failures failures,
      Clock clock,
      Duration longestFetch) {
    this.store = store;
    this.key = key;
    this.source = source;
    this.failures = failures;
    this.clock = clock;
    this.right = longestFetch.plus(SPARE);
  }

  /**
   * A token that the ledger should still accept; {@code TRANSIENT} with a wait when somebody else
   * is fetching it, or when the store gives no answer; the source's own failure when it was asked,
   * and for a minute after a {@code CONFIG} one.
   */
  public Answer<Token> token() {
    Instant now = clock.instant();
    Optional<Token> fresh = known.filter(each -> now.isBefore(each.until())).map(Known::token);
    if (fresh.isPresent() && unkept.isEmpty()) {
      return new Answer.Got<>(fresh.get());
    }
    try {
      return looked(now);
    } catch (RuntimeException storeSilent) {
      return either(known.map(Known::token).filter(token -> isAlive(token, now)), awaited());
    }
  }

  /** Forgets this very token, which the ledger no longer accepts, here and for all. */
  public void refused(Token token) {
    lastRefused = Optional.of(token.value());
    known = known.filter(each -> !each.token().value().equals(token.value()));
    try {
      store.drop(key, token.value());
    } catch (RuntimeException storeSilent) {
      // This process remembers it; the next other one who is refused it drops it.
      return;
    }
  }

  private Answer<Token> looked(Instant now) {
    if (unkept.isPresent()) {
      keepBelatedly(unkept.get());
    }
    Optional<Kept> kept = store.find(key);
    Optional<Token> alive =
        kept.flatMap(Kept::token)
            .or(() -> unkept.map(Unkept::token))
            .filter(token -> isAlive(token, now));
    if (alive.filter(token -> now.isBefore(token.renewAt())).isPresent()) {
      return used(alive.get(), now);
    }
    Optional<Failure> refused = pausing(kept.flatMap(Kept::renewal), now);
    if (refused.isPresent()) {
      return either(alive, refused.get());
    }
    boolean othersFetch = kept.flatMap(Kept::fetchedUntil).filter(now::isBefore).isPresent();
    Instant until = now.plus(right);
    if (!othersFetch && store.claim(key, kept, until)) {
      return fetched(kept, alive, until);
    }
    return either(alive, awaited());
  }

  private boolean isAlive(Token token, Instant now) {
    return now.isBefore(token.expiresAt()) && !lastRefused.equals(Optional.of(token.value()));
  }

  /** A credential that was refused a moment ago; another one, kept since, is tried at once. */
  private Optional<Failure> pausing(Optional<Secret> renewal, Instant now) {
    return refusal
        .filter(last -> now.isBefore(last.until()) && last.renewal().equals(renewal))
        .map(Refusal::failure);
  }

  private Answer<Token> fetched(Optional<Kept> seen, Optional<Token> alive, Instant until) {
    Optional<Secret> renewal = seen.flatMap(Kept::renewal);
    return switch (fetchedOrGivenUp(renewal)) {
      case Answer.Got<Token>(Token token) -> {
        Token whole = withRenewal(token, renewal);
        keep(new Unkept(whole, seen, until));
        yield used(whole, clock.instant());
      }
      case Answer.Failed<Token>(Failure failure) -> {
        if (failure.kind() == FailureKind.CONFIG) {
          Instant pausesUntil = clock.instant().plus(PAUSE_AFTER_REFUSAL);
          refusal = Optional.of(new Refusal(failure, renewal, pausesUntil));
        }
        giveUp();
        yield either(alive, failure);
      }
    };
  }

  private Answer<Token> fetchedOrGivenUp(Optional<Secret> renewal) {
    try {
      return source.fetch(renewal);
    } catch (RuntimeException broken) {
      giveUp();
      throw broken;
    }
  }

  private static Token withRenewal(Token token, Optional<Secret> before) {
    return token.renewal().isPresent()
        ? token
        : new Token(token.value(), token.renewAt(), token.expiresAt(), before);
  }

  /** Held in memory before the first try to keep it, so that no failure can lose it. */
  private void keep(Unkept mine) {
    unkept = Optional.of(mine);
    for (int attempt = 0; attempt < TRIES_TO_KEEP && unkept.isPresent(); attempt++) {
      try {
        if (attempt == 0 && clock.instant().isBefore(mine.rightUntil())) {
          store.keep(key, mine.token());
          unkept = Optional.empty();
        } else {
          keepBelatedly(mine);
        }
      } catch (RuntimeException storeSilent) {
        continue;
      }
    }
  }

  /** The right to fetch may have ended since, and others may have fetched: theirs is the newer. */
  private void keepBelatedly(Unkept mine) {
    Instant now = clock.instant();
    Optional<Kept> found = store.find(key);
    if (mine.isSuperseded(found)) {
      unkept = Optional.empty();
      return;
    }
    Optional<Instant> running = found.flatMap(Kept::fetchedUntil);
    boolean stillOurs =
        running.equals(Optional.of(mine.rightUntil())) && running.get().isAfter(now);
    boolean free = running.filter(now::isBefore).isEmpty();
    if (stillOurs || (free && store.claim(key, found, now.plus(right)))) {
      store.keep(key, mine.token());
      unkept = Optional.empty();
    }
  }

  /** A right that cannot be given back ends by itself. */
  private void giveUp() {
    try {
      store.giveUp(key);
    } catch (RuntimeException storeSilent) {
      return;
    }
  }

  private Answer<Token> used(Token token, Instant now) {
    Instant until = now.plus(UNQUESTIONED);
    known =
        Optional.of(new Known(token, until.isBefore(token.renewAt()) ? until : token.renewAt()));
    return new Answer.Got<>(token);
  }

  private static Answer<Token> either(Optional<Token> alive, Failure failure) {
    return alive.<Answer<Token>>map(Answer.Got::new).orElseGet(() -> new Answer.Failed<>(failure));
  }

  private Failure awaited() {
    return failures.of(FailureKind.TRANSIENT, LedgerReason.TOKEN_AWAITED).notBefore(COME_AGAIN);
  }
}

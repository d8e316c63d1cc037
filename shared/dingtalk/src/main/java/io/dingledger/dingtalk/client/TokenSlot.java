package io.dingledger.dingtalk.client;

import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.failure.Answer;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What this process remembers of one app's token, and who of its threads is looking for a new one.
 * A token is told from another by its value and its times: DingTalk may give an internal app the
 * same value again.
 */
final class TokenSlot {
  /** Set by the one thread that looks for a token; the others wait for its answer. */
  final AtomicReference<CompletableFuture<Answer<Token>>> running = new AtomicReference<>();

  /** Only the thread that looks for a token uses it. */
  final RepeatedFault repeatedFault = new RepeatedFault();

  private Optional<Token> last = Optional.empty();
  private Optional<Token> refused = Optional.empty();
  private Instant unquestionedUntil = Instant.MIN;

  /** The token, as long as it is used without a look into the store. */
  synchronized Optional<Token> unquestioned(Instant now) {
    return now.isBefore(unquestionedUntil) ? alive(now) : Optional.empty();
  }

  /** The token last seen, unless it has expired or was refused. */
  synchronized Optional<Token> alive(Instant now) {
    return last.filter(token -> accepts(token, now));
  }

  /** Whether a token that the store holds may be used. */
  synchronized boolean accepts(Token token, Instant now) {
    return now.isBefore(token.expiresAt()) && !refused.equals(Optional.of(token));
  }

  /** Remembers a token that the store holds; not one that was refused while it was being read. */
  synchronized void remember(Token token, Instant until) {
    if (!refused.equals(Optional.of(token))) {
      last = Optional.of(token);
      unquestionedUntil = until;
    }
  }

  /** Remembers a token that DingTalk has just given: whatever was refused before is past. */
  synchronized void renewed(Token token, Instant until) {
    refused = Optional.empty();
    remember(token, until);
  }

  /**
   * Forgets a token that DingTalk no longer accepts, so that it is never served from here again.
   *
   * @return false when this was known, or when a newer one is already here
   */
  synchronized boolean refuse(Token token) {
    boolean newerHere = last.filter(known -> !known.equals(token)).isPresent();
    if (newerHere || refused.equals(Optional.of(token))) {
      return false;
    }
    last = Optional.empty();
    refused = Optional.of(token);
    return true;
  }
}

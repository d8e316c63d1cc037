package io.dingledger.dingtalk.client;

import io.dingledger.dingtalk.client.TokenRequests.Request;
import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.AccessTokenStore.Kept;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.tenant.DingTalkApp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Access tokens, one for each app and company, shared by all running copies and renewed before they
 * expire: DingTalk blocks those who ask too often. Of the threads of this process one looks for a
 * token, and of all processes one asks DingTalk; the others wait for it, or go on with the old
 * token while it lives. Different apps never wait for each other.
 */
final class AccessTokens {
  /** How long a token is used without a look into the store. */
  static final Duration UNQUESTIONED = Duration.ofSeconds(60);

  /** How long after a renewal that failed an old token is used without trying again. */
  static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);

  /** How long an old token is used without a look, while another process renews it. */
  static final Duration WHILE_OTHERS_RENEW = Duration.ofSeconds(2);

  /** The pause before the next look, while another process fetches the first token. */
  static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  /** So much longer than another's right lasts it is looked for the first token. */
  static final Duration BEYOND_LOCK = Duration.ofSeconds(5);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final AccessTokenStore store;
  private final TokenRequests requests;
  private final InstantSource clock;
  private final Pauses pauses;
  private final Duration lock;
  private final PerApp<TokenSlot> slots = new PerApp<>(TokenSlot::new);

  /**
   * The tokens.
   *
   * @param lock how long the right to ask DingTalk lasts; longer than one call takes at most
   */
  AccessTokens(
      AccessTokenStore store,
      TokenRequests requests,
      InstantSource clock,
      Pauses pauses,
      Duration lock) {
    this.lock = lock;
    this.store = store;
    this.requests = requests;
    this.clock = clock;
    this.pauses = pauses;
  }

  /**
   * A token that DingTalk should still accept.
   *
   * @throws RuntimeException when the store gives no answer
   */
  Answer<Token> token(DingTalkApp app) {
    TokenSlot slot = slots.of(AppKey.of(app));
    Optional<Token> known = slot.unquestioned(clock.instant());
    if (known.isPresent()) {
      return new Answer.Got<>(known.get());
    }
    CompletableFuture<Answer<Token>> mine = new CompletableFuture<>();
    CompletableFuture<Answer<Token>> others = slot.running.compareAndExchange(null, mine);
    if (others == null) {
      return looked(app, slot, mine);
    }
    Optional<Token> old = slot.alive(clock.instant());
    return old.isPresent() ? new Answer.Got<>(old.get()) : awaited(others);
  }

  /**
   * Forgets this very token, here and in the store; one that was fetched meanwhile stays.
   *
   * @throws RuntimeException when the store gives no answer; it is forgotten here all the same
   */
  void refuse(DingTalkApp app, Token refused) {
    boolean news = slots.of(AppKey.of(app)).refuse(refused);
    if (news && requests.of(app) instanceof Answer.Got<Request>(Request request)) {
      boolean stillKept =
          store.find(request.key()).flatMap(Kept::token).filter(refused::equals).isPresent();
      if (stillKept) {
        store.drop(request.key(), refused.value());
      }
    }
  }

  /** After so many looks it is given up. */
  static int looks(Duration lock) {
    return Math.toIntExact(lock.plus(BEYOND_LOCK).dividedBy(LOOK_AGAIN));
  }

  private static Answer<Token> awaited(CompletableFuture<Answer<Token>> others) {
    try {
      return others.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Answer.Failed<>(DingTalkFault.INTERRUPTED.failure());
    } catch (TimeoutException | ExecutionException neverAnswered) {
      return new Answer.Failed<>(DingTalkFault.TOKEN_AWAITED.failure());
    }
  }

  private Answer<Token> looked(
      DingTalkApp app, TokenSlot slot, CompletableFuture<Answer<Token>> mine) {
    Answer<Token> answer = new Answer.Failed<>(DingTalkFault.STORE_SILENT.failure());
    try {
      // Between the look and the claim another thread may have brought a new one.
      Optional<Token> meanwhile = slot.unquestioned(clock.instant());
      answer =
          meanwhile.isPresent() ? new Answer.Got<>(meanwhile.get()) : new Look(app, slot).answer();
      return answer;
    } finally {
      slot.running.set(null);
      mine.complete(answer);
    }
  }

  /** One thread's search for a token: in the store, or, with the sole right to, at DingTalk. */
  private final class Look {
    private final DingTalkApp app;
    private final TokenSlot slot;

    Look(DingTalkApp app, TokenSlot slot) {
      this.app = app;
      this.slot = slot;
    }

    Answer<Token> answer() {
      return switch (requests.of(app)) {
        case Answer.Failed<Request>(Failure failure) -> new Answer.Failed<>(failure);
        case Answer.Got<Request>(Request request) -> shared(request);
      };
    }

    private Answer<Token> shared(Request request) {
      TokenKey key = request.key();
      for (int look = 0; look < looks(lock); look++) {
        Optional<Kept> kept = store.find(key);
        Instant now = clock.instant();
        Optional<Token> usable =
            kept.flatMap(Kept::token).filter(token -> slot.accepts(token, now));
        if (usable.filter(token -> now.isBefore(token.renewAt())).isPresent()) {
          return used(usable.get(), now, UNQUESTIONED);
        }
        boolean othersFetch = kept.flatMap(Kept::fetchedUntil).filter(now::isBefore).isPresent();
        if (!othersFetch && store.claim(key, kept, now.plus(lock))) {
          return fetched(request, usable);
        }
        if (usable.isPresent()) {
          return used(usable.get(), now, WHILE_OTHERS_RENEW);
        }
        if (!pauses.pause(LOOK_AGAIN)) {
          return new Answer.Failed<>(DingTalkFault.INTERRUPTED.failure());
        }
      }
      return new Answer.Failed<>(DingTalkFault.TOKEN_AWAITED.failure());
    }

    private Answer<Token> fetched(Request request, Optional<Token> old) {
      boolean kept = false;
      try {
        Answer<Token> answer = requests.ask(AppKey.of(app), request);
        if (answer instanceof Answer.Got<Token>(Token token)) {
          store.keep(request.key(), token);
          kept = true;
        }
        return judged(answer, old);
      } finally {
        if (!kept) {
          giveUp(request.key());
        }
      }
    }

    /** An old token that still lives is better than the failure to renew it. */
    private Answer<Token> judged(Answer<Token> answer, Optional<Token> old) {
      Instant now = clock.instant();
      return switch (answer) {
        case Answer.Got<Token>(Token token) -> {
          slot.repeatedFault.reset();
          slot.renewed(token, earlier(now.plus(UNQUESTIONED), token.renewAt()));
          yield answer;
        }
        case Answer.Failed<Token>(Failure failure) -> {
          Failure judged = slot.repeatedFault.judge(failure, now);
          yield old.filter(token -> slot.accepts(token, now))
              .map(token -> used(token, now, AFTER_A_FAILURE))
              .orElseGet(() -> new Answer.Failed<>(judged));
        }
      };
    }

    private Answer<Token> used(Token token, Instant now, Duration unquestioned) {
      Instant limit = now.isBefore(token.renewAt()) ? token.renewAt() : token.expiresAt();
      slot.remember(token, earlier(now.plus(unquestioned), limit));
      return new Answer.Got<>(token);
    }

    /** The right ends by itself too, and why nothing was fetched matters more. */
    private void giveUp(TokenKey key) {
      try {
        store.giveUp(key);
      } catch (RuntimeException storeSilent) {
        return;
      }
    }

    private static Instant earlier(Instant one, Instant other) {
      return one.isBefore(other) ? one : other;
    }
  }
}

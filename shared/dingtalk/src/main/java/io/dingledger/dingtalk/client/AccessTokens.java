package io.dingledger.dingtalk.client;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.client.Exchange.Received;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.DingTalkApp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * Access tokens of internal apps (API0033), kept until shortly before they expire: DingTalk blocks
 * those who ask too often. Of the threads that want the same app's token at once one asks and the
 * others wait for its answer; different apps never wait for each other.
 */
final class AccessTokens {
  /** How long before its expiry a token is renewed. */
  static final Duration EARLY = Duration.ofMinutes(10);

  /** However short-lived the tokens, none is asked for more often than this. */
  static final Duration SHORTEST_USE = Duration.ofSeconds(30);

  /** DingTalk's tokens live two hours; a longer life is not believed. */
  static final Duration LONGEST_LIFE = Duration.ofHours(2);

  /** One container serves fewer apps; beyond, tokens are asked for anew. */
  private static final int MOST_APPS = 5_000;

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,2048}");

  private record Token(String value, Instant renewAt) {
    @Override
    public String toString() {
      return "***";
    }
  }

  private static final class Slot {
    private final AtomicReference<Token> current = new AtomicReference<>();
    private final AtomicReference<CompletableFuture<Answer<Token>>> running =
        new AtomicReference<>();

    Optional<Token> fresh(Instant now) {
      return Optional.ofNullable(current.get()).filter(token -> now.isBefore(token.renewAt()));
    }
  }

  private final Map<AppKey, Slot> slots = new ConcurrentHashMap<>();
  private final Exchange exchange;
  private final InstantSource clock;

  AccessTokens(Exchange exchange, InstantSource clock) {
    this.exchange = exchange;
    this.clock = clock;
  }

  /** A token that DingTalk should still accept. */
  Answer<String> token(DingTalkApp app) {
    Slot slot = slot(AppKey.of(app));
    Optional<Token> fresh = slot.fresh(clock.instant());
    if (fresh.isPresent()) {
      return new Answer.Got<>(fresh.get().value());
    }
    CompletableFuture<Answer<Token>> mine = new CompletableFuture<>();
    CompletableFuture<Answer<Token>> others = slot.running.compareAndExchange(null, mine);
    return (others == null ? fetch(app, slot, mine) : others.join()).map(Token::value);
  }

  /** Forgets this very token; one that another thread has renewed meanwhile stays. */
  void drop(DingTalkApp app, String token) {
    slot(AppKey.of(app))
        .current
        .updateAndGet(kept -> kept != null && kept.value().equals(token) ? null : kept);
  }

  private Answer<Token> fetch(DingTalkApp app, Slot slot, CompletableFuture<Answer<Token>> mine) {
    Answer<Token> answer = new Answer.Failed<>(DingTalkFault.UNREACHABLE.failure());
    try {
      // Between the look and the claim another thread may have brought a new one.
      Optional<Token> meanwhile = slot.fresh(clock.instant());
      answer = meanwhile.<Answer<Token>>map(Answer.Got::new).orElseGet(() -> ask(app));
      if (answer instanceof Answer.Got<Token>(Token token)) {
        slot.current.set(token);
      }
      return answer;
    } finally {
      slot.running.set(null);
      mine.complete(answer);
    }
  }

  private Answer<Token> ask(DingTalkApp app) {
    return switch (app.access()) {
      case DingTalkApp.Internal own -> ask(app, own);
      case DingTalkApp.ThirdParty suite ->
          throw new UnsupportedOperationException("third-party tokens");
    };
  }

  private Answer<Token> ask(DingTalkApp app, DingTalkApp.Internal own) {
    ObjectNode body =
        JsonTexts.object()
            .put("appKey", own.clientId())
            .put("appSecret", own.clientSecret().reveal());
    Answer<Received> answer =
        exchange.make(
            new Exchange.Call(app.apiBase(), "/v1.0/oauth2/accessToken", Map.of(), Map.of(), body));
    return switch (answer) {
      case Answer.Failed<Received>(var failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Received>(Received received) -> read(received.json());
    };
  }

  private Answer<Token> read(ObjectNode content) {
    String value = scalar(field(content, "accessToken"));
    if (!TOKEN.matcher(value).matches()) {
      return new Answer.Failed<>(DingTalkFault.UNREADABLE.failure());
    }
    String seconds = scalar(field(content, "expireIn")).strip();
    Duration life =
        SECONDS.matcher(seconds).matches()
            ? Duration.ofSeconds(Long.parseLong(seconds))
            : SHORTEST_USE;
    return new Answer.Got<>(new Token(value, clock.instant().plus(use(life))));
  }

  /** Ten minutes less than its life; half of a life that is too short for that. */
  private static Duration use(Duration life) {
    Duration believed = life.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : life;
    Duration use =
        believed.compareTo(EARLY.multipliedBy(2)) > 0
            ? believed.minus(EARLY)
            : believed.dividedBy(2);
    return use.compareTo(SHORTEST_USE) < 0 ? SHORTEST_USE : use;
  }

  private Slot slot(AppKey key) {
    if (slots.size() >= MOST_APPS && !slots.containsKey(key)) {
      slots.clear();
    }
    return slots.computeIfAbsent(key, unknown -> new Slot());
  }
}

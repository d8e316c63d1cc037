package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.HttpCall;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A session that is opened when first needed and kept. One thread logs in, the others wait for it.
 *
 * <p>Repeated bad log-ins lock the user for about half an hour, so a refused one is not repeated
 * for a minute.
 */
final class SessionAccess implements Access {
  static final Duration PAUSE_AFTER_REFUSAL = Duration.ofMinutes(1);

  private static final String SESSION_COOKIE = "kdservice-sessionid";
  private static final String PLATFORM_COOKIE = "ASP.NET_SessionId";
  private static final Pattern COOKIE_VALUE = Pattern.compile("[!-~&&[^;,\"\\\\]]{1,500}");

  private final KingdeeSettings settings;
  private final LedgerHttp http;
  private final Clock clock;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private Optional<Pass> session = Optional.empty();
  private Optional<Refusal> refusal = Optional.empty();

  private record Refusal(Failure failure, Instant until) {}

  SessionAccess(KingdeeSettings settings, LedgerHttp http, Clock clock) {
    this.settings = settings;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Answer<Pass> pass(URI target) {
    oneAtATime.lock();
    try {
      if (session.isPresent()) {
        return new Answer.Got<>(session.get());
      }
      if (refusal.isPresent() && clock.instant().isBefore(refusal.get().until())) {
        return new Answer.Failed<>(refusal.get().failure());
      }
      return remembered(login());
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Another thread may have logged in since the pass was given; its session stays. */
  @Override
  public boolean renew(Pass lost) {
    oneAtATime.lock();
    try {
      session = session.filter(current -> current != lost);
      return true;
    } finally {
      oneAtATime.unlock();
    }
  }

  private Answer<Pass> remembered(Answer<Pass> outcome) {
    switch (outcome) {
      case Answer.Got<Pass>(Pass pass) -> {
        session = Optional.of(pass);
        refusal = Optional.empty();
      }
      case Answer.Failed<Pass>(Failure failure) -> {
        if (failure.kind() == FailureKind.CONFIG) {
          Instant until = clock.instant().plus(PAUSE_AFTER_REFUSAL);
          refusal = Optional.of(new Refusal(failure, until));
        }
      }
    }
    return outcome;
  }

  private Answer<Pass> login() {
    LoginRequest request = LoginRequest.of(settings, clock.instant().getEpochSecond());
    Exchange exchange =
        http.exchange(
            HttpCall.postJson(settings.address(request.service()), Map.of(), request.body()));
    Optional<Failure> failure = KingdeeForm.FAILURES.ofTransport(exchange, Errand.LOGIN);
    return failure.isPresent() || !(exchange instanceof Exchange.Answered answered)
        ? new Answer.Failed<>(failure.orElseThrow())
        : read(answered);
  }

  private static Answer<Pass> read(Exchange.Answered answered) {
    Optional<JsonNode> tree = Json.tree(answered.body());
    if (tree.isEmpty()) {
      return unreadable(answered.isPage() ? LedgerReason.PAGE : LedgerReason.UNREADABLE);
    }
    JsonNode result = tree.get().path("LoginResultType");
    if (result.isMissingNode()) {
      return KingdeeReply.read(answered.body()) instanceof KingdeeReply.Status status
          ? new Answer.Failed<>(Verdict.ofLogin(status))
          : unreadable(LedgerReason.UNREADABLE);
    }
    if (!Json.scalar(result).equals("1")) {
      return new Answer.Failed<>(refused(tree.get()));
    }
    Map<String, String> cookies = cookies(answered, Json.scalar(tree.get().path("KDSVCSessionId")));
    return cookies.isEmpty()
        ? unreadable(LedgerReason.UNREADABLE)
        : new Answer.Got<>(new Pass(Map.of("Cookie", joined(cookies))));
  }

  /** The server's own message may name the user, so only its codes are passed on. */
  private static Failure refused(JsonNode reply) {
    String result = Json.scalar(reply.path("LoginResultType"));
    String message = Json.scalar(reply.path("MessageCode"));
    return KingdeeForm.FAILURES.of(
        FailureKind.CONFIG,
        LedgerReason.LOGIN_REFUSED,
        "LoginResultType " + result + (message.isEmpty() ? "" : ", " + message));
  }

  private static Answer<Pass> unreadable(LedgerReason reason) {
    return new Answer.Failed<>(KingdeeForm.FAILURES.of(FailureKind.TRANSIENT, reason, "log-in"));
  }

  private static Map<String, String> cookies(Exchange.Answered answered, String sessionInBody) {
    Map<String, String> cookies = new LinkedHashMap<>();
    keep(cookies, SESSION_COOKIE, sessionInBody);
    for (String line : answered.headers().allValues("Set-Cookie")) {
      String[] sides = line.split(";", 2)[0].split("=", 2);
      for (String wanted : new String[] {SESSION_COOKIE, PLATFORM_COOKIE}) {
        if (sides.length == 2 && sides[0].strip().equalsIgnoreCase(wanted)) {
          keep(cookies, wanted, sides[1].strip());
        }
      }
    }
    return cookies;
  }

  private static void keep(Map<String, String> cookies, String name, String value) {
    if (COOKIE_VALUE.matcher(value).matches()) {
      cookies.put(name, value);
    }
  }

  private static String joined(Map<String, String> cookies) {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }
}

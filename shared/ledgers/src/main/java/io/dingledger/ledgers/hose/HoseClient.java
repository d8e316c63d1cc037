package io.dingledger.ledgers.hose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.AddressFilter;
import io.dingledger.ledgers.http.Digests;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.Failures;
import io.dingledger.ledgers.http.HttpCall;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.ledgers.http.SharedToken;
import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * 合思 over HTTP. Access tokens live for two hours, are shared by all running copies, and travel in
 * the query, so addresses are never printed. 401 and 403 of a call drop the token; a new one is
 * tried once.
 */
public final class HoseClient implements Hose {
  private static final Failures FAILURES = new Failures("hose");
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration RENEWED_AFTER = Duration.ofMinutes(90);
  private static final Duration LIVES = Duration.ofMinutes(115);
  private static final int MOST_TOKENS = 500;
  private static final int NO_CONTENT = 204;

  private final AccessTokenStore store;
  private final LedgerHttp http;
  private final Clock clock;
  private final Map<TokenKey, SharedToken> tokens = new ConcurrentHashMap<>();

  /**
   * A client.
   *
   * @param addresses which addresses it may call
   */
  public HoseClient(AccessTokenStore store, AddressFilter addresses, Clock clock) {
    this.store = store;
    this.http = new LedgerHttp(READ_TIMEOUT, addresses, clock);
    this.clock = clock;
  }

  @Override
  public Answer<Flow> flow(Tenant tenant, HoseSettings settings, String flowId) {
    Function<Token, HttpCall> call =
        token ->
            HttpCall.get(
                address(settings, "/api/openapi/v1.1/flowDetails", token, "flowId=" + in(flowId)),
                Map.of());
    return called(tenant, settings, call, Errand.ASK, answered -> flow(answered, flowId));
  }

  @Override
  public Answer<Told> tell(Tenant tenant, HoseSettings settings, VoucherNumber number) {
    ObjectNode body = Json.object();
    body.putArray("voucher")
        .addObject()
        .put("flowId", number.flowId())
        .put("voucherNo", number.number())
        .put("voucherCreateTime", Long.toString(number.postedAt().toEpochMilli()))
        .put("fiscalPeriod", number.period().toString());
    Function<Token, HttpCall> call =
        token ->
            new HttpCall(
                "PUT",
                address(settings, "/api/openapi/v2.1/flow/data/erpVoucher", token, ""),
                Map.of(),
                Optional.of(
                    new HttpCall.Body(
                        "application/json; charset=utf-8",
                        Json.text(body),
                        StandardCharsets.UTF_8)),
                "application/json");
    // To tell the same again does no harm, so an unclear answer is no danger here.
    return called(tenant, settings, call, Errand.ASK, answered -> new Answer.Got<>(new Told()));
  }

  private <T> Answer<T> called(
      Tenant tenant,
      HoseSettings settings,
      Function<Token, HttpCall> call,
      Errand errand,
      Function<Exchange.Answered, Answer<T>> reader) {
    SharedToken shared = token(tenant, settings);
    for (int attempt = 0; ; attempt++) {
      Answer<Token> token = shared.token();
      if (!(token instanceof Answer.Got<Token>(Token usable))) {
        return new Answer.Failed<>(((Answer.Failed<Token>) token).failure());
      }
      Exchange exchange = http.exchange(call.apply(usable));
      if (!isRefused(exchange)) {
        return read(exchange, errand, reader);
      }
      shared.refused(usable);
      if (attempt > 0) {
        return new Answer.Failed<>(
            FAILURES.said(FailureKind.CONFIG, status(exchange), "permission or token refused"));
      }
    }
  }

  private static boolean isRefused(Exchange exchange) {
    return exchange instanceof Exchange.Answered answered
        && (answered.status() == 401 || answered.status() == 403);
  }

  private static String status(Exchange exchange) {
    return exchange instanceof Exchange.Answered answered ? "HTTP-" + answered.status() : "";
  }

  private static <T> Answer<T> read(
      Exchange exchange, Errand errand, Function<Exchange.Answered, Answer<T>> reader) {
    if (exchange instanceof Exchange.Answered answered && answered.status() == NO_CONTENT) {
      return reader.apply(answered);
    }
    Optional<Failure> failure = FAILURES.ofTransport(exchange, errand);
    return failure.isPresent() || !(exchange instanceof Exchange.Answered answered)
        ? new Answer.Failed<>(failure.orElseThrow())
        : reader.apply(answered);
  }

  private static Answer<Flow> flow(Exchange.Answered answered, String flowId) {
    Optional<JsonNode> tree = Json.tree(answered.body());
    if (tree.isEmpty()) {
      return new Answer.Failed<>(
          FAILURES.of(
              FailureKind.TRANSIENT,
              answered.isPage() ? LedgerReason.PAGE : LedgerReason.UNREADABLE));
    }
    return Flow.read(Json.text(tree.get().path("value")))
        .filter(flow -> flow.id().equals(flowId))
        .<Answer<Flow>>map(Answer.Got::new)
        .orElseGet(
            () -> new Answer.Failed<>(failure(FailureKind.DATA, HoseReason.NO_FLOW, flowId)));
  }

  private SharedToken token(Tenant tenant, HoseSettings settings) {
    String fingerprint = Digests.sha256Hex(settings.appSecurity().reveal()).substring(0, 12);
    TokenKey key =
        new TokenKey(
            tenant,
            settings.corpId(),
            settings.appKey() + "#" + fingerprint,
            settings.base().toString());
    if (tokens.size() > MOST_TOKENS) {
      tokens.clear();
    }
    return tokens.computeIfAbsent(
        key, unknown -> new SharedToken(store, key, renewal -> login(settings), FAILURES, clock));
  }

  private Answer<Token> login(HoseSettings settings) {
    ObjectNode body =
        Json.object()
            .put("appKey", settings.appKey())
            .put("appSecurity", settings.appSecurity().reveal());
    URI target = settings.base().resolve("/api/openapi/v1/auth/getAccessToken");
    Exchange exchange = http.exchange(HttpCall.postJson(target, Map.of(), Json.text(body)));
    return isRefused(exchange)
        ? new Answer.Failed<>(failure(FailureKind.CONFIG, HoseReason.LOGIN_REFUSED))
        : read(exchange, Errand.LOGIN, this::token);
  }

  private Answer<Token> token(Exchange.Answered answered) {
    String value =
        Json.tree(answered.body())
            .map(tree -> Json.scalar(tree.path("value").path("accessToken")))
            .orElse("");
    Instant now = clock.instant();
    return value.isEmpty()
        ? new Answer.Failed<>(FAILURES.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE))
        : new Answer.Got<>(new Token(Secret.of(value), now.plus(RENEWED_AFTER), now.plus(LIVES)));
  }

  private static URI address(HoseSettings settings, String path, Token token, String more) {
    String query = "accessToken=" + in(token.value().reveal());
    return settings.base().resolve(path + "?" + (more.isEmpty() ? query : more + "&" + query));
  }

  private static String in(String free) {
    return URLEncoder.encode(free, StandardCharsets.UTF_8);
  }

  private static Failure failure(FailureKind kind, HoseReason reason, Object... arguments) {
    return Failure.of(kind, "hose", reason.code(), Reason.of(reason, arguments).chinese());
  }
}

package io.dingledger.ledgers.yonbip;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.Patterns;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.HttpCall;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.ledgers.yonbip.YonbipSettings.Where;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where a tenant's gateway is: configured, or looked up by the tenant id and kept for half a day.
 * Used by several threads; two may look up at the same time, which does no harm.
 */
final class DataCentre {
  private static final Duration KEPT = Duration.ofHours(12);
  private static final String GOOD = "00000";

  private final Where where;
  private final LedgerHttp http;
  private final Clock clock;
  private volatile Optional<Known> known = Optional.empty();

  /** The two addresses, without a slash at their ends. */
  record Addresses(String gateway, String token) {}

  private record Known(Addresses addresses, Instant until) {}

  DataCentre(Where where, LedgerHttp http, Clock clock) {
    this.where = where;
    this.http = http;
    this.clock = clock;
  }

  /** The addresses, or why they are not known. */
  Answer<Addresses> addresses() {
    if (where.configured()) {
      return new Answer.Got<>(new Addresses(where.gatewayUrl(), where.tokenUrl()));
    }
    Instant now = clock.instant();
    Optional<Known> kept = known.filter(each -> now.isBefore(each.until()));
    if (kept.isPresent()) {
      return new Answer.Got<>(kept.get().addresses());
    }
    Answer<Addresses> answer = lookedUp();
    if (answer instanceof Answer.Got<Addresses>(Addresses addresses)) {
      known = Optional.of(new Known(addresses, now.plus(KEPT)));
    }
    return answer;
  }

  /** Forgets what was looked up, after it did not work: tenants are moved at times. */
  void forget() {
    known = Optional.empty();
  }

  private Answer<Addresses> lookedUp() {
    String query = "?tenantId=" + URLEncoder.encode(where.tenantId(), StandardCharsets.UTF_8);
    Exchange exchange =
        http.exchange(HttpCall.get(URI.create(where.dataCentreUrl() + query), Map.of()));
    Optional<Failure> failure = YonbipForm.FAILURES.ofTransport(exchange, Errand.LOGIN);
    if (failure.isPresent() || !(exchange instanceof Exchange.Answered answered)) {
      return new Answer.Failed<>(failure.orElseThrow());
    }
    Optional<YonbipReply> reply = YonbipReply.read(answered.body());
    if (reply.isEmpty()) {
      return new Answer.Failed<>(
          YonbipVerdict.unreadable(answered, Errand.LOGIN, "the data centre look-up"));
    }
    return reply.get().code().equals(GOOD)
        ? read(reply.get().data())
        : new Answer.Failed<>(YonbipVerdict.ofLogin(reply.get()));
  }

  /** Tokens travel to these addresses, so an unsafe one is not taken. */
  private static Answer<Addresses> read(JsonNode data) {
    String gateway = Json.scalar(data.path("gatewayUrl"));
    String token = Json.scalar(data.path("tokenUrl"));
    if (!Patterns.isSafeAddress(gateway) || !Patterns.isSafeAddress(token)) {
      return new Answer.Failed<>(
          YonbipForm.FAILURES.of(
              FailureKind.TRANSIENT, LedgerReason.UNREADABLE, "the data centre's addresses"));
    }
    return new Answer.Got<>(
        new Addresses(YonbipSettings.withoutSlash(gateway), YonbipSettings.withoutSlash(token)));
  }
}

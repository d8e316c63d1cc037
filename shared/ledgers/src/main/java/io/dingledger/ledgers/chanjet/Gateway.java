package io.dingledger.ledgers.chanjet;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.Failures;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the platform's gateway says by status and code, before a product sees the request. The codes
 * are those of the vendor's SDK and of its page on calling APIs; a refusal with a status of 4xx had
 * no effect. With 5xx its codes are not believed: the product may have begun.
 */
final class Gateway {
  static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;
  private static final int SERVER_ERROR = 500;
  private static final int FIRST_REFUSAL = 400;

  private static final String QUOTA_OR_APP_KEY = "50112";
  private static final String SYSTEM = "50000";
  private static final String TOO_FAST = "14002";
  private static final Pattern TOKEN = Pattern.compile("400[1-8]");

  private Gateway() {}

  /** The body as a JSON object, if it is one. */
  static Optional<JsonNode> object(Exchange exchange) {
    return exchange instanceof Exchange.Answered answered
        ? Json.tree(answered.body()).filter(JsonNode::isObject)
        : Optional.empty();
  }

  /** The code of an answer; empty when it has none. */
  static String code(JsonNode tree) {
    String code = Json.scalar(tree.path("code"));
    return code.isEmpty() ? Json.scalar(tree.path("errorCode")) : code;
  }

  /** Whether another token may be accepted where this one was not. */
  static boolean losesToken(Exchange exchange, Optional<JsonNode> tree) {
    if (!(exchange instanceof Exchange.Answered answered)
        || answered.status() >= SERVER_ERROR
        || tree.isEmpty()) {
      return false;
    }
    String code = code(tree.get());
    return TOKEN.matcher(code).matches()
        || (answered.status() == UNAUTHORISED && !code.equals(QUOTA_OR_APP_KEY));
  }

  /** Why the gateway let a request pass to nobody; empty when it did not say so. */
  static Optional<Failure> refusal(
      Exchange exchange, Optional<JsonNode> tree, Errand errand, Failures failures) {
    if (!(exchange instanceof Exchange.Answered answered) || answered.status() >= SERVER_ERROR) {
      return Optional.empty();
    }
    return throttled(exchange, failures)
        .or(() -> limit(answered, tree, failures))
        .or(() -> refusedByCode(answered, tree, errand, failures));
  }

  /** Protective throttling: status 409, whatever the body. */
  static Optional<Failure> throttled(Exchange exchange, Failures failures) {
    return exchange instanceof Exchange.Answered answered && answered.status() == CONFLICT
        ? Optional.of(
            failures.said(FailureKind.THROTTLE, "HTTP-409", "HTTP 409", answered.retryAfter()))
        : Optional.empty();
  }

  /** Too fast, or the month's calls are used up. */
  static Optional<Failure> limit(
      Exchange.Answered answered, Optional<JsonNode> tree, Failures failures) {
    String code = tree.map(Gateway::code).orElse("");
    if (code.equals(TOO_FAST)) {
      return Optional.of(
          failures.said(FailureKind.THROTTLE, code, Words.of(tree.get()), answered.retryAfter()));
    }
    return code.equals(QUOTA_OR_APP_KEY) && answered.status() == UNAUTHORISED
        ? Optional.of(failures.said(FailureKind.QUOTA, code, Words.of(tree.get())))
        : Optional.empty();
  }

  private static Optional<Failure> refusedByCode(
      Exchange.Answered answered, Optional<JsonNode> tree, Errand errand, Failures failures) {
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    String code = code(tree.get());
    boolean refused = answered.status() >= FIRST_REFUSAL;
    return kind(code, answered.status(), refused, errand)
        .map(kind -> failures.said(kind, named(code, answered), Words.of(tree.get())));
  }

  /**
   * With status 200 the code for a system error does not say how far the request got. With 401 it
   * is a wrong token or secret; a question finds out which by renewing the token, so that what is
   * left then is the configuration.
   */
  private static Optional<FailureKind> kind(
      String code, int status, boolean refused, Errand errand) {
    if (TOKEN.matcher(code).matches()) {
      return Optional.of(FailureKind.TOKEN);
    }
    if (code.equals(SYSTEM)) {
      boolean lostWhileSending = status == UNAUTHORISED && errand == Errand.SEND;
      FailureKind ofRefused = lostWhileSending ? FailureKind.TOKEN : FailureKind.CONFIG;
      FailureKind ofUnclear = errand == Errand.SEND ? FailureKind.AMBIGUOUS : FailureKind.CONFIG;
      return Optional.of(refused ? ofRefused : ofUnclear);
    }
    if (status == UNAUTHORISED) {
      return Optional.of(FailureKind.TOKEN);
    }
    return status == FORBIDDEN || code.equals(QUOTA_OR_APP_KEY)
        ? Optional.of(FailureKind.CONFIG)
        : Optional.empty();
  }

  private static String named(String code, Exchange.Answered answered) {
    return code.isEmpty() ? "HTTP-" + answered.status() : code;
  }
}

package io.dingledger.ledgers.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A refusal by QuickBooks: {@code {"Fault":{"Error":[{"Message","Detail","code","element"}],
 * "type"}}}. It comes with any status, 200 included, and from the gateway in lower case.
 *
 * @param code Intuit's code; empty when there is none
 * @param type upper case, for example {@code VALIDATIONFAULT}
 * @param words without personal data
 */
record Fault(String code, String type, String words) {
  /** Intuit asks to wait a minute after a throttle. */
  static final Duration SHORTEST_WAIT = Duration.ofSeconds(60);

  private static final Pattern NUMBERS = Pattern.compile("[0-9][0-9.,]*");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|“[^”]*”");
  private static final Pattern TRACE = Pattern.compile("[0-9A-Za-z-]{1,80}");
  private static final int UNAUTHORISED = 401;

  /** The tree of an answer; a failure, classed, when it is no good one. */
  static Answer<JsonNode> read(Exchange exchange, Errand errand) {
    return exchange instanceof Exchange.Answered answered
        ? read(answered, errand)
        : new Answer.Failed<>(QuickBooksForm.FAILURES.ofTransport(exchange, errand).orElseThrow());
  }

  /** A failure whose words begin with the id by which Intuit's support finds the request. */
  static Failure traced(Failure failure, Exchange.Answered answered) {
    String trace =
        answered
            .headers()
            .firstValue("intuit_tid")
            .filter(id -> TRACE.matcher(id).matches())
            .map(id -> "intuit_tid=" + id + "; ")
            .orElse("");
    return new Failure(
        failure.kind(),
        failure.system(),
        failure.code(),
        trace + failure.detail(),
        failure.retryAfter());
  }

  private static Answer<JsonNode> read(Exchange.Answered answered, Errand errand) {
    Optional<JsonNode> tree = answered.isPage() ? Optional.empty() : Json.tree(text(answered));
    Optional<Fault> fault = tree.flatMap(Fault::in);
    if (fault.isPresent()) {
      return failed(fault.get().failure(answered, errand), answered);
    }
    if (answered.status() == UNAUTHORISED) {
      return failed(QuickBooksForm.FAILURES.said(FailureKind.TOKEN, "HTTP-401", ""), answered);
    }
    Optional<Failure> transport = QuickBooksForm.FAILURES.ofTransport(answered, errand);
    if (transport.isPresent()) {
      return failed(withWait(transport.get()), answered);
    }
    return tree.filter(JsonNode::isObject)
        .<Answer<JsonNode>>map(Answer.Got::new)
        .orElseGet(() -> failed(unreadable(answered, errand), answered));
  }

  private static Failure unreadable(Exchange.Answered answered, Errand errand) {
    return answered.isPage()
        ? QuickBooksForm.FAILURES.of(errand.unclear(), LedgerReason.PAGE)
        : QuickBooksForm.FAILURES.of(errand.unclear(), LedgerReason.UNREADABLE, "not an object");
  }

  private static Answer<JsonNode> failed(Failure failure, Exchange.Answered answered) {
    return new Answer.Failed<>(traced(failure, answered));
  }

  private static String text(Exchange.Answered answered) {
    return answered.body().startsWith("\uFEFF") ? answered.body().substring(1) : answered.body();
  }

  private static Optional<Fault> in(JsonNode tree) {
    JsonNode fault = child(tree, "fault");
    if (!fault.isObject()) {
      return Optional.empty();
    }
    JsonNode errors = child(fault, "error");
    JsonNode first = errors.isArray() ? errors.path(0) : errors;
    String message = Json.scalar(child(first, "message"));
    String element = Json.scalar(child(first, "element"));
    String detail = masked(Json.scalar(child(first, "detail")));
    return Optional.of(
        new Fault(
            Json.scalar(child(first, "code")),
            Json.scalar(child(fault, "type")).toUpperCase(Locale.ROOT),
            masked(message)
                + (detail.isEmpty() ? "" : ": " + detail)
                + (element.isEmpty() ? "" : " [" + element + "]")));
  }

  /** Numbers may be amounts and quoted texts names. */
  private static String masked(String words) {
    return NUMBERS.matcher(QUOTED.matcher(words).replaceAll("*")).replaceAll("#");
  }

  private static JsonNode child(JsonNode parent, String name) {
    for (Map.Entry<String, JsonNode> field : parent.properties()) {
      if (field.getKey().equalsIgnoreCase(name)) {
        return field.getValue();
      }
    }
    return parent.path(name);
  }

  private Failure failure(Exchange.Answered answered, Errand errand) {
    FailureKind kind = kind(answered.status(), errand);
    Optional<Duration> wait =
        kind == FailureKind.THROTTLE ? answered.retryAfter() : Optional.empty();
    String known = code.isEmpty() ? "HTTP-" + answered.status() : code;
    return withWait(QuickBooksForm.FAILURES.said(kind, known, words, wait));
  }

  private static Failure withWait(Failure failure) {
    return failure.kind() == FailureKind.THROTTLE ? failure.notBefore(SHORTEST_WAIT) : failure;
  }

  /** What a server error wraps is not to be believed, but for a throttle, which does nothing. */
  private FailureKind kind(int status, Errand errand) {
    FailureKind kind = status == 429 ? FailureKind.THROTTLE : kindByCode(status, errand);
    boolean broken = status >= 500 || status == 408;
    return broken && kind != FailureKind.THROTTLE ? errand.unclear() : kind;
  }

  private FailureKind kindByCode(int status, Errand errand) {
    return switch (code) {
      case "3200" -> FailureKind.TOKEN;
      case "120", "3100", "6190" -> FailureKind.CONFIG;
      case "003001", "3001", "429" -> FailureKind.THROTTLE;
      case "6210" -> errand == Errand.SEND ? FailureKind.PERIOD_CLOSED : FailureKind.CONFIG;
      // The number is taken, perhaps by this very voucher: only asking tells.
      case "6140" -> errand.unclear();
      case "500", "610", "5010", "6000", "6240", "6540" -> refused(errand);
      default -> code.matches("2[0-9]{3}") ? refused(errand) : kindByType(status, errand);
    };
  }

  private FailureKind kindByType(int status, Errand errand) {
    if (type.startsWith("AUTHENTICATION") || status == UNAUTHORISED) {
      return FailureKind.TOKEN;
    }
    if (type.startsWith("AUTHORIZATION") || status == 403) {
      return FailureKind.CONFIG;
    }
    if (type.startsWith("THROTTL")) {
      return FailureKind.THROTTLE;
    }
    boolean refused = type.startsWith("VALIDATION") || (type.isEmpty() && status >= 400);
    return refused ? refused(errand) : errand.unclear();
  }

  /** A question holds nothing of a voucher but its key: who refuses it refuses the connection. */
  private static FailureKind refused(Errand errand) {
    return errand == Errand.SEND ? FailureKind.DATA : FailureKind.CONFIG;
  }
}

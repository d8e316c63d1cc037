package io.dingledger.ledgers.http;

import io.dingledger.ledgers.LedgerReason;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.failure.ReasonCode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes classed failures of one type of ledger.
 *
 * @param system the registered type, for example {@code kingdee-cloud}
 */
public record Failures(String system) {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int REQUEST_TIMEOUT = 408;
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{11,}");

  /** A number with decimals, unless a word for codes or periods stands before it: 科目 6602.03. */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![0-9.,])(?<!(科目|编码|编号|代码|期间|account|code|period)[^0-9金额借贷]{0,6})"
              + "[0-9][0-9,]{0,20}\\.[0-9]{1,4}(?![0-9.])",
          Pattern.CASE_INSENSITIVE);

  /** What a word for credentials introduces, and whatever is long enough to be one. */
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?<=(token|secret|密钥|令牌)[=:： ]{1,3})[!-~]{4,500}|[A-Za-z0-9_=/+-]{32,}",
          Pattern.CASE_INSENSITIVE);

  /** A failure in our own words. */
  public Failure of(FailureKind kind, ReasonCode reason, Object... arguments) {
    return Failure.of(kind, system, reason.code(), Reason.of(reason, arguments).chinese());
  }

  /**
   * A failure in the ledger's words. The texts pass through logs, so what may be an amount, a
   * credential, or a telephone or identity number (a long one) is taken out.
   */
  public Failure said(FailureKind kind, String code, String words) {
    return said(kind, code, words, Optional.empty());
  }

  /** The same with the wait that the ledger stated. */
  public Failure said(FailureKind kind, String code, String words, Optional<Duration> wait) {
    String shown = words;
    for (Pattern pattern : new Pattern[] {CREDENTIAL, AMOUNT, LONG_NUMBER}) {
      shown = pattern.matcher(shown).replaceAll("*");
    }
    return new Failure(kind, system, code, shown, wait);
  }

  /**
   * Why an exchange gave no body to read; empty when its status is 200, 201 or 206.
   *
   * <p>429 is a throttle with the stated wait. What the web server itself refuses (4xx) had no
   * effect and is CONFIG; no answer, 408, 5xx and unread redirections after a sending request are
   * AMBIGUOUS, after any other TRANSIENT. An adapter whose ledger says more by its statuses looks
   * at them first.
   */
  public Optional<Failure> ofTransport(Exchange exchange, Errand errand) {
    return switch (exchange) {
      case Exchange.NeverLeft(LedgerReason reason, String why) ->
          Optional.of(
              of(
                  reason == LedgerReason.NOT_REACHED ? FailureKind.TRANSIENT : FailureKind.CONFIG,
                  reason,
                  why));
      case Exchange.NoAnswer(LedgerReason reason, String why) ->
          Optional.of(of(errand.unclear(), reason, why));
      case Exchange.Answered answered -> ofStatus(answered, errand);
    };
  }

  private Optional<Failure> ofStatus(Exchange.Answered answered, Errand errand) {
    int status = answered.status();
    if (status == 200 || status == 201 || status == 206) {
      return Optional.empty();
    }
    FailureKind kind = kind(status, errand);
    Optional<Duration> wait =
        kind == FailureKind.THROTTLE ? answered.retryAfter() : Optional.empty();
    return Optional.of(new Failure(kind, system, "HTTP-" + status, "HTTP " + status, wait));
  }

  private static FailureKind kind(int status, Errand errand) {
    if (status == TOO_MANY_REQUESTS) {
      return FailureKind.THROTTLE;
    }
    boolean refusedByTheWebServer = status >= 400 && status < 500 && status != REQUEST_TIMEOUT;
    boolean redirectedElsewhere = status >= 300 && status < 400 && errand != Errand.SEND;
    return refusedByTheWebServer || redirectedElsewhere ? FailureKind.CONFIG : errand.unclear();
  }
}

package io.dingledger.ledgers.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.http.Words;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads what a push came to. By Standard Webhooks any 2xx, and nothing else, says that the message
 * was taken. A web page does not: it comes from a log-in in front of the receiver.
 *
 * @param unclear what an unclear outcome is called: AMBIGUOUS where the receiver can be asked,
 *     UNDELIVERED where the message is to be sent again
 */
record PushAnswer(FailureKind unclear) {
  Sent sent(Exchange exchange, VoucherKey key) {
    return switch (exchange) {
      case Exchange.NeverLeft(LedgerReason reason, String why) ->
          new Sent.Failed(neverLeft(reason, why, "url"));
      case Exchange.NoAnswer(LedgerReason reason, String why) ->
          new Sent.Failed(WebhookForm.FAILURES.of(unclear, reason, why));
      case Exchange.Answered answered when answered.status() / 100 == 2 -> taken(answered, key);
      case Exchange.Answered answered -> new Sent.Failed(refused(answered));
    };
  }

  /** The address may be the credential: a failure names the setting, never the host. */
  static Failure neverLeft(LedgerReason reason, String why, String setting) {
    return switch (reason) {
      case NOT_REACHED -> WebhookForm.FAILURES.of(FailureKind.TRANSIENT, reason, why);
      case ADDRESS_FORBIDDEN -> WebhookForm.FAILURES.of(FailureKind.CONFIG, reason, setting);
      default -> WebhookForm.FAILURES.of(FailureKind.CONFIG, reason, why);
    };
  }

  private Sent taken(Exchange.Answered answered, VoucherKey key) {
    if (answered.isPage()) {
      return new Sent.Failed(WebhookForm.FAILURES.of(unclear, LedgerReason.PAGE));
    }
    JsonNode said = Json.tree(answered.body()).orElse(MissingNode.getInstance());
    String id = Words.cut(Json.scalar(said.path("id")));
    String number = Words.cut(Json.scalar(said.path("number")));
    boolean hasIdsOfItsOwn = unclear == FailureKind.AMBIGUOUS && !id.isEmpty();
    return new Sent.Posted(
        new LedgerReference(hasIdsOfItsOwn ? id : key.value(), number.isEmpty() ? id : number));
  }

  private Failure refused(Exchange.Answered answered) {
    int status = answered.status();
    return switch (status) {
      case 410 -> WebhookForm.FAILURES.of(FailureKind.CONFIG, WebhookReason.GONE);
      case 429 -> http(FailureKind.THROTTLE, status, answered.retryAfter());
      case 400, 409, 413, 422 ->
          WebhookForm.FAILURES.of(
              FailureKind.DATA, WebhookReason.REFUSED, status, Words.of(answered));
      case 408, 425 -> http(unclear, status, answered.retryAfter());
      default ->
          status / 100 == 4
              ? WebhookForm.FAILURES.of(FailureKind.CONFIG, WebhookReason.NOT_LET_IN, status)
              : http(unclear, status, answered.retryAfter());
    };
  }

  private static Failure http(FailureKind kind, int status, Optional<Duration> wait) {
    return WebhookForm.FAILURES.said(kind, "HTTP-" + status, "HTTP " + status, wait);
  }
}

package io.dingledger.ledgers.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.http.Words;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.VoucherKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads what a sent voucher came to, by the connection's tests. It is posted only when all tests of
 * success hold, none of refusal does, and the answer names an id. What no test knows is unclear.
 */
record SendAnswer(ConnectorSettings settings) {
  Sent sent(Exchange exchange, VoucherKey key) {
    if (!(exchange instanceof Exchange.Answered answered)) {
      return new Sent.Failed(transport(exchange));
    }
    Condition.Heard answer = answer(settings, answered);
    Optional<Sent> refused = refused(answered, answer, key);
    if (succeeded(answer)) {
      return refused.isPresent() ? unclear("success and refusal") : posted(answer.tree());
    }
    return refused.orElseGet(() -> unknown(answered, answer));
  }

  /** The answer as tests see it. */
  static Condition.Heard answer(ConnectorSettings settings, Exchange.Answered answered) {
    JsonNode tree = settings.format().tree(answered.body()).orElse(MissingNode.getInstance());
    return new Condition.Heard(answered.status(), answered.body(), tree);
  }

  /** A refusal in the receiver's words. */
  static Failure said(ConnectorSettings settings, FailureKind kind, Condition.Heard answer) {
    return ConnectorForm.FAILURES.of(
        kind, ConnectorReason.REFUSED, answer.status(), words(settings, answer));
  }

  private boolean succeeded(Condition.Heard answer) {
    boolean goodStatus =
        Arrays.asList(settings.text("successStatus").split(","))
            .contains(Integer.toString(answer.status()));
    return goodStatus && !answer.tree().isMissingNode() && settings.all("successTests", answer);
  }

  private Sent posted(JsonNode tree) {
    String id = Json.scalar(tree.at(settings.text("idPointer")));
    return id.isEmpty()
        ? unclear("success without an id")
        : new Sent.Posted(new LedgerReference(Words.cut(id), number(tree)));
  }

  private String number(JsonNode tree) {
    String pointer = settings.text("numberPointer");
    return pointer.isEmpty() ? "" : Words.cut(Json.scalar(tree.at(pointer)));
  }

  private Optional<Sent> refused(
      Exchange.Answered answered, Condition.Heard answer, VoucherKey key) {
    if (settings.any("throttleTests", answer)) {
      return Optional.of(
          new Sent.Failed(
              ConnectorForm.FAILURES.said(
                  FailureKind.THROTTLE,
                  ConnectorReason.REFUSED.code(),
                  "HTTP " + answer.status(),
                  answered.retryAfter())));
    }
    if (settings.any("repeatTests", answer)) {
      return Optional.of(repeated(answer, key));
    }
    return refusal(answer).map(kind -> new Sent.Failed(said(settings, kind, answer)));
  }

  private Optional<FailureKind> refusal(Condition.Heard answer) {
    if (settings.any("closedPeriodTests", answer)) {
      return Optional.of(FailureKind.PERIOD_CLOSED);
    }
    if (settings.any("configTests", answer)) {
      return Optional.of(FailureKind.CONFIG);
    }
    return settings.any("refusalTests", answer) ? Optional.of(FailureKind.DATA) : Optional.empty();
  }

  /** Who removes repeats by the key and says that this is one has the voucher. */
  private Sent repeated(Condition.Heard answer, VoucherKey key) {
    if (settings.guard() == Guard.RECEIVER_REMOVES_REPEATS) {
      String id = Json.scalar(answer.tree().at(settings.text("idPointer")));
      return new Sent.Posted(
          new LedgerReference(id.isEmpty() ? key.value() : Words.cut(id), number(answer.tree())));
    }
    return new Sent.Failed(
        ConnectorForm.FAILURES.of(
            FailureKind.AMBIGUOUS, ConnectorReason.REPEATED, words(settings, answer)));
  }

  private Sent unknown(Exchange.Answered answered, Condition.Heard answer) {
    int status = answered.status();
    if (status == 400 || status == 422) {
      return new Sent.Failed(said(settings, FailureKind.DATA, answer));
    }
    Optional<Failure> failure =
        ConnectorForm.FAILURES.ofTransport(answered, Errand.SEND).map(this::asUnclear);
    if (failure.isPresent()) {
      return new Sent.Failed(failure.get());
    }
    return answer.tree().isMissingNode()
        ? new Sent.Failed(
            ConnectorForm.FAILURES.of(unclearKind(), LedgerReason.UNREADABLE, "HTTP " + status))
        : unclear("neither success nor a known refusal");
  }

  private Sent unclear(String how) {
    return new Sent.Failed(ConnectorForm.FAILURES.of(unclearKind(), LedgerReason.UNCLEAR, how));
  }

  private Failure transport(Exchange exchange) {
    return asUnclear(ConnectorForm.FAILURES.ofTransport(exchange, Errand.SEND).orElseThrow());
  }

  private Failure asUnclear(Failure failure) {
    return failure.kind() == FailureKind.AMBIGUOUS
        ? new Failure(
            unclearKind(), failure.system(), failure.code(), failure.detail(), failure.retryAfter())
        : failure;
  }

  /** Sending again is a cure only where the receiver removes repeats. */
  private FailureKind unclearKind() {
    return settings.guard() == Guard.RECEIVER_REMOVES_REPEATS
        ? FailureKind.UNDELIVERED
        : FailureKind.AMBIGUOUS;
  }

  private static String words(ConnectorSettings settings, Condition.Heard answer) {
    String pointer = settings.text("wordsPointer");
    return pointer.isEmpty() ? "" : Words.shown(Json.scalar(answer.tree().at(pointer)));
  }
}

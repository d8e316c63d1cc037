package io.dingledger.ledgers.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.BookedVouchers;
import io.dingledger.ledgers.BookedVouchers.Row;
import io.dingledger.ledgers.BookedVouchers.Sameness;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.http.Words;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the answer of a tenant's look-up: {@code {"found": false}} with 200 or 404, or {@code
 * {"found": true, "key": …, "vouchers": [{"id", "number", "lines": [{"account", "side",
 * "amount"}]}]}}.
 *
 * <p>A bare 404 says that the address is wrong as often as that the voucher is absent, so it is
 * neither.
 */
final class LookUpAnswer {
  private static final int NOT_FOUND = 404;

  private LookUpAnswer() {}

  /** What the answer says about a voucher. */
  static Asked asked(Exchange exchange, Voucher voucher) {
    return switch (rows(exchange, voucher.key())) {
      case Answer.Failed<List<Row>>(Failure failure) -> new Asked.Failed(failure);
      case Answer.Got<List<Row>>(List<Row> rows) ->
          BookedVouchers.compared(voucher, rows, Sameness.SIDES);
    };
  }

  /** What the answer about a key that nobody has says about the connection. */
  static List<Finding> trial(Exchange exchange, VoucherKey key) {
    if (!(rows(exchange, key) instanceof Answer.Failed<List<Row>>(Failure failure))) {
      return List.of(
          new Finding(Point.REACHABLE, new Verdict.Good()),
          new Finding(Point.CREDENTIALS, new Verdict.Good()));
    }
    Verdict failed = new Verdict.Failed(failure);
    return failure.code().equals(WebhookReason.NOT_LET_IN.code())
        ? List.of(
            new Finding(Point.REACHABLE, new Verdict.Good()),
            new Finding(Point.CREDENTIALS, failed))
        : List.of(new Finding(Point.REACHABLE, failed));
  }

  private static Answer<List<Row>> rows(Exchange exchange, VoucherKey key) {
    if (!(exchange instanceof Exchange.Answered answered)) {
      return new Answer.Failed<>(unanswered(exchange));
    }
    Optional<JsonNode> tree = Json.tree(answered.body()).filter(JsonNode::isObject);
    if (answered.status() == NOT_FOUND && tree.filter(LookUpAnswer::isAbsent).isPresent()) {
      return new Answer.Got<>(List.of());
    }
    Optional<Failure> failure = ofStatus(answered);
    if (failure.isPresent()) {
      return new Answer.Failed<>(failure.get());
    }
    if (tree.isEmpty()) {
      return new Answer.Failed<>(unreadable(answered.isPage() ? "a page" : "no JSON object"));
    }
    return isAbsent(tree.get()) ? new Answer.Got<>(List.of()) : found(tree.get(), key);
  }

  private static Failure unanswered(Exchange exchange) {
    return exchange instanceof Exchange.NeverLeft(LedgerReason reason, String why)
        ? PushAnswer.neverLeft(reason, why, "lookupUrl")
        : WebhookForm.FAILURES.ofTransport(exchange, Errand.ASK).orElseThrow();
  }

  private static Optional<Failure> ofStatus(Exchange.Answered answered) {
    return switch (answered.status()) {
      case NOT_FOUND -> Optional.of(unclear(FailureKind.CONFIG, "404 without found"));
      case 400, 401, 403, 405, 406, 407, 410 ->
          Optional.of(
              WebhookForm.FAILURES.of(
                  FailureKind.CONFIG, WebhookReason.NOT_LET_IN, answered.status()));
      default -> WebhookForm.FAILURES.ofTransport(answered, Errand.ASK);
    };
  }

  /** It says no, and holds nothing that says yes. */
  private static boolean isAbsent(JsonNode answer) {
    JsonNode found = answer.path("found");
    return found.isBoolean() && !found.booleanValue() && answer.path("vouchers").isEmpty();
  }

  private static Answer<List<Row>> found(JsonNode answer, VoucherKey key) {
    JsonNode vouchers = answer.path("vouchers");
    if (!answer.path("found").asBoolean(false) || !vouchers.isArray() || vouchers.isEmpty()) {
      return new Answer.Failed<>(unclear(FailureKind.TRANSIENT, "found and vouchers disagree"));
    }
    if (!Json.scalar(answer.path("key")).equals(key.value())) {
      return new Answer.Failed<>(
          WebhookForm.FAILURES.of(FailureKind.CONFIG, LedgerReason.OTHER_KEY));
    }
    List<Row> rows = new ArrayList<>();
    for (JsonNode voucher : vouchers) {
      Optional<List<Row>> lines = lines(voucher);
      if (lines.isEmpty()) {
        return new Answer.Failed<>(unclear(FailureKind.TRANSIENT, "id and lines"));
      }
      rows.addAll(lines.get());
    }
    return new Answer.Got<>(List.copyOf(rows));
  }

  private static Optional<List<Row>> lines(JsonNode voucher) {
    String id = Json.scalar(voucher.path("id"));
    List<Row> rows = new ArrayList<>();
    for (JsonNode line : voucher.path("lines")) {
      row(id, Words.cut(Json.scalar(voucher.path("number"))), line).ifPresent(rows::add);
    }
    boolean complete = !rows.isEmpty() && rows.size() == voucher.path("lines").size();
    return complete && !id.isEmpty() ? Optional.of(rows) : Optional.empty();
  }

  private static Optional<Row> row(String id, String number, JsonNode line) {
    String account = Json.scalar(line.path("account"));
    Optional<BigDecimal> amount =
        Optional.of(line.path("amount"))
            .filter(node -> !Json.scalar(node).isEmpty())
            .flatMap(Json::decimal);
    if (account.isEmpty() || amount.isEmpty()) {
      return Optional.empty();
    }
    return switch (Json.scalar(line.path("side"))) {
      case "debit" -> Optional.of(new Row(id, number, account, amount.get(), BigDecimal.ZERO));
      case "credit" -> Optional.of(new Row(id, number, account, BigDecimal.ZERO, amount.get()));
      default -> Optional.empty();
    };
  }

  private static Failure unreadable(String what) {
    return WebhookForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, what);
  }

  private static Failure unclear(FailureKind kind, String what) {
    return WebhookForm.FAILURES.of(kind, WebhookReason.LOOKUP_UNCLEAR, what);
  }
}

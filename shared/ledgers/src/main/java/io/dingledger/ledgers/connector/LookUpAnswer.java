package io.dingledger.ledgers.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.dingledger.ledgers.BookedVouchers.Row;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.connector.AnswerTree.Format;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.http.Words;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.VoucherKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the answer to a look-up, by the connection's tests and places. The voucher is absent when
 * the tests of absence hold, or the tests of success hold and the list is there and empty; anything
 * that cannot be read fails.
 */
record LookUpAnswer(ConnectorSettings settings) {
  /** The lines under the key; none when the voucher is absent. */
  Answer<List<Row>> rows(Exchange exchange, VoucherKey key) {
    if (!(exchange instanceof Exchange.Answered answered)) {
      return failed(ConnectorForm.FAILURES.ofTransport(exchange, Errand.ASK).orElseThrow());
    }
    Condition.Heard answer = SendAnswer.answer(settings, answered);
    if (settings.any("throttleTests", answer)) {
      return failed(
          ConnectorForm.FAILURES.said(
              FailureKind.THROTTLE,
              ConnectorReason.REFUSED.code(),
              "HTTP " + answer.status(),
              answered.retryAfter()));
    }
    if (settings.any("configTests", answer)) {
      return failed(SendAnswer.said(settings, FailureKind.CONFIG, answer));
    }
    boolean answersItself = answer.status() < 500;
    if (answersItself && settings.all("absentTests", answer)) {
      return new Answer.Got<>(List.of());
    }
    Optional<Failure> failure = ConnectorForm.FAILURES.ofTransport(answered, Errand.ASK);
    return failure.isPresent() ? failed(failure.get()) : believed(answered, answer, key);
  }

  private Answer<List<Row>> believed(
      Exchange.Answered answered, Condition.Heard answer, VoucherKey key) {
    if (answer.tree().isMissingNode()) {
      return failed(
          answered.isPage() && settings.format() == Format.JSON
              ? ConnectorForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.PAGE)
              : unreadable(settings.text("format")));
    }
    if (!settings.all("lookupSuccessTests", answer)) {
      return failed(unreadable("lookupSuccessTests"));
    }
    Optional<List<JsonNode>> results = list(answer.tree(), settings.text("rowsPointer"));
    return results.isEmpty() ? failed(unreadable("rowsPointer")) : read(results.get(), key);
  }

  private Answer<List<Row>> read(List<JsonNode> results, VoucherKey key) {
    int most = Integer.parseInt(settings.text("mostRows"));
    if (results.size() >= most) {
      return failed(ConnectorForm.FAILURES.of(FailureKind.CONFIG, ConnectorReason.ROWS_CUT, most));
    }
    List<Row> rows = new ArrayList<>();
    for (JsonNode result : results) {
      if (!at(result, "rowKeyPointer").equals(key.value())) {
        return failed(ConnectorForm.FAILURES.of(FailureKind.CONFIG, LedgerReason.OTHER_KEY));
      }
      Optional<List<Row>> lines = lines(result);
      if (lines.isEmpty()) {
        return failed(unreadable("a row"));
      }
      rows.addAll(lines.get());
    }
    return new Answer.Got<>(List.copyOf(rows));
  }

  private Optional<List<Row>> lines(JsonNode result) {
    String pointer = settings.text("linesPointer");
    List<JsonNode> lines =
        pointer.isEmpty() ? List.of(result) : list(result, pointer).orElse(List.of());
    String id = at(result, "rowIdPointer");
    List<Row> rows = new ArrayList<>();
    for (JsonNode line : lines) {
      row(id, Words.cut(at(result, "rowNumberPointer")), line).ifPresent(rows::add);
    }
    boolean complete = !rows.isEmpty() && rows.size() == lines.size() && !id.isEmpty();
    return complete ? Optional.of(rows) : Optional.empty();
  }

  private Optional<Row> row(String id, String number, JsonNode line) {
    String account = at(line, "lineAccountPointer");
    if (account.isEmpty()) {
      return Optional.empty();
    }
    if (settings.text("lineSidePointer").isEmpty()) {
      Optional<BigDecimal> debit = amount(line, "lineDebitPointer");
      Optional<BigDecimal> credit = amount(line, "lineCreditPointer");
      boolean hasNeither =
          at(line, "lineDebitPointer").isEmpty() && at(line, "lineCreditPointer").isEmpty();
      return debit.isPresent() && credit.isPresent() && !hasNeither
          ? Optional.of(new Row(id, number, account, debit.get(), credit.get()))
          : Optional.empty();
    }
    String side = at(line, "lineSidePointer");
    Optional<BigDecimal> amount =
        at(line, "lineAmountPointer").isEmpty()
            ? Optional.empty()
            : amount(line, "lineAmountPointer");
    if (side.equals(settings.text("debitWord"))) {
      return amount.map(debit -> new Row(id, number, account, debit, BigDecimal.ZERO));
    }
    return side.equals(settings.text("creditWord"))
        ? amount.map(credit -> new Row(id, number, account, BigDecimal.ZERO, credit))
        : Optional.empty();
  }

  /** A side that is not there is zero, as in a ledger's own books. */
  private Optional<BigDecimal> amount(JsonNode line, String setting) {
    return Json.decimal(line.at(settings.text(setting)));
  }

  private String at(JsonNode node, String setting) {
    String pointer = settings.text(setting);
    return pointer.isEmpty() ? "" : Json.scalar(node.at(pointer));
  }

  /**
   * The list at a place. XML knows no lists: one element is a list of one, an empty element is an
   * empty list, and so is a missing element in a parent that is there.
   */
  private Optional<List<JsonNode>> list(JsonNode tree, String pointer) {
    JsonNode found = tree.at(pointer);
    if (found instanceof ArrayNode several) {
      List<JsonNode> list = new ArrayList<>();
      several.forEach(list::add);
      return Optional.of(list);
    }
    if (settings.format() == Format.JSON) {
      return Optional.empty();
    }
    if (found.isObject()) {
      return Optional.of(List.of(found));
    }
    String parent = pointer.substring(0, pointer.lastIndexOf('/'));
    JsonNode around = tree.at(parent);
    boolean isEmptyElement = found.isTextual() && found.asText().isEmpty();
    boolean isMissingInParent =
        found.isMissingNode()
            && !parent.isEmpty()
            && (around.isObject() || (around.isTextual() && around.asText().isEmpty()));
    return isEmptyElement || isMissingInParent ? Optional.of(List.of()) : Optional.empty();
  }

  private static Failure unreadable(String what) {
    return ConnectorForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, what);
  }

  private static <T> Answer<T> failed(Failure failure) {
    return new Answer.Failed<>(failure);
  }
}

package io.dingledger.ledgers.tplus;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.BookedVouchers.Row;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.chanjet.ChanjetReason;
import io.dingledger.ledgers.chanjet.Refusals;
import io.dingledger.ledgers.chanjet.Words;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.VoucherKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what the query by external code gives. Absence is an empty list in a good answer, or a code
 * that the settings name; a voucher counts only with our own external code.
 */
record QueryAnswer(TplusSettings.Query query) {
  /** The lines of the vouchers in an answer; an empty list when it says that there is none. */
  Answer<List<Row>> rows(JsonNode answer, VoucherKey key) {
    String code = TplusReply.code(answer);
    if (answer.isObject() && !code.isEmpty() && !TplusReply.isGood(answer)) {
      return query.absentCodes().contains(code)
          ? new Answer.Got<>(List.of())
          : new Answer.Failed<>(refused(answer, code));
    }
    boolean silent = answer.isObject() && code.isEmpty();
    Optional<JsonNode> vouchers =
        silent
            ? Optional.empty()
            : query
                .rows()
                .in(answer)
                .filter(node -> !node.isNull())
                .findFirst()
                .filter(QueryAnswer::isVouchers);
    return vouchers.isEmpty() ? unreadable("no list") : lines(list(vouchers.get()), key);
  }

  private static boolean isVouchers(JsonNode node) {
    return node.isArray() || (node.isObject() && node.has("ExternalCode"));
  }

  private static List<JsonNode> list(JsonNode node) {
    List<JsonNode> vouchers = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(vouchers::add);
    } else {
      vouchers.add(node);
    }
    return vouchers;
  }

  private static Answer<List<Row>> lines(List<JsonNode> vouchers, VoucherKey key) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode voucher : vouchers) {
      String code = text(voucher, "ExternalCode");
      if (code.isEmpty()) {
        return unreadable("no external code");
      }
      if (!code.equals(key.value())) {
        return new Answer.Failed<>(
            TplusForm.FAILURES.of(FailureKind.CONFIG, LedgerReason.OTHER_KEY));
      }
      switch (linesOf(voucher)) {
        case Answer.Failed<List<Row>> failed -> {
          return failed;
        }
        case Answer.Got<List<Row>>(List<Row> more) -> rows.addAll(more);
      }
    }
    return new Answer.Got<>(List.copyOf(rows));
  }

  private static Answer<List<Row>> linesOf(JsonNode voucher) {
    JsonNode entries = first(voucher, "Entrys", "Entries", "Details").orElse(Json.array());
    if (!entries.isArray() || entries.isEmpty()) {
      return new Answer.Failed<>(
          ChanjetReason.NO_LINES.failure(FailureKind.CONFIG, TplusForm.TYPE));
    }
    List<Row> rows = new ArrayList<>();
    for (JsonNode entry : entries) {
      Optional<Row> row = row(voucher, entry);
      if (row.isEmpty()) {
        return unreadable("a line");
      }
      rows.add(row.get());
    }
    return new Answer.Got<>(rows);
  }

  private static Optional<Row> row(JsonNode voucher, JsonNode entry) {
    String id = text(voucher, "ID", "Id", "id");
    String account =
        Stream.of(entry.path("Account").path("Code"), entry.path("AccountCode"))
            .map(Json::scalar)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    Optional<BigDecimal> debit = Json.decimal(entry.path("AmountDr"));
    Optional<BigDecimal> credit = Json.decimal(entry.path("AmountCr"));
    boolean hasAmount = entry.has("AmountDr") || entry.has("AmountCr");
    return id.isEmpty() || account.isEmpty() || !hasAmount || debit.isEmpty() || credit.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Row(id, text(voucher, "Code", "DocNo"), account, debit.get(), credit.get()));
  }

  private static String text(JsonNode node, String... names) {
    return first(node, names).map(Json::scalar).orElse("");
  }

  private static Optional<JsonNode> first(JsonNode node, String... names) {
    return Stream.of(names).filter(node::hasNonNull).map(node::path).findFirst();
  }

  private static Failure refused(JsonNode answer, String code) {
    String words = Words.of(answer);
    return TplusForm.FAILURES.said(Refusals.ofAsk(code, words), code, words);
  }

  private static Answer<List<Row>> unreadable(String what) {
    return new Answer.Failed<>(
        TplusForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, what));
  }
}

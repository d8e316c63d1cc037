package io.dingledger.ledgers.haokuaiji;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.BookedVouchers.Row;
import io.dingledger.ledgers.chanjet.KeyedSummary;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.voucher.VoucherKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a voucher that the ledger shows. */
final class BookedTrans {
  private BookedTrans() {}

  /** Whether it carries the key: as external code, or in its own or a line's summary. */
  static boolean shows(JsonNode voucher, VoucherKey key) {
    if (Json.scalar(voucher.path("refVoucherCode")).equals(key.value())
        || KeyedSummary.names(Json.scalar(voucher.path("comments")), key)) {
      return true;
    }
    for (JsonNode detail : voucher.path("details")) {
      if (KeyedSummary.names(Json.scalar(detail.path("comments")), key)) {
        return true;
      }
    }
    return false;
  }

  /** Its lines; empty when they can't be read. */
  static Optional<List<Row>> rows(JsonNode voucher) {
    JsonNode details = voucher.path("details");
    if (!details.isArray() || details.isEmpty()) {
      return Optional.empty();
    }
    List<Row> rows = new ArrayList<>();
    for (JsonNode detail : details) {
      Optional<Row> row = row(voucher, detail);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      rows.add(row.get());
    }
    return Optional.of(rows);
  }

  private static Optional<Row> row(JsonNode voucher, JsonNode detail) {
    String account = Json.scalar(detail.path("glAccount").path("code"));
    Optional<BigDecimal> debit = Json.decimal(detail.path("basePostedDr"));
    Optional<BigDecimal> credit = Json.decimal(detail.path("basePostedCr"));
    boolean hasAmount = detail.has("basePostedDr") || detail.has("basePostedCr");
    return account.isEmpty() || !hasAmount || debit.isEmpty() || credit.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Row(
                Json.scalar(voucher.path("id")),
                Json.scalar(voucher.path("voucherNo")),
                account,
                debit.get(),
                credit.get()));
  }
}

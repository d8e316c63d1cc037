package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.BookedVouchers.Row;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.VoucherKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the entries that carry a key, in whatever period and document status: an accountant may
 * have moved, submitted or audited the voucher since.
 */
final class VoucherQuery {
  private static final List<String> COLUMNS =
      List.of(
          "FVOUCHERID",
          "FVOUCHERGROUPNO",
          "FACCOUNTID.FNumber",
          "FDEBIT",
          "FCREDIT",
          "FDocumentStatus",
          "FYEAR",
          "FPERIOD");

  private final KingdeeSettings settings;
  private final List<String> columns;

  VoucherQuery(KingdeeSettings settings) {
    this.settings = settings;
    List<String> names = new ArrayList<>(COLUMNS);
    names.add(settings.keyField());
    this.columns = List.copyOf(names);
  }

  /** The {@code data} of one page. Key and book number hold no character that needs quoting. */
  ObjectNode data(VoucherKey key, int startRow) {
    return Json.object()
        .put("FormId", SaveRequest.FORM)
        .put("FieldKeys", String.join(",", columns))
        .put(
            "FilterString",
            "FAccountBookID.FNumber='%s' and %s='%s'"
                .formatted(settings.book().number(), settings.keyField(), key.value()))
        .put("OrderString", "FVOUCHERID")
        .put("TopRowCount", 0)
        .put("StartRow", startRow)
        .put("Limit", settings.rowsPerQuery());
  }

  /** The entries of a page; one that cannot be read, or is another voucher's, fails the page. */
  Answer<List<Row>> rows(JsonNode page, VoucherKey key) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode entry : page) {
      Optional<Row> row = row(entry);
      if (row.isEmpty()) {
        return new Answer.Failed<>(
            KingdeeForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, "a row"));
      }
      if (!Json.scalar(cell(entry, columns.size() - 1)).equals(key.value())) {
        return new Answer.Failed<>(
            KingdeeForm.FAILURES.of(FailureKind.CONFIG, LedgerReason.OTHER_KEY));
      }
      rows.add(row.get());
    }
    return new Answer.Got<>(List.copyOf(rows));
  }

  private Optional<Row> row(JsonNode entry) {
    boolean hasAllColumns = entry.isObject() || entry.size() == columns.size();
    String voucher = Json.scalar(cell(entry, 0));
    Optional<BigDecimal> debit = Json.decimal(cell(entry, 3));
    Optional<BigDecimal> credit = Json.decimal(cell(entry, 4));
    if (!hasAllColumns || voucher.isEmpty() || debit.isEmpty() || credit.isEmpty()) {
      return Optional.empty();
    }
    String number = Json.scalar(cell(entry, 1));
    String account = Json.scalar(cell(entry, 2));
    return Optional.of(new Row(voucher, number, account, debit.get(), credit.get()));
  }

  private JsonNode cell(JsonNode entry, int column) {
    return entry.isObject() ? entry.path(columns.get(column)) : entry.path(column);
  }
}

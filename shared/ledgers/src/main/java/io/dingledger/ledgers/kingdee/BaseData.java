package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.MasterData.Entry;
import io.dingledger.ledgers.MasterData.Kind;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads base data (基础资料) by {@code ExecuteBillQuery}, all pages.
 *
 * <p>One number can stand there several times, once for each organisation that uses it or each
 * chart of accounts; it is told once, and usable when one of them is.
 */
final class BaseData {
  private static final String NOT_FORBIDDEN = "A";
  private static final Set<String> YES = Set.of("1", "true", "y");

  /**
   * Where a kind stands.
   *
   * @param form the form's id
   * @param name the field that is told as name
   * @param leaf the field that says whether it is a leaf; empty when all of them are
   */
  private record Form(String form, String name, String leaf) {
    List<String> columns() {
      List<String> columns = new ArrayList<>(List.of("FNUMBER", name, "FFORBIDSTATUS"));
      if (!leaf.isEmpty()) {
        columns.add(leaf);
      }
      return columns;
    }
  }

  private static final Map<Kind, Form> FORMS = forms();

  private final KingdeeSettings settings;
  private final KingdeeServices services;

  BaseData(KingdeeSettings settings, KingdeeServices services) {
    this.settings = settings;
    this.services = services;
  }

  private static Map<Kind, Form> forms() {
    Map<Kind, Form> forms = new EnumMap<>(Kind.class);
    forms.put(Kind.ACCOUNT, new Form("BD_Account", "FNAME", "FISDETAIL"));
    forms.put(Kind.DEPARTMENT, new Form("BD_Department", "FNAME", ""));
    forms.put(Kind.EMPLOYEE, new Form("BD_Empinfo", "FNAME", ""));
    forms.put(Kind.CUSTOMER, new Form("BD_Customer", "FNAME", ""));
    forms.put(Kind.SUPPLIER, new Form("BD_Supplier", "FNAME", ""));
    forms.put(Kind.VOUCHER_TYPE, new Form("BD_VOUCHERGROUP", "FNAME", ""));
    forms.put(Kind.BOOK, new Form("BD_AccountBook", "FNAME", ""));
    forms.put(Kind.CURRENCY, new Form("BD_Currency", "FCODE", ""));
    return forms;
  }

  /** The kinds that are told; projects have no form that is the same everywhere. */
  static Set<Kind> told() {
    return Set.copyOf(FORMS.keySet());
  }

  MasterData read(Kind kind) {
    Optional<Form> form = Optional.ofNullable(FORMS.get(kind));
    return form.map(this::read).orElseGet(MasterData.NotOffered::new);
  }

  private MasterData read(Form form) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (int page = 0; page < KingdeeLedger.MOST_PAGES; page++) {
      switch (page(form, page * settings.rowsPerQuery())) {
        case Answer.Failed<List<Entry>>(Failure failure) -> {
          return new MasterData.Failed(failure);
        }
        case Answer.Got<List<Entry>>(List<Entry> more) -> {
          more.forEach(entry -> entries.merge(entry.code(), entry, BaseData::either));
          if (more.size() < settings.rowsPerQuery()) {
            return new MasterData.Entries(List.copyOf(entries.values()));
          }
        }
      }
    }
    return new MasterData.Failed(
        KingdeeForm.FAILURES.of(
            FailureKind.TRANSIENT, LedgerReason.ENDLESS, KingdeeLedger.MOST_PAGES));
  }

  private static Entry either(Entry first, Entry second) {
    return first.usable() ? first : second;
  }

  private Answer<List<Entry>> page(Form form, int startRow) {
    ObjectNode query =
        Json.object()
            .put("FormId", form.form())
            .put("FieldKeys", String.join(",", form.columns()))
            .put("FilterString", "")
            .put("OrderString", "FNUMBER")
            .put("TopRowCount", 0)
            .put("StartRow", startRow)
            .put("Limit", settings.rowsPerQuery());
    return switch (services.query(query)) {
      case Answer.Failed<KingdeeReply>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<KingdeeReply>(KingdeeReply.Rows(var rows)) -> entries(rows, form.columns());
      case Answer.Got<KingdeeReply>(KingdeeReply notRows) ->
          new Answer.Failed<>(Verdict.ofNoRows(notRows));
    };
  }

  private static Answer<List<Entry>> entries(JsonNode rows, List<String> columns) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode row : rows) {
      String code = Json.scalar(cell(row, columns, 0));
      if (code.isEmpty() || (row.isArray() && row.size() != columns.size())) {
        return new Answer.Failed<>(
            KingdeeForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, "a row"));
      }
      boolean allowed = Json.scalar(cell(row, columns, 2)).equals(NOT_FORBIDDEN);
      boolean leaf = columns.size() < 4 || isYes(cell(row, columns, 3));
      entries.add(new Entry(code, Json.scalar(cell(row, columns, 1)), allowed && leaf));
    }
    return new Answer.Got<>(entries);
  }

  private static boolean isYes(JsonNode flag) {
    return YES.contains(flag.asText().strip().toLowerCase(Locale.ROOT));
  }

  private static JsonNode cell(JsonNode row, List<String> columns, int column) {
    return row.isObject() ? row.path(columns.get(column)) : row.path(column);
  }
}

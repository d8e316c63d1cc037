package io.dingledger.ledgers.quickbooks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stand-in's books: invented accounts and names, and what was booked. */
final class StandInCompany {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  /** A refusal with Intuit's code. */
  static final class Refused extends Exception {
    final String code;

    Refused(String code, String message) {
      super(message);
      this.code = code;
    }
  }

  private final Map<String, List<ObjectNode>> entities = new HashMap<>();
  private final Map<String, String> replies = new HashMap<>();
  private Optional<LocalDate> closedUntil = Optional.empty();
  private boolean refusesRepeatedNumbers;
  private boolean multicurrency;
  private int lastId = 200;

  StandInCompany() {
    named("Account", "63", "AcctNum", "6602.03", "FullyQualifiedName", "管理费用:差旅费")
        .put("AccountType", "Expense");
    named("Account", "64", "AcctNum", "6602.04", "FullyQualifiedName", "管理费用:办公费")
        .put("AccountType", "Expense");
    named("Account", "33", "AcctNum", "2202", "FullyQualifiedName", "应付账款")
        .put("AccountType", "Accounts Payable");
    named("Account", "40", "AcctNum", "1122", "FullyQualifiedName", "应收账款")
        .put("AccountType", "Accounts Receivable");
    named("Account", "35", "AcctNum", "1002", "FullyQualifiedName", "银行存款")
        .put("AccountType", "Bank");
    named("Account", "50", "AcctNum", "6601", "FullyQualifiedName", "已停用科目")
        .put("AccountType", "Expense")
        .put("Active", false);
    named("Class", "1", "FullyQualifiedName", "研发部");
    named("Class", "2", "FullyQualifiedName", "已撤销的部门").put("Active", false);
    named("Department", "2", "FullyQualifiedName", "上海");
    named("Vendor", "55", "AcctNum", "V-1", "DisplayName", "Demo Vendor");
    named("Vendor", "56", "AcctNum", "E-2", "DisplayName", "D'Artagnan \\ Co");
    named("Customer", "77", "DisplayName", "Demo Client");
    named("Employee", "88", "EmployeeNumber", "E-1", "DisplayName", "Demo Employee");
    for (String kind : List.of("JournalEntry", "Bill", "Purchase")) {
      entities.put(kind, new ArrayList<>());
    }
  }

  private ObjectNode named(String entity, String id, String... properties) {
    ObjectNode node = JSON.createObjectNode().put("Id", id).put("Active", true);
    for (int at = 0; at < properties.length; at += 2) {
      node.put(properties[at], properties[at + 1]);
    }
    entities.computeIfAbsent(entity, kind -> new ArrayList<>()).add(node);
    return node;
  }

  synchronized void closeUntil(LocalDate date) {
    closedUntil = Optional.of(date);
  }

  synchronized void refuseRepeatedNumbers() {
    refusesRepeatedNumbers = true;
  }

  synchronized void useSeveralCurrencies() {
    multicurrency = true;
  }

  /** Adds an entity, as a person could. */
  synchronized void add(String entity, String json) throws Exception {
    entities.get(entity).add((ObjectNode) JSON.readTree(json));
  }

  /** All of a kind, to be looked at or changed as a person could. */
  synchronized List<ObjectNode> all(String entity) {
    return entities.get(entity);
  }

  synchronized List<ObjectNode> withNumber(String number) {
    List<ObjectNode> found = new ArrayList<>();
    for (String kind : List.of("JournalEntry", "Bill", "Purchase")) {
      entities.get(kind).stream()
          .filter(each -> each.path("DocNumber").asText().equals(number))
          .forEach(found::add);
    }
    return found;
  }

  synchronized void copy(String number) {
    ObjectNode again =
        entities.get("JournalEntry").stream()
            .filter(each -> each.path("DocNumber").asText().equals(number))
            .findFirst()
            .orElseThrow()
            .deepCopy();
    entities.get("JournalEntry").add(again.put("Id", Integer.toString(++lastId)));
  }

  synchronized ObjectNode preferences() {
    ObjectNode preferences = JSON.createObjectNode().put("Id", "1");
    ObjectNode currencies = preferences.putObject("CurrencyPrefs");
    currencies
        .put("MultiCurrencyEnabled", multicurrency)
        .putObject("HomeCurrency")
        .put("value", "CNY");
    ObjectNode accounting = preferences.putObject("AccountingInfoPrefs");
    closedUntil.ifPresent(date -> accounting.put("BookCloseDate", date.toString()));
    return preferences;
  }

  synchronized String query(String text) throws Refused {
    StandInQuery query =
        StandInQuery.parse(text)
            .orElseThrow(() -> new Refused("4000", "Error parsing query: QueryParserError"));
    List<ObjectNode> all =
        switch (query.entity()) {
          case "Preferences" -> List.of(preferences());
          case "CompanyInfo" ->
              List.of(JSON.createObjectNode().put("Id", "1").put("CompanyName", "Demo"));
          default -> entities.get(query.entity());
        };
    if (all == null) {
      throw new Refused("4001", "Invalid entity");
    }
    List<ObjectNode> page = query.of(all);
    ObjectNode response = JSON.createObjectNode();
    if (!page.isEmpty()) {
      response.putArray(query.entity()).addAll(page);
      response.put("startPosition", query.start()).put("maxResults", page.size());
    }
    ObjectNode whole = JSON.createObjectNode();
    whole.set("QueryResponse", response);
    return whole.put("time", "2026-03-31T00:00:00.000-07:00").toString();
  }

  /** Books, or replays the reply to an earlier request with this id. Refusals are not replayed. */
  synchronized String create(String kind, String body, String requestId) throws Refused {
    if (requestId.length() > 50) {
      throw new Refused("2050", "requestid too long");
    }
    if (replies.containsKey(requestId)) {
      return replies.get(requestId);
    }
    ObjectNode entity = tree(body);
    new StandInRules(entities, closedUntil, multicurrency, refusesRepeatedNumbers)
        .check(kind, entity);
    entity.put("Id", Integer.toString(++lastId)).put("SyncToken", "0");
    if (!kind.equals("JournalEntry")) {
      entity.put("TotalAmt", total(entity));
    }
    entities.get(kind).add(entity);
    ObjectNode whole = JSON.createObjectNode();
    whole.set(kind, entity);
    String reply = whole.put("time", "2026-03-31T00:00:00.000-07:00").toString();
    if (!requestId.isEmpty()) {
      replies.put(requestId, reply);
    }
    return reply;
  }

  private static ObjectNode tree(String body) throws Refused {
    try {
      return (ObjectNode) JSON.readTree(body);
    } catch (Exception unreadable) {
      throw new Refused("2010", "Request has invalid or unsupported property");
    }
  }

  static BigDecimal total(JsonNode entity) {
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode line : entity.path("Line")) {
      total = total.add(line.path("Amount").decimalValue());
    }
    return total;
  }
}

package io.dingledger.ledgers.yonbip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stand-in's vouchers. */
final class StandInVouchers {
  static final String BOOK = "A001";
  static final String MAKER = "13900000000";

  private static final int LONGEST_PAGE = 1000;

  private final StandInCheck check = new StandInCheck();
  private final LinkedHashMap<String, ObjectNode> vouchers = new LinkedHashMap<>();
  private final Set<YearMonth> closed = new HashSet<>();
  private int last = 2_000;
  private Optional<String> leaving = Optional.empty();

  synchronized void close(YearMonth period) {
    closed.add(period);
  }

  synchronized List<ObjectNode> all() {
    return List.copyOf(vouchers.values());
  }

  /** Adds a voucher; each is kept as it was sent, with {@code id}, {@code billCode}, status. */
  synchronized Reply add(JsonNode body) {
    String business = body.path("businessId").asText();
    if (!business.isEmpty() && !vouchersOf(business).isEmpty()) {
      return YonbipStandIn.failure("310504", "凭证已存在");
    }
    Optional<String> fault = check.fault(body, closed);
    if (fault.isPresent()) {
      return YonbipStandIn.failure("404", "凭证保存不成功," + fault.get());
    }
    ObjectNode kept = booked(body.deepCopy());
    ObjectNode reply =
        StandInJson.MAPPER.createObjectNode().put("code", "200").put("message", "OK");
    reply
        .putObject("data")
        .put("voucherId", kept.path("id").asText())
        .put("voucherStatus", "01")
        .put("period", kept.path("period").asText())
        .put("billCode", kept.path("billCode").asInt())
        .put("totalDebitOrg", total(kept, "debitOrg"))
        .put("totalCreditOrg", total(kept, "creditOrg"));
    return Reply.json(reply.toString());
  }

  /** Books the same content once more, as somebody at a keyboard could. */
  synchronized void copy(ObjectNode original) {
    ObjectNode copy = original.deepCopy();
    copy.remove(List.of("businessId", "externalSourceDataId", "externalSourceDataCode"));
    booked(copy);
  }

  private ObjectNode booked(ObjectNode voucher) {
    last++;
    String id = "16747701157384" + last;
    voucher.put("id", id).put("billCode", vouchers.size() + 1).put("voucherStatus", "01");
    vouchers.put(id, voucher);
    return voucher;
  }

  synchronized List<ObjectNode> vouchersOf(String businessId) {
    return vouchers.values().stream()
        .filter(voucher -> voucher.path("businessId").asText().equals(businessId))
        .toList();
  }

  /** The first voucher is deleted by hand once the next page was given. */
  synchronized void deleteFirstAfterNextPage() {
    leaving = Optional.of(vouchers.firstEntry().getKey());
  }

  /** How many vouchers show this key in a summary. */
  synchronized int countWithKey(String key) {
    return (int)
        vouchers.values().stream()
            .filter(voucher -> voucher.path("bodies").toString().contains(key))
            .count();
  }

  synchronized Reply list(JsonNode query) {
    if (!query.path("accbookCode").asText().equals(BOOK)) {
      return YonbipStandIn.failure("404", "账簿code不存在！");
    }
    int length = Math.min(LONGEST_PAGE, query.path("pager").path("pageSize").asInt(20));
    int index = query.path("pager").path("pageIndex").asInt(1);
    List<ObjectNode> found = new ArrayList<>();
    for (ObjectNode voucher : vouchers.values()) {
      String period = voucher.path("period").asText();
      String source = query.path("srcSystemCode").asText();
      if (period.compareTo(query.path("periodStart").asText("9999")) >= 0
          && period.compareTo(query.path("periodEnd").asText("0000")) <= 0
          && (source.isEmpty() || source.equals(voucher.path("srcSystemCode").asText()))) {
        found.add(voucher);
      }
    }
    ObjectNode reply =
        StandInJson.MAPPER.createObjectNode().put("code", "200").put("message", "OK");
    ObjectNode data =
        reply
            .putObject("data")
            .put("pageIndex", index)
            .put("pageSize", length)
            .put("recordCount", found.size());
    ArrayNode records = data.putArray("recordList");
    found.stream()
        .skip((index - 1L) * length)
        .limit(length)
        .map(this::listed)
        .forEach(records::add);
    leaving.ifPresent(vouchers::remove);
    leaving = Optional.empty();
    return Reply.json(reply.toString());
  }

  private ObjectNode listed(ObjectNode voucher) {
    ObjectNode record = StandInJson.MAPPER.createObjectNode();
    record
        .putObject("header")
        .put("id", voucher.path("id").asText())
        .put("billcode", voucher.path("billCode").asInt())
        .put("displayname", "记-" + voucher.path("billCode").asInt())
        .put("maketime", voucher.path("makeTime").asText())
        .put("voucherstatus", voucher.path("voucherStatus").asText())
        .put("totaldebit_org", total(voucher, "debitOrg"));
    ArrayNode body = record.putArray("body");
    for (JsonNode line : voucher.path("bodies")) {
      ObjectNode entry = body.addObject().put("description", line.path("description").asText());
      entry.putObject("accsubject").put("code", line.path("accsubjectCode").asText());
      entry.put("debit_org", amount(line, "debitOrg")).put("credit_org", amount(line, "creditOrg"));
    }
    return record;
  }

  synchronized Reply detail(JsonNode query) {
    ObjectNode voucher = vouchers.get(query.path("voucherId").asText());
    if (voucher == null) {
      return YonbipStandIn.failure("404", "凭证不存在！");
    }
    ObjectNode reply =
        StandInJson.MAPPER.createObjectNode().put("code", "200").put("message", "OK");
    reply
        .putObject("data")
        .put("id", voucher.path("id").asText())
        .put("externalSourceDataId", voucher.path("externalSourceDataId").asText());
    return Reply.json(reply.toString());
  }

  Reply books() {
    return Reply.json(
        "{\"code\":200,\"message\":\"查询成功！\",\"success\":true,\"data\":["
            + "{\"id\":\"19715\",\"code\":\"A001\",\"name\":\"演示账簿\",\"accperiodscheme\":19004},"
            + "{\"id\":\"19716\",\"code\":\"A002\",\"name\":\"第二账簿\",\"accperiodscheme\":19004}],"
            + "\"total\":2}");
  }

  Reply periods() {
    ObjectNode reply = StandInJson.MAPPER.createObjectNode().put("success", true);
    reply.putNull("message");
    ArrayNode data = reply.putArray("data");
    YearMonth month = YearMonth.of(2024, 1);
    for (int each = 0; each < 120; each++) {
      data.addObject().put("code", month.plusMonths(each).toString()).put("id", 19_000L + each);
    }
    return Reply.json(reply.toString());
  }

  private static BigDecimal total(ObjectNode voucher, String field) {
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode line : voucher.path("bodies")) {
      total = total.add(amount(line, field));
    }
    return total;
  }

  private static BigDecimal amount(JsonNode line, String field) {
    return line.path(field).isNumber() ? line.path(field).decimalValue() : BigDecimal.ZERO;
  }
}

package io.dingledger.ledgers.haokuaiji;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The books of the Haokuaiji stand-in: what it refuses, keeps and finds. */
final class HaokuaijiBooks {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final YearMonth FIRST = YearMonth.of(2026, 1);
  private static final YearMonth LAST = YearMonth.of(2026, 12);
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final Map<String, Set<String>> ACTIVE =
      Map.of("departmentCode", Set.of("01"), "employeeCode", Set.of("E0001"));

  /** Accounts in order: direction, leaf, and the dimension that each needs. */
  private static final Map<String, Account> ACCOUNTS =
      new TreeMap<>(
          Map.of(
              "1002", new Account(1, true, ""),
              "2241", new Account(-1, true, "employeeCode"),
              "5602", new Account(1, false, ""),
              "560203", new Account(1, true, "departmentCode")));

  private final List<ObjectNode> vouchers = new ArrayList<>();
  private YearMonth closed = FIRST.minusMonths(1);
  private long lastId = 1_495_768_378_114_048L;

  private record Account(int direction, boolean leaf, String dimension) {}

  /** Why a voucher is not taken. */
  static final class Refused extends Exception {
    Refused(String words) {
      super(words);
    }
  }

  synchronized void close(YearMonth period) {
    closed = period;
  }

  synchronized int count() {
    return vouchers.size();
  }

  /** Those whose lines' summaries end in the key. */
  synchronized List<ObjectNode> withKey(String key) {
    return vouchers.stream()
        .filter(voucher -> voucher.at("/details/0/comments").asText().endsWith(key))
        .toList();
  }

  /** By hand: the summaries are copied, the external code is not. */
  synchronized void copy(String key) {
    withKey(key).stream()
        .findFirst()
        .ifPresent(
            voucher -> {
              ObjectNode copy = voucher.deepCopy();
              copy.remove("refVoucherCode");
              keep(copy.put("code", nextNumber(copy.path("acctgPeriod").asText())));
            });
  }

  synchronized List<ObjectNode> between(String first, String last) {
    return vouchers.stream()
        .filter(voucher -> voucher.path("acctgPeriod").asText().compareTo(first) >= 0)
        .filter(voucher -> voucher.path("acctgPeriod").asText().compareTo(last) <= 0)
        .toList();
  }

  synchronized String nextNumber(String period) {
    return "%03d".formatted(between(period, period).size() + 1);
  }

  synchronized ObjectNode periods() {
    ObjectNode answer = JSON.createObjectNode().put("closePeriod", text(closed));
    var open = answer.putArray("data");
    for (YearMonth each = FIRST; !each.isAfter(LAST); each = each.plusMonths(1)) {
      if (each.isAfter(closed)) {
        open.add(text(each));
      }
    }
    return answer.put("lastVoucherPeriod", "202603").put("isSuccess", true);
  }

  static JsonNode accounts() {
    var list = JSON.createArrayNode();
    ACCOUNTS.forEach(
        (code, account) ->
            list.addObject()
                .put("glAccountCode", code)
                .put("glAccountName", "科目" + code)
                .put("drCrDirection", Integer.toString(account.direction()))
                .put("isLeaf", Boolean.toString(account.leaf()))
                .put("isAssistantAccount", Boolean.toString(!account.dimension().isEmpty()))
                .put("status", "A"));
    return list;
  }

  synchronized ObjectNode create(String service, JsonNode body) throws Refused {
    refuseHeader(body);
    BigDecimal debit = BigDecimal.ZERO;
    BigDecimal credit = BigDecimal.ZERO;
    for (JsonNode detail : body.path("details")) {
      refuseDetail(service, detail);
      debit = debit.add(amount(detail, "basePostedDr"));
      credit = credit.add(amount(detail, "basePostedCr"));
    }
    if (body.path("details").size() < 2 || debit.compareTo(credit) != 0) {
      throw new Refused("凭证借贷不平，借方" + debit);
    }
    ObjectNode voucher = body.deepCopy();
    if (!service.equals("AcctgTrans5")) {
      voucher.remove("refVoucherCode");
    }
    return keep(voucher);
  }

  private void refuseHeader(JsonNode body) throws Refused {
    String period = body.path("acctgPeriod").asText();
    YearMonth dated =
        YearMonth.from(
            Instant.ofEpochMilli(body.path("bizDate").asLong()).atOffset(CHINA).toLocalDate());
    boolean fixed =
        body.path("isCodeType").asBoolean()
            && body.path("categoryCodeExist").asBoolean()
            && body.path("bizTypeId").asInt() == 100501
            && body.path("boName").asText().equals("AcctgTrans");
    if (!fixed || body.path("acctgTransCategoryId").asInt() != 100001) {
      throw new Refused("入参不合法");
    }
    if (!period.equals(text(dated))) {
      throw new Refused("凭证日期必须在期间范围内");
    }
    if (!dated.isAfter(closed)) {
      throw new Refused("期间" + period + "已结账");
    }
    String number = body.path("code").asText();
    if (number.isEmpty() || number.length() > 5) {
      throw new Refused("凭证编号长度不合法");
    }
    if (between(period, period).stream()
        .anyMatch(voucher -> voucher.path("code").asText().equals(number))) {
      throw new Refused("凭证号重复");
    }
    if (body.path("refVoucherCode").asText().length() > 30) {
      throw new Refused("外部编码超长");
    }
  }

  private static void refuseDetail(String service, JsonNode detail) throws Refused {
    Account account = ACCOUNTS.get(detail.path("glAccount").path("code").asText());
    if (account == null || !account.leaf()) {
      throw new Refused("科目不存在或不是末级");
    }
    if (detail.path("glAccount").path("drCrDirection").asInt() != account.direction()) {
      throw new Refused("科目方向不正确");
    }
    String comments = detail.path("comments").asText();
    if (comments.isEmpty() || comments.length() > 200) {
      throw new Refused("摘要长度不合法");
    }
    refuseDimension(service, detail, account);
    refuseCurrency(service, detail);
  }

  private static void refuseDimension(String service, JsonNode detail, Account account)
      throws Refused {
    if (account.dimension().isEmpty()) {
      return;
    }
    String code = detail.path("glSubAccount").path(account.dimension()).asText();
    boolean marked = detail.path("glAccount").path("hasSubsidiaryAccounting").asBoolean();
    if (code.isEmpty() || !marked || service.equals("AcctgTrans3")) {
      throw new Refused("辅助核算不能为空");
    }
    if (!ACTIVE.get(account.dimension()).contains(code)) {
      throw new Refused("辅助核算档案不存在或已停用");
    }
  }

  private static void refuseCurrency(String service, JsonNode detail) throws Refused {
    boolean foreignOnly = service.equals("AcctgTrans6");
    int currency = foreignOnly ? 1 : detail.path("currencyId").asInt();
    BigDecimal rate = detail.path("exchangeRate").decimalValue();
    boolean own = foreignOnly ? detail.path("exchangeRate").isMissingNode() : currency == 1;
    if (currency != 1 && currency != 2) {
      throw new Refused("币种不存在");
    }
    for (String side : List.of("Dr", "Cr")) {
      BigDecimal base = amount(detail, "basePosted" + side);
      BigDecimal original = amount(detail, "posted" + side);
      BigDecimal expected = own ? original : original.multiply(rate);
      if (expected.subtract(base).abs().compareTo(new BigDecimal("0.01")) > 0) {
        throw new Refused("原币与本位币金额不符");
      }
    }
  }

  private static BigDecimal amount(JsonNode detail, String field) throws Refused {
    JsonNode node = detail.path(field);
    if (!node.isNumber() || node.decimalValue().stripTrailingZeros().scale() > 2) {
      throw new Refused("金额不合法");
    }
    return node.decimalValue();
  }

  private ObjectNode keep(ObjectNode voucher) {
    vouchers.add(voucher.put("id", ++lastId));
    return voucher;
  }

  private static String text(YearMonth month) {
    return month.toString().replace("-", "");
  }

  /** A page of a list, in which lines have no summaries. */
  static ObjectNode page(List<ObjectNode> found, int page, int size) {
    ObjectNode answer = JSON.createObjectNode().put("totalCount", found.size());
    var list = answer.putArray("result");
    found.stream().skip((page - 1L) * size).limit(size).forEach(each -> list.add(row(each)));
    return answer.put("pageCount", page).put("pageSize", size);
  }

  private static ObjectNode row(ObjectNode voucher) {
    ObjectNode row = JSON.createObjectNode().put("id", voucher.path("id").asLong());
    row.put("period", voucher.path("acctgPeriod").asText())
        .put("voucherNo", voucher.path("code").asText());
    if (voucher.has("refVoucherCode")) {
      row.put("refVoucherCode", voucher.path("refVoucherCode").asText());
    }
    var details = row.putArray("details");
    StreamSupport.stream(voucher.path("details").spliterator(), false)
        .forEach(
            detail -> {
              ObjectNode line = details.addObject();
              line.putObject("glAccount").set("code", detail.at("/glAccount/code"));
              line.put("basePostedDr", detail.path("basePostedDr").decimalValue().toPlainString());
              line.put("basePostedCr", detail.path("basePostedCr").decimalValue().toPlainString());
            });
    return row;
  }
}

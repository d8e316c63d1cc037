package io.dingledger.ledgers.u8;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the stand-in refuses. */
final class StandInRules {
  private static final int LONGEST_SUMMARY = 60;

  /** Leaf accounts and the auxiliaries that their entries need. */
  private static final Map<String, Set<String>> LEAVES =
      Map.of(
          "660203", Set.of("dept_id"),
          "2241", Set.of("personnel_id"),
          "22210101", Set.of(),
          "1002", Set.of());

  private static final Set<String> PARENTS = Set.of("6602", "2221");

  /** Values by auxiliary; those that begin with X are closed. */
  private static final Map<String, Set<String>> AUXILIARIES =
      Map.of(
          "dept_id", Set.of("01", "02", "X9"),
          "personnel_id", Set.of("E0001", "E0002"),
          "cust_id", Set.of("C01"),
          "supplier_id", Set.of("S01"),
          "item_id", Set.of("P01"));

  /** The first fault of a voucher in the words of the ledger. */
  Optional<String> fault(JsonNode voucher, Set<YearMonth> closed) {
    if (!voucher.path("voucher_type").asText().equals("记")) {
      return Optional.of("凭证类别不存在");
    }
    if (!voucher.path("enter").asText().equals(StandInBook.MAKER)) {
      return Optional.of("制单人不存在");
    }
    if (voucher.has("reserve2") && !voucher.path("voucher_making_system").asText().equals("CDM")) {
      return Optional.of("外部凭证业务号必须配合外部系统类型CDM");
    }
    return period(voucher, closed).or(() -> entries(voucher));
  }

  private static Optional<String> period(JsonNode voucher, Set<YearMonth> closed) {
    try {
      YearMonth period =
          YearMonth.of(
              voucher.path("fiscal_year").asInt(), voucher.path("accounting_period").asInt());
      if (!YearMonth.from(LocalDate.parse(voucher.path("date").asText())).equals(period)) {
        return Optional.of("制单日期与会计期间不符");
      }
      return closed.contains(period) ? Optional.of("该会计期间已结账") : Optional.empty();
    } catch (DateTimeException notADate) {
      return Optional.of("制单日期格式错误");
    }
  }

  private static Optional<String> entries(JsonNode voucher) {
    BigDecimal balance = BigDecimal.ZERO;
    for (String side : new String[] {"debit", "credit"}) {
      String field = "natural_" + side + "_currency";
      JsonNode entries = voucher.path(side).path("entry");
      if (entries.isEmpty()) {
        return Optional.of("借方与贷方都必须有分录");
      }
      for (JsonNode entry : entries) {
        Optional<String> fault = entry(entry, field);
        if (fault.isPresent()) {
          return fault;
        }
        BigDecimal amount = entry.path(field).decimalValue();
        balance = side.equals("debit") ? balance.add(amount) : balance.subtract(amount);
      }
    }
    return balance.signum() == 0 ? Optional.empty() : Optional.of("凭证借贷不平衡");
  }

  private static Optional<String> entry(JsonNode entry, String field) {
    String summary = entry.path("abstract").asText();
    if (summary.isBlank() || summary.codePointCount(0, summary.length()) > LONGEST_SUMMARY) {
      return Optional.of("摘要不能为空或过长");
    }
    String account = entry.path("account_code").asText();
    if (PARENTS.contains(account)) {
      return Optional.of("科目" + account + "不是末级科目");
    }
    if (!LEAVES.containsKey(account)) {
      return Optional.of("科目" + account + "非法");
    }
    JsonNode amount = entry.path(field);
    if (!amount.isNumber() || amount.decimalValue().signum() == 0) {
      return Optional.of("分录金额不能为零");
    }
    return amount.decimalValue().stripTrailingZeros().scale() > 2
        ? Optional.of("金额超过两位小数")
        : auxiliaries(entry.path("auxiliary"), LEAVES.get(account));
  }

  private static Optional<String> auxiliaries(JsonNode given, Set<String> needed) {
    for (Map.Entry<String, JsonNode> each : given.properties()) {
      String value = each.getValue().asText();
      if (!AUXILIARIES.getOrDefault(each.getKey(), Set.of()).contains(value)) {
        return Optional.of("辅助核算" + each.getKey() + "的编码" + value + "非法");
      }
      if (value.startsWith("X")) {
        return Optional.of("辅助核算" + each.getKey() + "的编码" + value + "已撤销");
      }
    }
    return needed.stream()
        .filter(field -> !given.has(field))
        .findFirst()
        .map(field -> "科目的辅助核算" + field + "不能为空");
  }
}

package io.dingledger.ledgers.yonbip;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the stand-in refuses. */
final class StandInCheck {
  private static final int LONGEST_SUMMARY = 200;
  private static final BigDecimal CENT = new BigDecimal("0.01");

  /** Leaf accounts and the auxiliaries that their lines need. */
  private static final Map<String, Set<String>> LEAVES =
      Map.of(
          "660203", Set.of("0001"),
          "224101", Set.of("0003"),
          "22210101", Set.of(),
          "1002", Set.of(),
          "660301", Set.of());

  private static final Set<String> PARENTS = Set.of("6602", "2241", "2221");

  /** Values by auxiliary; those that begin with X are closed. */
  private static final Map<String, Set<String>> AUXILIARIES =
      Map.of(
          "0001", Set.of("D01", "D02", "XD9"),
          "0003", Set.of("E0001", "E0002"),
          "0004", Set.of("S01"),
          "0005", Set.of("C01"),
          "0006", Set.of("P01"));

  private static final Set<String> CURRENCIES = Set.of("CNY", "USD", "HKD", "EUR", "JPY");

  /** The first fault of a voucher in the words of the ledger. */
  Optional<String> fault(JsonNode voucher, Set<YearMonth> closed) {
    if (!voucher.path("accbookCode").asText().equals(StandInVouchers.BOOK)) {
      return Optional.of("账簿code不存在！");
    }
    if (!voucher.path("voucherTypeCode").asText().equals("1")) {
      return Optional.of("凭证类型不存在！");
    }
    if (!voucher.path("makerMobile").asText().equals(StandInVouchers.MAKER)
        && !voucher.path("makerEmail").asText().equals("demo@example.com")) {
      return Optional.of("制单人不存在！");
    }
    return period(voucher, closed).or(() -> lines(voucher.path("bodies")));
  }

  private static Optional<String> period(JsonNode voucher, Set<YearMonth> closed) {
    try {
      YearMonth period = YearMonth.parse(voucher.path("period").asText());
      if (!YearMonth.from(LocalDate.parse(voucher.path("makeTime").asText())).equals(period)) {
        return Optional.of("制单日期不在会计期间内！");
      }
      return closed.contains(period) ? Optional.of("会计期间" + period + "已结账！") : Optional.empty();
    } catch (DateTimeException notADate) {
      return Optional.of("会计期间格式错误！");
    }
  }

  private static Optional<String> lines(JsonNode lines) {
    if (lines.size() < 2) {
      return Optional.of("分录不能少于两行！");
    }
    BigDecimal balance = BigDecimal.ZERO;
    for (JsonNode line : lines) {
      Optional<String> fault = line(line);
      if (fault.isPresent()) {
        return fault;
      }
      balance = balance.add(amount(line, "debitOrg")).subtract(amount(line, "creditOrg"));
    }
    return balance.signum() == 0 ? Optional.empty() : Optional.of("凭证借贷不平衡！");
  }

  private static Optional<String> line(JsonNode line) {
    String summary = line.path("description").asText();
    if (summary.isBlank() || summary.codePointCount(0, summary.length()) > LONGEST_SUMMARY) {
      return Optional.of("摘要不能为空或过长！");
    }
    String account = line.path("accsubjectCode").asText();
    if (PARENTS.contains(account)) {
      return Optional.of("科目" + account + "不是末级科目！");
    }
    if (!LEAVES.containsKey(account)) {
      return Optional.of("科目" + account + "不存在！");
    }
    return auxiliaries(line, LEAVES.get(account)).or(() -> amounts(line));
  }

  private static Optional<String> auxiliaries(JsonNode line, Set<String> needed) {
    Map<String, String> given = new HashMap<>();
    for (JsonNode each : line.path("clientAuxiliaryList")) {
      String field = each.path("filedCode").asText();
      String value = each.path("valueCode").asText();
      if (!AUXILIARIES.getOrDefault(field, Set.of()).contains(value)) {
        return Optional.of("辅助核算" + field + "的值" + value + "不存在！");
      }
      if (value.startsWith("X")) {
        return Optional.of("辅助核算" + field + "的值" + value + "已停用！");
      }
      given.put(field, value);
    }
    return needed.stream()
        .filter(field -> !given.containsKey(field))
        .findFirst()
        .map(field -> "辅助核算" + field + "必须录入！");
  }

  private static Optional<String> amounts(JsonNode line) {
    for (String field : List.of("debitOriginal", "debitOrg", "creditOriginal", "creditOrg")) {
      if (amount(line, field).stripTrailingZeros().scale() > 2) {
        return Optional.of("金额精度超过两位小数！");
      }
    }
    boolean debit = line.has("debitOriginal") && line.has("debitOrg");
    boolean credit = line.has("creditOriginal") && line.has("creditOrg");
    if (debit == credit) {
      return Optional.of("借贷必须且只能填写一方，原币本币都要填写！");
    }
    String side = debit ? "debit" : "credit";
    if (!CURRENCIES.contains(line.path("currencyCode").asText("CNY"))) {
      return Optional.of("币种无效！");
    }
    BigDecimal rate = line.path("rateOrg").decimalValue();
    BigDecimal difference =
        amount(line, side + "Original").multiply(rate).subtract(amount(line, side + "Org")).abs();
    return difference.compareTo(CENT) > 0 ? Optional.of("原币与本币金额不符！") : Optional.empty();
  }

  private static BigDecimal amount(JsonNode line, String field) {
    return line.path(field).isNumber() ? line.path(field).decimalValue() : BigDecimal.ZERO;
  }
}

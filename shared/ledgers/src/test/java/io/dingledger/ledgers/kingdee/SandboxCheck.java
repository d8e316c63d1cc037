package io.dingledger.ledgers.kingdee;

import static io.dingledger.ledgers.kingdee.SandboxVoucher.child;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.kingdee.SandboxReplies.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Refuses the vouchers that Kingdee refuses. Each refusal has the code and words of its kind. */
final class SandboxCheck {
  private static final int NOT_EXISTING = 9;
  private static final int INVALID = 11;
  private static final String OWN_CURRENCY = "PRE001";
  private static final String DIMENSION_PREFIX = "FDETAILID__";

  private final SandboxSetup setup;
  private final SandboxSwitches switches;

  SandboxCheck(SandboxSetup setup, SandboxSwitches switches) {
    this.setup = setup;
    this.switches = switches;
  }

  /**
   * Checks a model.
   *
   * @param verifyBaseData whether unknown dimension numbers are refused; otherwise they pass
   */
  void check(JsonNode model, boolean verifyBaseData) throws Refused {
    known(model, "FAccountBookID", Set.of(setup.book()));
    known(model, "FACCBOOKORGID", Set.of(setup.organisation()));
    known(model, "FVOUCHERGROUPID", setup.voucherGroups());
    known(model, "FSystemID", Set.of("GL"));
    checkPeriod(model);
    JsonNode entries = child(model, "FEntity");
    if (entries.size() < 2) {
      throw new Refused(INVALID, "FEntity", "凭证至少要有两条分录");
    }
    BigDecimal balance = BigDecimal.ZERO;
    for (JsonNode entry : entries) {
      checkEntry(entry, verifyBaseData);
      balance = balance.add(amount(entry, "FDEBIT")).subtract(amount(entry, "FCREDIT"));
    }
    if (balance.signum() != 0) {
      throw new Refused(INVALID, "", "凭证借贷不平衡");
    }
  }

  private void checkPeriod(JsonNode model) throws Refused {
    YearMonth period;
    try {
      LocalDate date = LocalDate.parse(child(model, "FDate").asText());
      period = YearMonth.of(child(model, "FYEAR").asInt(), child(model, "FPERIOD").asInt());
      if (!YearMonth.from(date).equals(period)) {
        throw new Refused(INVALID, "FDate", "凭证日期不在所选会计期间内");
      }
    } catch (DateTimeException notADate) {
      throw new Refused(INVALID, "FDate", "字段日期是必录字段");
    }
    if (period.isBefore(setup.firstPeriod()) || switches.isClosed(period)) {
      throw new Refused(
          INVALID,
          "FPERIOD",
          "账簿 %s 的 %d 年第 %d 期已结账，不允许新增凭证"
              .formatted(setup.book(), period.getYear(), period.getMonthValue()));
    }
  }

  private void checkEntry(JsonNode entry, boolean verifyBaseData) throws Refused {
    if (child(entry, "FEXPLANATION").asText().isBlank()) {
      throw new Refused(INVALID, "FEXPLANATION", "字段摘要是必录字段");
    }
    String number = known(entry, "FACCOUNTID", setup.accounts().keySet());
    SandboxSetup.Account account = setup.accounts().get(number);
    if (!account.takesEntries()) {
      throw new Refused(INVALID, "FACCOUNTID", "科目 " + number + " 不是明细科目");
    }
    checkDimensions(entry, account, verifyBaseData);
    checkAmounts(entry, isForeign(entry));
  }

  private void checkDimensions(JsonNode entry, SandboxSetup.Account account, boolean verify)
      throws Refused {
    Map<String, String> given = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : child(entry, "FDetailID").properties()) {
      String field = each.getKey().toUpperCase(Locale.ROOT).replace(DIMENSION_PREFIX, "");
      Set<String> numbers = setup.baseData().get(field);
      if (numbers == null) {
        throw new Refused(NOT_EXISTING, each.getKey(), "元数据中标识为" + field + "的字段不存在");
      }
      String code = child(each.getValue(), "FNumber").asText();
      if (verify && !numbers.isEmpty() && !numbers.contains(code)) {
        throw new Refused(NOT_EXISTING, each.getKey(), "编码值[" + code + "]不存在");
      }
      if (setup.inactive().contains(code)) {
        throw new Refused(INVALID, each.getKey(), "编码值[" + code + "]已禁用");
      }
      given.put(field, code);
    }
    for (String field : account.dimensions().stream().sorted().toList()) {
      if (given.getOrDefault(field, "").isBlank()) {
        throw new Refused(INVALID, "FDetailID", "核算维度 " + field + " 是必录字段");
      }
    }
  }

  /** Left out, the currency is the book's own. */
  private boolean isForeign(JsonNode entry) throws Refused {
    return !child(entry, "FCURRENCYID").isMissingNode()
        && !known(entry, "FCURRENCYID", setup.currencies()).equals(OWN_CURRENCY);
  }

  /** In the book's currency an amount is kept to the cent, so a foreign one is rounded first. */
  private static void checkAmounts(JsonNode entry, boolean foreign) throws Refused {
    BigDecimal debit = amount(entry, "FDEBIT");
    BigDecimal credit = amount(entry, "FCREDIT");
    if ((debit.signum() == 0) == (credit.signum() == 0)) {
      throw new Refused(INVALID, "FDEBIT", "分录的借方与贷方必须且只能有一方有金额");
    }
    BigDecimal original = amount(entry, "FAMOUNTFOR");
    JsonNode given = child(entry, "FEXCHANGERATE");
    BigDecimal rate = given.isMissingNode() ? BigDecimal.ONE : given.decimalValue();
    if (!foreign && rate.compareTo(BigDecimal.ONE) != 0) {
      throw new Refused(INVALID, "FEXCHANGERATE", "本位币的汇率必须为 1");
    }
    BigDecimal own = original.multiply(rate).setScale(2, RoundingMode.HALF_UP);
    if (own.compareTo(debit.add(credit)) != 0) {
      throw new Refused(INVALID, "FAMOUNTFOR", "原币金额与本位币金额不符");
    }
  }

  private static BigDecimal amount(JsonNode entry, String field) throws Refused {
    JsonNode value = child(entry, field);
    if (!value.isNumber() && !value.isMissingNode()) {
      throw new Refused(8, field, "参数错误：金额不是数字");
    }
    BigDecimal amount = value.isMissingNode() ? BigDecimal.ZERO : value.decimalValue();
    if (amount.stripTrailingZeros().scale() > 2) {
      throw new Refused(INVALID, field, "金额超过两位小数");
    }
    return amount;
  }

  private static String known(JsonNode parent, String field, Set<String> numbers) throws Refused {
    String number = child(child(parent, field), "FNumber").asText();
    if (number.isBlank()) {
      throw new Refused(INVALID, field, "字段" + field + "是必录字段");
    }
    if (!numbers.contains(number)) {
      throw new Refused(NOT_EXISTING, field, "编码值[" + number + "]不存在");
    }
    return number;
  }
}

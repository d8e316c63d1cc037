package io.dingledger.ledgers.tplus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The books of the T+ stand-in: what it refuses, keeps and finds. */
final class TplusBooks {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** Leaf accounts and the auxiliary that each needs; parents are not among them. */
  private static final Map<String, String> ACCOUNTS =
      Map.of("660203", "AuxAccDepartment", "2241", "AuxAccPerson", "1002", "");

  private static final Set<String> PARENTS = Set.of("6602");
  private static final Map<String, Set<String>> ACTIVE =
      Map.of("AuxAccDepartment", Set.of("01"), "AuxAccPerson", Set.of("E0001"));

  private final List<ObjectNode> vouchers = new ArrayList<>();
  private final Set<YearMonth> closed = new HashSet<>();
  private int lastId = 1000;

  /** Why a voucher is not taken. */
  static final class Refused extends Exception {
    Refused(String words) {
      super(words);
    }
  }

  synchronized void close(YearMonth period) {
    closed.add(period);
  }

  synchronized List<ObjectNode> withKey(String key) {
    return vouchers.stream()
        .filter(voucher -> voucher.path("ExternalCode").asText().equals(key))
        .toList();
  }

  synchronized int count() {
    return vouchers.size();
  }

  synchronized void copy(String key) {
    withKey(key).stream().findFirst().ifPresent(voucher -> keep(voucher.deepCopy()));
  }

  synchronized ObjectNode create(JsonNode dto) throws Refused {
    refuseHeader(dto);
    BigDecimal debit = BigDecimal.ZERO;
    BigDecimal credit = BigDecimal.ZERO;
    for (JsonNode entry : dto.path("Entrys")) {
      refuseEntry(entry);
      debit = debit.add(amount(entry.path("AmountDr")));
      credit = credit.add(amount(entry.path("AmountCr")));
    }
    if (dto.path("Entrys").size() < 2 || debit.compareTo(credit) != 0) {
      throw new Refused("凭证借贷不平衡，借方合计" + debit + "，贷方合计" + credit);
    }
    return keep(dto.deepCopy());
  }

  /** What a query gives of a voucher. */
  static JsonNode shown(List<ObjectNode> found) {
    ArrayNode list = JSON.createArrayNode();
    found.forEach(list::add);
    return list;
  }

  private void refuseHeader(JsonNode dto) throws Refused {
    String code = dto.path("ExternalCode").asText();
    if (code.length() > 50) {
      throw new Refused("外部编码超过最大长度");
    }
    if (!code.isEmpty() && !withKey(code).isEmpty()) {
      throw new Refused("外部编码重复");
    }
    if (!dto.path("DocType").path("Code").asText().equals("记")) {
      throw new Refused("凭证类别不存在");
    }
    if (closed.contains(YearMonth.from(date(dto)))) {
      throw new Refused("当前期间已结账，不能新增凭证");
    }
  }

  private static LocalDate date(JsonNode dto) throws Refused {
    try {
      return LocalDate.parse(dto.path("VoucherDate").asText());
    } catch (DateTimeParseException notADate) {
      throw new Refused("日期格式不正确");
    }
  }

  private static void refuseEntry(JsonNode entry) throws Refused {
    String account = entry.path("Account").path("Code").asText();
    if (PARENTS.contains(account)) {
      throw new Refused("科目" + account + "不是末级科目");
    }
    if (!ACCOUNTS.containsKey(account)) {
      throw new Refused("科目" + account + "不存在");
    }
    String summary = entry.path("Summary").asText();
    if (summary.isEmpty() || summary.length() > 200) {
      throw new Refused("摘要不能为空或超长");
    }
    if (!entry.path("Currency").path("Code").asText().equals("RMB")) {
      throw new Refused("币种不存在");
    }
    refuseAuxiliary(account, entry.path("AuxInfos").path(0));
  }

  private static void refuseAuxiliary(String account, JsonNode auxiliary) throws Refused {
    String needed = ACCOUNTS.get(account);
    if (needed.isEmpty()) {
      return;
    }
    String code = auxiliary.path(needed).path("Code").asText();
    if (code.isEmpty()) {
      throw new Refused("科目" + account + "的辅助核算不能为空");
    }
    if (!ACTIVE.get(needed).contains(code)) {
      throw new Refused("档案" + code + "不存在或已停用");
    }
  }

  private static BigDecimal amount(JsonNode node) throws Refused {
    if (node.isMissingNode()) {
      return BigDecimal.ZERO;
    }
    if (!node.isTextual() || !node.asText().matches("-?[0-9]+(\\.[0-9]{1,2})?")) {
      throw new Refused("金额格式不正确");
    }
    return new BigDecimal(node.asText());
  }

  private ObjectNode keep(ObjectNode voucher) {
    lastId++;
    voucher.put("ID", lastId).put("Code", "记-%04d".formatted(lastId - 1000));
    vouchers.add(voucher);
    return voucher;
  }

  static Optional<JsonNode> tree(String body) {
    try {
      return Optional.of(JSON.readTree(body));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }
}

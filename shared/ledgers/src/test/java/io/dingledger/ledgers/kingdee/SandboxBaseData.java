package io.dingledger.ledgers.kingdee;

import static io.dingledger.ledgers.kingdee.SandboxVoucher.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.dingledger.ledgers.kingdee.SandboxReplies.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sandbox's base data (基础资料), as queries see them. Conditions: {@code FNUMBER='x'}. */
final class SandboxBaseData {
  private static final int MOST_ROWS = 2000;
  private static final Pattern CONDITION =
      Pattern.compile("\\s*FNUMBER\\s*=\\s*'([^']*)'\\s*", Pattern.CASE_INSENSITIVE);
  private static final Map<String, String> ISO_CODES =
      Map.of("PRE001", "CNY", "PRE002", "HKD", "PRE003", "EUR", "PRE007", "USD");
  private static final Map<String, String> FIELDS_OF_FORMS =
      Map.of(
          "BD_SUPPLIER", "FFLEX4",
          "BD_DEPARTMENT", "FFLEX5",
          "BD_CUSTOMER", "FFLEX6",
          "BD_EMPINFO", "FFLEX7");

  private final SandboxSetup setup;

  SandboxBaseData(SandboxSetup setup) {
    this.setup = setup;
  }

  ArrayNode query(JsonNode data) throws Refused {
    String form = child(data, "FormId").asText().toUpperCase(Locale.ROOT);
    List<Map<String, Object>> entries = new ArrayList<>();
    for (String number : numbers(form).stream().sorted().toList()) {
      entries.add(fields(form, number));
    }
    int limit = child(data, "Limit").asInt();
    String wanted = wanted(child(data, "FilterString").asText());
    ArrayNode page = SandboxReplies.JSON.createArrayNode();
    for (Map<String, Object> entry :
        entries.stream()
            .filter(each -> wanted.isEmpty() || each.get("FNUMBER").equals(wanted))
            .skip(child(data, "StartRow").asInt())
            .limit(limit > 0 ? Math.min(limit, MOST_ROWS) : MOST_ROWS)
            .toList()) {
      page.add(row(entry, child(data, "FieldKeys").asText().split("\\s*,\\s*")));
    }
    return page;
  }

  private Set<String> numbers(String form) throws Refused {
    return switch (form) {
      case "BD_ACCOUNT" -> setup.accounts().keySet();
      case "BD_ACCOUNTBOOK" -> Set.of(setup.book());
      case "BD_CURRENCY" -> setup.currencies();
      case "BD_VOUCHERGROUP" -> setup.voucherGroups();
      default -> {
        if (!FIELDS_OF_FORMS.containsKey(form)) {
          throw new Refused(8, "FormId", "业务对象不存在");
        }
        yield setup.baseData().getOrDefault(FIELDS_OF_FORMS.get(form), Set.of());
      }
    };
  }

  private Map<String, Object> fields(String form, String number) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("FNUMBER", number);
    fields.put("FNAME", "名称 " + number);
    fields.put("FFORBIDSTATUS", setup.inactive().contains(number) ? "B" : "A");
    switch (form) {
      case "BD_ACCOUNT" -> fields.put("FISDETAIL", setup.accounts().get(number).takesEntries());
      case "BD_CURRENCY" -> fields.put("FCODE", ISO_CODES.getOrDefault(number, number));
      default -> fields.put("FDOCUMENTSTATUS", "C");
    }
    return fields;
  }

  private static String wanted(String filter) throws Refused {
    Matcher condition = CONDITION.matcher(filter);
    if (filter.isBlank()) {
      return "";
    }
    if (!condition.matches()) {
      throw new Refused(4, "FilterString", "过滤条件语法错误");
    }
    return condition.group(1);
  }

  private static ArrayNode row(Map<String, Object> entry, String[] names) throws Refused {
    ArrayNode row = SandboxReplies.JSON.createArrayNode();
    for (String name : names) {
      Object value = entry.get(name.toUpperCase(Locale.ROOT));
      if (value == null) {
        throw new Refused(9, "", "元数据中标识为" + name + "的字段不存在");
      }
      row.addPOJO(value);
    }
    return row;
  }
}

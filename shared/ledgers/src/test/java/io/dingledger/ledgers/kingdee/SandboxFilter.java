package io.dingledger.ledgers.kingdee;

import static io.dingledger.ledgers.kingdee.SandboxVoucher.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dingledger.ledgers.kingdee.SandboxReplies.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of Kingdee's query language that connectors use: conditions {@code field='text'} or
 * {@code field=number}, joined by {@code and}; dotted fields such as {@code FACCOUNTID.FNumber}.
 */
final class SandboxFilter {
  private static final Pattern CONDITION =
      Pattern.compile("\\s*([A-Za-z_][\\w.]*)\\s*=\\s*(?:'((?:[^']|'')*)'|(-?[0-9]+))\\s*");
  private static final Pattern AND = Pattern.compile("\\Gand\\b", Pattern.CASE_INSENSITIVE);
  private static final Set<String> FIELDS =
      Set.of(
          "FVOUCHERID",
          "FVOUCHERGROUPNO",
          "FDOCUMENTSTATUS",
          "FACCOUNTBOOKID",
          "FACCBOOKORGID",
          "FVOUCHERGROUPID",
          "FSYSTEMID",
          "FDATE",
          "FBUSDATE",
          "FYEAR",
          "FPERIOD",
          "FATTACHMENTS",
          "FENTITY_FENTRYID",
          "FEXPLANATION",
          "FACCOUNTID",
          "FDETAILID",
          "FCURRENCYID",
          "FEXCHANGERATE",
          "FAMOUNTFOR",
          "FDEBIT",
          "FCREDIT");

  private final Set<String> fields = new TreeSet<>(FIELDS);

  /** One condition. */
  record Condition(String field, String value) {}

  SandboxFilter(SandboxSetup setup) {
    setup.textFields().forEach(field -> fields.add(field.toUpperCase(Locale.ROOT)));
  }

  List<Condition> conditions(String filter) throws Refused {
    List<Condition> conditions = new ArrayList<>();
    Matcher condition = CONDITION.matcher(filter);
    int place = 0;
    while (place < filter.length()) {
      condition.region(place, filter.length());
      if (!condition.lookingAt()) {
        throw new Refused(4, "FilterString", "过滤条件语法错误");
      }
      String text = condition.group(2);
      String value = text == null ? condition.group(3) : text.replace("''", "'");
      conditions.add(new Condition(existing(condition.group(1)), value));
      place = afterAnd(filter, condition.end());
    }
    return conditions;
  }

  private static int afterAnd(String filter, int place) throws Refused {
    if (place == filter.length()) {
      return place;
    }
    Matcher and = AND.matcher(filter);
    if (!and.find(place)) {
      throw new Refused(4, "FilterString", "过滤条件语法错误");
    }
    return and.end();
  }

  boolean matches(List<Condition> conditions, SandboxVoucher voucher, JsonNode entry) {
    return conditions.stream()
        .allMatch(
            condition ->
                cell(condition.field(), voucher, entry).asText().equals(condition.value()));
  }

  List<String> columns(String fieldKeys) throws Refused {
    List<String> columns = List.of(fieldKeys.split("\\s*,\\s*"));
    for (String column : columns) {
      existing(column);
    }
    return columns;
  }

  ArrayNode row(List<String> columns, SandboxVoucher voucher, JsonNode entry) {
    ArrayNode row = SandboxReplies.JSON.createArrayNode();
    columns.forEach(column -> row.add(cell(column, voucher, entry)));
    return row;
  }

  private String existing(String field) throws Refused {
    String first = field.split("\\.", 2)[0];
    if (!fields.contains(first.toUpperCase(Locale.ROOT))) {
      throw new Refused(9, "", "元数据中标识为" + first + "的字段不存在");
    }
    return field;
  }

  /** A value of the entry, or of the header when the entry has no such field. */
  private static JsonNode cell(String field, SandboxVoucher voucher, JsonNode entry) {
    String[] path = field.split("\\.");
    JsonNodeFactory make = JsonNodeFactory.instance;
    switch (path[0].toUpperCase(Locale.ROOT)) {
      case "FVOUCHERID":
        return make.numberNode(voucher.id());
      case "FVOUCHERGROUPNO":
        return make.textNode(Integer.toString(voucher.number()));
      case "FDOCUMENTSTATUS":
        return make.textNode(voucher.status());
      default:
        JsonNode inEntry = resolved(entry, path);
        JsonNode found = inEntry.isMissingNode() ? resolved(voucher.content(), path) : inEntry;
        return found.isMissingNode() ? make.nullNode() : found;
    }
  }

  private static JsonNode resolved(JsonNode parent, String[] path) {
    JsonNode found = parent;
    for (String name : path) {
      JsonNode direct = child(found, name);
      found = direct.isMissingNode() ? child(found, "FDETAILID__" + name) : direct;
    }
    return found;
  }
}

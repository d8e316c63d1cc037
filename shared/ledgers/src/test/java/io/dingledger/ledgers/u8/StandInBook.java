package io.dingledger.ledgers.u8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stand-in's book. */
final class StandInBook {
  static final String MAKER = "demo";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final StandInRules rules = new StandInRules();
  private final List<Booked> vouchers = new ArrayList<>();
  private final Set<YearMonth> closed = new HashSet<>();
  private boolean countsRows = true;
  private boolean tellsExternalNumber;
  private boolean ignoresFilter;

  /** A voucher and the business id it came with. */
  record Booked(int number, String business, ObjectNode content) {
    String external() {
      return content.path("reserve2").asText();
    }
  }

  synchronized void close(YearMonth period) {
    closed.add(period);
  }

  synchronized List<Booked> all() {
    return List.copyOf(vouchers);
  }

  /** From now on lists come without counts. */
  synchronized void countNoRows() {
    countsRows = false;
  }

  /** From now on rows carry their external number. */
  synchronized void tellExternalNumber() {
    tellsExternalNumber = true;
  }

  /** From now on the external number does not filter. */
  synchronized void ignoreFilter() {
    ignoresFilter = true;
  }

  synchronized int countWithKey(String key) {
    return (int) vouchers.stream().filter(each -> each.external().equals(key)).count();
  }

  /** Books the same content once more. */
  synchronized void copy(String external) {
    Booked original =
        vouchers.stream()
            .filter(each -> each.external().equals(external))
            .findFirst()
            .orElseThrow();
    vouchers.add(new Booked(vouchers.size() + 1, "", original.content().deepCopy()));
  }

  synchronized Reply add(Call call) {
    String business = call.query().getOrDefault("biz_id", "");
    if (business.isEmpty() == !call.query().containsKey("tradeid")) {
      return U8StandIn.failure("10006", "tradeid与biz_id必须且只能传入一个");
    }
    if (!call.query().getOrDefault("sync", "0").equals("1")) {
      return U8StandIn.failure("20001", "此处只支持同步");
    }
    Optional<Booked> earlier =
        vouchers.stream().filter(each -> each.business().equals(business)).findFirst();
    if (earlier.isPresent()) {
      return added(earlier.get());
    }
    if (!(tree(call.body()).path("voucher") instanceof ObjectNode voucher)) {
      return U8StandIn.failure("20002", "voucher不能为空");
    }
    Optional<String> fault = rules.fault(voucher, closed);
    if (fault.isPresent()) {
      return U8StandIn.failure("20010", fault.get());
    }
    Booked booked = new Booked(vouchers.size() + 1, business, voucher);
    vouchers.add(booked);
    return added(booked);
  }

  private static Reply added(Booked booked) {
    return Reply.json("{\"errcode\":\"0\",\"errmsg\":\"\",\"id\":\"" + booked.number() + "\"}");
  }

  synchronized Reply details(Call call) {
    Map<String, String> query = call.query();
    List<ObjectNode> rows = new ArrayList<>();
    for (Booked voucher : vouchers) {
      String date = voucher.content().path("date").asText();
      if (date.compareTo(query.getOrDefault("date_begin", "")) >= 0
          && date.compareTo(query.getOrDefault("date_end", "9999")) <= 0
          && (ignoresFilter || voucher.external().equals(query.get("coutno_id")))) {
        rows(voucher, "debit", "md", rows);
        rows(voucher, "credit", "mc", rows);
      }
    }
    int length = Integer.parseInt(query.getOrDefault("rows_per_page", "20"));
    int index = Integer.parseInt(query.getOrDefault("page_index", "1"));
    ObjectNode reply = MAPPER.createObjectNode().put("errcode", "0").put("errmsg", "");
    if (countsRows) {
      reply.put("row_count", Integer.toString(rows.size())).put("page_index", "" + index);
    }
    ArrayNode list = reply.putArray("voucherdetails");
    rows.stream().skip((index - 1L) * length).limit(length).forEach(list::add);
    return Reply.json(reply.toString());
  }

  private void rows(Booked voucher, String side, String field, List<ObjectNode> rows) {
    for (JsonNode entry : voucher.content().path(side).path("entry")) {
      BigDecimal amount = entry.path("natural_" + side + "_currency").decimalValue();
      ObjectNode row =
          MAPPER
              .createObjectNode()
              .put("date", voucher.content().path("date").asText() + " 00:00:00")
              .put("ino_id", Integer.toString(voucher.number()))
              .put("inid", entry.path("entry_id").asInt())
              .put("digest", entry.path("abstract").asText())
              .put("code", entry.path("account_code").asText())
              .put(field, amount)
              .put(field.equals("md") ? "mc" : "md", BigDecimal.ZERO);
      if (tellsExternalNumber) {
        row.put("coutno_id", voucher.external());
      }
      rows.add(row);
    }
  }

  private static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MAPPER.createObjectNode();
    }
  }
}

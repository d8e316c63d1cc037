package io.dingledger.ledgers.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import io.dingledger.ledgers.connector.StandInBooks.Booked;
import io.dingledger.ledgers.connector.StandInBooks.Line;
import io.dingledger.ledgers.connector.StandInBooks.Refusal;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An invented JSON interface with a token, a book in a header, and a look-up. */
final class JsonSpeech implements ConnectorStandIn.Speech {
  static final String BODY =
      """
      {"bizKey":"{{key}}","voucherDate":"{{date:yyyyMMdd}}","memo":"{{summary}}",
       "total":{{debitTotal}},"entries":[{{#lines:,}}
        {"no":{{line.number}},"subject":"{{line.account}}","memo":"{{line.summary}}",
         "dept":"{{line.department}}","staff":"{{line.employee}}",
         "debit":{{line.debit}},"credit":{{line.credit}},
         "currency":"{{line.currency}}","fc":{{line.foreignAmount}},"rate":{{line.rate}}}{{/lines}}
      ]}
      """;

  private static final String TOKEN = "tok-3fd0c8e1b7";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private final StandInBooks books;

  JsonSpeech(StandInBooks books) {
    this.books = books;
  }

  @Override
  public Map<String, String> settings(URI address) {
    Map<String, String> settings = new HashMap<>();
    settings.put("url", address + "/api/vouchers");
    settings.put("headers", "Authorization: Bearer ${secret.token}\nX-Book: 001");
    settings.put("body", BODY);
    settings.put("successTests", "/code equals 0\n/data/voucherId exists");
    settings.put("idPointer", "/data/voucherId");
    settings.put("numberPointer", "/data/voucherNo");
    settings.put("wordsPointer", "/message");
    settings.put("closedPeriodTests", "/code equals 4002");
    settings.put("configTests", "/code equals 4010\n/code equals 4005");
    settings.put("refusalTests", "/code equals 4001\n/code equals 4003\n/code equals 4004");
    settings.put("throttleTests", "/code equals 4290");
    settings.put("repeatTests", "/code equals 4090");
    settings.put("lookup", "get");
    settings.put("lookupUrl", address + "/api/vouchers?bizKey={{key}}");
    settings.put("lookupSuccessTests", "/code equals 0\n/total exists");
    settings.put("rowsPointer", "/rows");
    settings.put("linesPointer", "/entries");
    settings.put("rowKeyPointer", "/bizKey");
    settings.put("rowIdPointer", "/voucherId");
    settings.put("rowNumberPointer", "/voucherNo");
    settings.put("lineAccountPointer", "/subject");
    settings.put("lineDebitPointer", "/debit");
    settings.put("lineCreditPointer", "/credit");
    settings.put("readTimeoutSeconds", "3");
    return settings;
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("token", TOKEN);
  }

  @Override
  public Optional<Request> errand(Call call) {
    return Optional.of(call.method().equals("GET") ? Request.ASK : Request.SEND);
  }

  @Override
  public Reply answer(Call call) {
    if (!call.headers().getOrDefault("authorization", "").equals("Bearer " + TOKEN)) {
      return refused(4010, "令牌无效");
    }
    if (!call.headers().getOrDefault("x-book", "").equals("001")) {
      return refused(4005, "账套不存在");
    }
    return call.method().equals("GET") ? told(call) : taken(tree(call.body()));
  }

  @Override
  public Reply trouble(Trouble trouble, Call call) {
    return trouble == Trouble.REFUSED_AS_UNBALANCED
        ? refused(4001, "借贷不平")
        : refused(5000, "数据库异常");
  }

  private Reply taken(JsonNode voucher) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode entry : voucher.path("entries")) {
      lines.add(
          new Line(
              entry.path("subject").textValue(),
              entry.path("dept").textValue(),
              entry.path("debit").decimalValue(),
              entry.path("credit").decimalValue()));
    }
    YearMonth period =
        YearMonth.from(
            LocalDate.parse(
                voucher.path("voucherDate").textValue(), DateTimeFormatter.BASIC_ISO_DATE));
    Optional<Refusal> refusal = books.refusal(period, lines);
    if (refusal.isPresent()) {
      return switch (refusal.get()) {
        case CLOSED -> refused(4002, "期间已结账");
        case ACCOUNT -> refused(4003, "科目不存在");
        case DEPARTMENT -> refused(4004, "缺少部门");
        case UNBALANCED, TOO_FINE -> refused(4001, "借贷不平");
      };
    }
    Booked booked = books.book(voucher.path("bizKey").textValue(), lines);
    ObjectNode answer = JSON.createObjectNode().put("code", 0).put("message", "ok");
    answer.putObject("data").put("voucherId", booked.id()).put("voucherNo", booked.number());
    return Reply.json(answer.toString());
  }

  private Reply told(Call call) {
    String key = call.query().getOrDefault("bizKey", "");
    List<Booked> held = books.held(key);
    ObjectNode answer = JSON.createObjectNode().put("code", 0).put("total", held.size());
    ArrayNode rows = answer.putArray("rows");
    for (Booked booked : held) {
      ObjectNode row =
          rows.addObject()
              .put("bizKey", key)
              .put("voucherId", booked.id())
              .put("voucherNo", booked.number());
      ArrayNode entries = row.putArray("entries");
      for (Line line : booked.lines()) {
        entries
            .addObject()
            .put("subject", line.account())
            .put("debit", line.debit())
            .put("credit", line.credit());
      }
    }
    try {
      return Reply.json(JSON.writeValueAsString(answer));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Reply refused(int code, String message) {
    return Reply.json(JSON.createObjectNode().put("code", code).put("message", message).toString());
  }

  static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException(notJson);
    }
  }
}

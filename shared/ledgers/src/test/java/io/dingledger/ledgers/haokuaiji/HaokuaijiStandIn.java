package io.dingledger.ledgers.haokuaiji;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.chanjet.PlatformDoor;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.ledgers.conformance.StandInServer;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import java.net.URI;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stand-in for Chanjet Haokuaiji on 127.0.0.1, with one book. It shares no code with the adapter
 * and refuses what the real one is known or thought to refuse; it keeps no repeat out, since the
 * real one does not promise to. Words and codes of refusals are guesses.
 */
public final class HaokuaijiStandIn implements StandInServer.Books, AutoCloseable {
  /** The one book. */
  public static final String BOOK = "90001001";

  private static final String LEDGER = "/accounting/gl/";

  private final PlatformDoor door = new PlatformDoor();
  private final HaokuaijiBooks books = new HaokuaijiBooks();
  private final List<Call> calls = new ArrayList<>();
  private final StandInServer server;

  private HaokuaijiStandIn() {
    server = StandInServer.start(this);
  }

  /** Starts one on a free port, with an empty book. */
  public static HaokuaijiStandIn start() {
    return new HaokuaijiStandIn();
  }

  /** Its address. */
  public URI address() {
    return server.address();
  }

  /** The settings of a connection to it. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(PlatformDoor.settings(address().toString()));
    settings.put("bookId", BOOK);
    settings.put("currencies", "CNY=1,USD=2");
    return Map.copyOf(settings);
  }

  /** The secrets that go with them; they are invented. */
  public Map<String, String> secrets() {
    return PlatformDoor.secrets();
  }

  /** How many vouchers are in its book. */
  public int vouchers() {
    return books.count();
  }

  /** How many vouchers carry this key in their summaries. */
  public int countWithKey(String key) {
    return books.withKey(key).size();
  }

  /** Its tokens. */
  public PlatformDoor door() {
    return door;
  }

  /** The HTTP side, for troubles and counts. */
  public StandInServer server() {
    return server;
  }

  HaokuaijiBooks books() {
    return books;
  }

  void close(YearMonth period) {
    books.close(period);
  }

  /** The services that were called, oldest first. */
  synchronized List<String> services() {
    return calls.stream().map(HaokuaijiStandIn::service).toList();
  }

  @Override
  public Optional<Request> errand(Call call) {
    String service = service(call);
    if (service.matches("AcctgTrans[356]")) {
      return Optional.of(Request.SEND);
    }
    return service.equals("AcctgTrans/acctgTransExactSearch")
        ? Optional.of(Request.ASK)
        : Optional.empty();
  }

  @Override
  public Reply answer(Call call) {
    note(call);
    return door.stops(call).orElseGet(() -> admitted(call));
  }

  private synchronized void note(Call call) {
    calls.add(call);
  }

  private Reply admitted(Call call) {
    if (call.path().equals("/accounting/accountBook/list")) {
      return Reply.json("[{\"id\":90001001,\"name\":\"示例账套\",\"disabled\":false}]");
    }
    if (!call.path().endsWith("/" + BOOK)) {
      return Reply.json("{\"code\":\"thirdsrv.e0004\",\"message\":\"当前用户未授权访问\"}");
    }
    return switch (service(call)) {
      case "CheckOut/checkOutPeriod" -> Reply.json(books.periods().toString());
      case "glaccount/getInitBalanceList" -> Reply.json(HaokuaijiBooks.accounts().toString());
      case "AcctgTrans/init" -> numbered(tree(call.body()));
      case "AcctgTrans/acctgTransExactSearch" -> searched(tree(call.query().get("searchParam")));
      case "AcctgTrans/getVoucherById" -> shown(call.query().get("voucherId"));
      case "acctgTransCategory" ->
          Reply.json("[{\"id\":100001,\"code\":\"1\",\"name\":\"记\",\"status\":\"A\"}]");
      case "AcctgTrans3", "AcctgTrans5", "AcctgTrans6" -> created(call);
      default -> Reply.json(404, "{\"code\":\"50000\",\"message\":\"接口不存在\"}");
    };
  }

  @Override
  public Optional<Reply> trouble(Trouble trouble, Call call) {
    return switch (trouble) {
      case SESSION_LOST -> {
        door.expire();
        yield Optional.of(Reply.json(401, "{\"code\":\"50000\",\"message\":\"openToken不正确\"}"));
      }
      case ERROR_INSIDE_STATUS_200 ->
          Optional.of(
              Reply.json("{\"code\":\"gl.e9999\",\"message\":\"系统异常\",\"successful\":false}"));
      case REFUSED_AS_UNBALANCED ->
          Optional.of(Reply.json(400, "{\"code\":\"gl.e2001\",\"msg\":\"凭证借贷不平\"}"));
      case THROTTLED -> Optional.of(Reply.json("{\"code\":\"14002\",\"message\":\"请求太快，稍后重试\"}"));
      case THROTTLED_WITH_WAIT ->
          Optional.of(
              new Reply(
                  200,
                  "application/json",
                  "{\"code\":\"14002\",\"message\":\"请求太快，稍后重试\"}",
                  Map.of("Retry-After", "7")));
      default -> Optional.empty();
    };
  }

  private Reply numbered(JsonNode body) {
    String period = body.path("period").asText();
    return Reply.json(
        HaokuaijiBooks.JSON
            .createObjectNode()
            .put("acctgPeriod", period)
            .put("acctgTransCategoryId", 100001)
            .put("code", books.nextNumber(period))
            .toString());
  }

  private Reply searched(JsonNode wanted) {
    String text = wanted.path("text").asText() + wanted.path("summary").asText();
    List<ObjectNode> found =
        books
            .between(wanted.path("startPeriod").asText(), wanted.path("endPeriod").asText())
            .stream()
            .filter(voucher -> voucher.path("details").toString().contains(text))
            .toList();
    return Reply.json(
        HaokuaijiBooks.page(
                found, wanted.path("pageCount").asInt(), wanted.path("pageSize").asInt())
            .toString());
  }

  private Reply shown(String id) {
    ObjectNode answer = HaokuaijiBooks.JSON.createObjectNode().put("code", "000000");
    books.between("000000", "999999").stream()
        .filter(voucher -> voucher.path("id").asText().equals(id))
        .findFirst()
        .ifPresent(voucher -> answer.set("data", voucher));
    return Reply.json(answer.put("successful", true).toString());
  }

  private Reply created(Call call) {
    try {
      ObjectNode voucher = books.create(service(call), tree(call.body()));
      return Reply.json(voucher.deepCopy().put("lastUpdatedStamp", "2026-03-31").toString());
    } catch (HaokuaijiBooks.Refused refused) {
      ObjectNode answer = HaokuaijiBooks.JSON.createObjectNode();
      return Reply.json(
          400, answer.put("code", "gl.e1001").put("msg", refused.getMessage()).toString());
    }
  }

  private static String service(Call call) {
    return call.path().replace(LEDGER, "").replaceAll("/[0-9]+$", "");
  }

  private static JsonNode tree(String text) {
    try {
      return HaokuaijiBooks.JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("the adapter sent no JSON", notJson);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}

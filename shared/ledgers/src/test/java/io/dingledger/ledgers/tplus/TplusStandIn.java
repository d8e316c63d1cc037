package io.dingledger.ledgers.tplus;

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
import java.util.Map;
import java.util.Optional;

/**
 * A stand-in for Chanjet T+ on 127.0.0.1. It shares no code with the adapter and refuses what the
 * real one is known or thought to refuse. The reply to a new voucher and the query are guesses: the
 * vendor publishes neither.
 */
public final class TplusStandIn implements StandInServer.Books, AutoCloseable {
  static final String CREATE = "/tplus/api/v2/doc/Create";
  static final String QUERY = "/tplus/api/v2/doc/Query";

  private final PlatformDoor door = new PlatformDoor();
  private final TplusBooks books = new TplusBooks();
  private final StandInServer server;

  private TplusStandIn() {
    server = StandInServer.start(this);
  }

  /** Starts one on a free port, with an empty book. */
  public static TplusStandIn start() {
    return new TplusStandIn();
  }

  /** Its address. */
  public URI address() {
    return server.address();
  }

  /** The settings of a connection to it. */
  public Map<String, String> settings() {
    return PlatformDoor.settings(address().toString());
  }

  /** The secrets that go with them; they are invented. */
  public Map<String, String> secrets() {
    return PlatformDoor.secrets();
  }

  /** How many vouchers are in its book. */
  public int vouchers() {
    return books.count();
  }

  /** How many vouchers carry this external code. */
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

  void close(YearMonth period) {
    books.close(period);
  }

  void copy(String key) {
    books.copy(key);
  }

  Optional<ObjectNode> voucher(String key) {
    return books.withKey(key).stream().findFirst();
  }

  @Override
  public Optional<Request> errand(Call call) {
    return switch (call.path()) {
      case CREATE -> Optional.of(Request.SEND);
      case QUERY -> Optional.of(Request.ASK);
      default -> Optional.empty();
    };
  }

  @Override
  public Reply answer(Call call) {
    return door.stops(call)
        .orElseGet(
            () ->
                switch (call.path()) {
                  case CREATE -> created(call);
                  case QUERY -> found(call);
                  default -> Reply.json(404, "{\"code\":\"50000\",\"message\":\"接口不存在\"}");
                });
  }

  @Override
  public Optional<Reply> trouble(Trouble trouble, Call call) {
    return switch (trouble) {
      case SESSION_LOST -> {
        door.expire();
        yield Optional.of(Reply.json(401, "{\"code\":\"4004\",\"message\":\"token已过期\"}"));
      }
      case ERROR_INSIDE_STATUS_200 ->
          Optional.of(Reply.json("{\"code\":\"500\",\"message\":\"系统异常\",\"data\":null}"));
      case REFUSED_AS_UNBALANCED ->
          Optional.of(Reply.json("{\"code\":\"EXSV0400\",\"message\":\"凭证借贷不平衡\"}"));
      case THROTTLED ->
          Optional.of(Reply.json(409, "{\"error\":\"too many requests, slow down\"}"));
      case THROTTLED_WITH_WAIT ->
          Optional.of(
              new Reply(
                  409,
                  "application/json",
                  "{\"error\":\"too many requests\"}",
                  Map.of("Retry-After", "7")));
      default -> Optional.empty();
    };
  }

  private Reply created(Call call) {
    JsonNode dto = TplusBooks.tree(call.body()).map(body -> body.path("dto")).orElseThrow();
    try {
      ObjectNode voucher = books.create(dto);
      ObjectNode reply = TplusBooks.JSON.createObjectNode().put("code", "0").put("message", "");
      reply
          .putObject("data")
          .put("ID", voucher.path("ID").asInt())
          .put("Code", voucher.path("Code").asText())
          .put("ExternalCode", voucher.path("ExternalCode").asText());
      return Reply.json(reply.toString());
    } catch (TplusBooks.Refused refused) {
      ObjectNode reply = TplusBooks.JSON.createObjectNode();
      return Reply.json(
          reply.put("code", "EXSV0400").put("message", refused.getMessage()).toString());
    }
  }

  private Reply found(Call call) {
    String key =
        TplusBooks.tree(call.body())
            .map(body -> body.path("param").path("ExternalCode").asText())
            .orElse("");
    ObjectNode reply = TplusBooks.JSON.createObjectNode().put("code", "0").put("message", "");
    reply.set("data", TplusBooks.shown(books.withKey(key)));
    return Reply.json(reply.toString());
  }

  @Override
  public void close() {
    server.close();
  }
}

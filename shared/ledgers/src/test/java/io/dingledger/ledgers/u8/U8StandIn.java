package io.dingledger.ledgers.u8;

import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.ledgers.conformance.StandInServer;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import java.net.URI;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A stand-in for Yonyou's U8+ OpenAPI on 127.0.0.1: tokens, {@code voucher/add}, {@code
 * voucherdetails/batch_get}. It shares no code with the adapter and refuses what the real one
 * refuses. Its codes and words of refusal are guesses: the vendor publishes none.
 */
public final class U8StandIn implements StandInServer.Books, AutoCloseable {
  static final String TOKEN = "/system/token";
  static final String ADD = "/api/voucher/add";
  static final String DETAILS = "/api/voucherdetails/batch_get";

  private static final String FROM = "demo_from";
  private static final String TO = "demo_to";
  private static final String APP_KEY = "opademo";
  private static final String APP_SECRET = "demo-secret";

  private final StandInBook book = new StandInBook();
  private final Set<String> tokens = new HashSet<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final Map<String, Reply> fixed = new ConcurrentHashMap<>();
  private int issued;
  private final StandInServer server = StandInServer.start(this);

  private U8StandIn() {}

  /** Starts one with an empty book on a free port. */
  public static U8StandIn start() {
    return new U8StandIn();
  }

  /** Its address, without a slash at the end. */
  public URI address() {
    return server.address();
  }

  /** The settings of a connection to it. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("serverUrl", address().toString());
    settings.put("fromAccount", FROM);
    settings.put("toAccount", TO);
    settings.put("appKey", APP_KEY);
    settings.put("maker", StandInBook.MAKER);
    return settings;
  }

  /** The secrets that go with {@link #settings}, in clear: they are invented. */
  public Map<String, String> secrets() {
    return Map.of("appSecret", APP_SECRET);
  }

  /** How many vouchers are in its book. */
  public int vouchers() {
    return book.all().size();
  }

  /** The HTTP side, for troubles and counts. */
  public StandInServer server() {
    return server;
  }

  /** Its book. */
  StandInBook book() {
    return book;
  }

  /** The paths that were called, in order. */
  public List<String> paths() {
    return List.copyOf(paths);
  }

  /** How many tokens it gave. */
  synchronized int issued() {
    return issued;
  }

  /** Closes a period. */
  public void close(YearMonth period) {
    book.close(period);
  }

  /** From now on calls to this path get this body with status 200, without any effect. */
  void fix(String path, String body) {
    fixed.put(path, Reply.json(body));
  }

  @Override
  public void close() {
    server.close();
  }

  @Override
  public Optional<Request> errand(Call call) {
    return switch (call.path()) {
      case ADD -> Optional.of(Request.SEND);
      case DETAILS -> Optional.of(Request.ASK);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Reply> trouble(Trouble trouble, Call call) {
    return switch (trouble) {
      case SESSION_LOST -> {
        forgetTokens();
        yield Optional.of(answer(call));
      }
      case ERROR_INSIDE_STATUS_200 -> Optional.of(failure("-1", "系统异常"));
      case REFUSED_AS_UNBALANCED -> Optional.of(failure("20010", "凭证借贷不平衡"));
      default -> Optional.empty();
    };
  }

  @Override
  public Reply answer(Call call) {
    paths.add(call.path());
    Reply always = fixed.get(call.path());
    if (always != null) {
      return always;
    }
    boolean posted = call.method().equals("POST");
    return switch (call.path()) {
      case TOKEN -> token(call);
      case ADD -> posted ? refused(call).orElseGet(() -> book.add(call)) : unknown();
      case DETAILS -> posted ? unknown() : refused(call).orElseGet(() -> book.details(call));
      default -> unknown();
    };
  }

  private synchronized Reply token(Call call) {
    Map<String, String> query = call.query();
    if (!FROM.equals(query.get("from_account"))
        || !APP_KEY.equals(query.get("app_key"))
        || !APP_SECRET.equals(query.get("app_secret"))) {
      return failure("10001", "app_secret错误:" + query.get("app_secret"));
    }
    String token = "t%d+/=".formatted(++issued);
    tokens.add(token);
    return Reply.json("{\"errcode\":\"0\",\"errmsg\":\"\",\"token\":{\"id\":\"" + token + "\"}}");
  }

  private synchronized Optional<Reply> refused(Call call) {
    Map<String, String> query = call.query();
    if (!tokens.contains(query.getOrDefault("token", ""))) {
      return Optional.of(failure("10003", "参数token已过期"));
    }
    if (!FROM.equals(query.get("from_account")) || !APP_KEY.equals(query.get("app_key"))) {
      return Optional.of(failure("10002", "app_key无效"));
    }
    if (!TO.equals(query.get("to_account"))) {
      return Optional.of(failure("10004", "to_account不存在"));
    }
    return query.getOrDefault("ds_sequence", "1").equals("1")
        ? Optional.empty()
        : Optional.of(failure("10005", "数据源不存在"));
  }

  private synchronized void forgetTokens() {
    tokens.clear();
  }

  private static Reply unknown() {
    return Reply.json(404, "{\"errcode\":\"404\",\"errmsg\":\"not found\"}");
  }

  static Reply failure(String code, String message) {
    return Reply.json("{\"errcode\":\"%s\",\"errmsg\":\"%s\"}".formatted(code, message));
  }
}

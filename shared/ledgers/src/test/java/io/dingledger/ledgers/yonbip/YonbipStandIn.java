package io.dingledger.ledgers.yonbip;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.ledgers.conformance.StandInServer;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import java.net.URI;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A stand-in for YonBIP's open platform on 127.0.0.1: data centre look-up, tokens, vouchers, books
 * and periods. It shares no code with the adapter and refuses what the real one refuses. Its words
 * of refusal are guesses where the vendor publishes none.
 */
public final class YonbipStandIn implements StandInServer.Books, AutoCloseable {
  private static final String GATEWAY = "/iuap-api-gateway";
  private static final String AUTHORITY = "/iuap-api-auth";
  static final String LOOK_UP = "/open-auth/dataCenter/getGatewayAddress";
  static final String ADD = "/yonbip/fi/ficloud/openapi/voucher/addVoucher";
  static final String LIST = "/yonbip/fi/ficloud/openapi/voucher/queryVouchers";
  static final String DETAIL = "/yonbip/EFI/openapi/voucher/queryVoucherById";
  private static final String BASE_DATA = "/yonbip/fi/fipub/basedoc/querybd/";

  private final StandInDoor door = new StandInDoor();
  private final StandInVouchers vouchers = new StandInVouchers();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final Map<String, Reply> fixed = new ConcurrentHashMap<>();
  private final StandInServer server = StandInServer.start(this);

  private YonbipStandIn() {}

  /** Starts one with an empty book on a free port. */
  public static YonbipStandIn start() {
    return new YonbipStandIn();
  }

  /** Its address, without a slash at the end. */
  public URI address() {
    return server.address();
  }

  /** The settings of a connection to it. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("tenantId", StandInDoor.TENANT);
    settings.put("dataCentreUrl", address() + LOOK_UP);
    settings.put("appKey", StandInDoor.APP_KEY);
    settings.put("book", StandInVouchers.BOOK);
    settings.put("voucherType", "1");
    settings.put("makerMobile", StandInVouchers.MAKER);
    settings.put("employeeField", "0003");
    settings.put("projectField", "0006");
    return settings;
  }

  /** The secrets that go with {@link #settings}, in clear: they are invented. */
  public Map<String, String> secrets() {
    return Map.of("appSecret", StandInDoor.APP_SECRET);
  }

  /** How many vouchers are in its book. */
  public int vouchers() {
    return vouchers.all().size();
  }

  /** The HTTP side, for troubles and counts. */
  public StandInServer server() {
    return server;
  }

  /** Its books. */
  StandInVouchers books() {
    return vouchers;
  }

  /** Who may enter. */
  StandInDoor door() {
    return door;
  }

  /** The paths that were called, in order. */
  public List<String> paths() {
    return List.copyOf(paths);
  }

  /** Closes a period. */
  public void close(YearMonth period) {
    vouchers.close(period);
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
    return switch (call.path().replace(GATEWAY, "")) {
      case ADD -> Optional.of(Request.SEND);
      case LIST -> Optional.of(Request.ASK);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Reply> trouble(Trouble trouble, Call call) {
    return switch (trouble) {
      case SESSION_LOST -> {
        door.forgetTokens();
        yield Optional.of(answer(call));
      }
      case ERROR_INSIDE_STATUS_200 -> Optional.of(failure("999", "系统异常，请稍后再试"));
      case REFUSED_AS_UNBALANCED -> Optional.of(failure("404", "凭证保存不成功,凭证借贷不平衡！"));
      default -> Optional.empty();
    };
  }

  @Override
  public Reply answer(Call call) {
    String path = call.path();
    paths.add(path);
    Reply always = fixed.get(path.replace(GATEWAY, "").replace(AUTHORITY, ""));
    if (always != null) {
      return always;
    }
    if (path.equals(LOOK_UP)) {
      String here = "http://" + call.headers().get("host");
      return door.addresses(call, here + GATEWAY, here + AUTHORITY);
    }
    if (path.startsWith(AUTHORITY)) {
      return door.token(call, path.substring(AUTHORITY.length()));
    }
    return path.startsWith(GATEWAY) ? business(call, path.substring(GATEWAY.length())) : unknown();
  }

  private Reply business(Call call, String path) {
    boolean known =
        List.of(ADD, LIST, DETAIL, BASE_DATA + "accbook", BASE_DATA + "accperiod").contains(path);
    if (!known || !call.method().equals("POST")) {
      return unknown();
    }
    Optional<Reply> refused = door.refused(call, path);
    if (refused.isPresent()) {
      return refused.get();
    }
    JsonNode body = StandInJson.tree(call.body());
    return switch (path) {
      case ADD -> vouchers.add(body);
      case LIST -> vouchers.list(body);
      case DETAIL -> vouchers.detail(body);
      case BASE_DATA + "accbook" -> vouchers.books();
      default -> vouchers.periods();
    };
  }

  private static Reply unknown() {
    return Reply.json(404, "{\"code\":\"310404\",\"message\":\"网关上没有注册此API\"}");
  }

  static Reply failure(String code, String message) {
    return Reply.json("{\"code\":\"%s\",\"message\":\"%s\",\"data\":{}}".formatted(code, message));
  }
}

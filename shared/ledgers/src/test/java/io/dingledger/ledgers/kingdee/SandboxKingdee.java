package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dingledger.ledgers.kingdee.SandboxReplies.Refused;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Fault;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Operation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A stand-in for Kingdee Cloud Galaxy's WebAPI on 127.0.0.1, for tests and for demonstrations on
 * one machine. It shares no code with the adapter and refuses what the real one refuses: unknown or
 * parent accounts, missing dimensions, closed periods, unbalanced vouchers, repeated packets, bad
 * signatures, forgotten sessions. {@link #switches} makes it misbehave.
 *
 * <p>Its wording of refusals and its window for repeated packets (for ever, within one process) are
 * guesses: the vendor publishes neither. Nothing but the JDK and Jackson is needed to run it.
 */
public final class SandboxKingdee implements AutoCloseable {
  private static final String BASE = "/K3Cloud/";
  private static final String SERVICES = BASE + "Kingdee.BOS.WebApi.ServicesStub.";
  private static final String SUFFIX = ".common.kdsvc";
  private static final String LOGIN_PAGE = "<!DOCTYPE html><html><body>请登录</body></html>";
  private static final int LARGEST_REQUEST = 8 * 1024 * 1024;
  private static final int HUGE = 5 * 1024 * 1024;

  private final SandboxSetup setup;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final SandboxSwitches switches;
  private final SandboxDoor door;
  private final SandboxBooks books;
  private final SandboxBaseData baseData;
  private final Map<Operation, AtomicInteger> requests = new EnumMap<>(Operation.class);

  private SandboxKingdee(SandboxSetup setup, SandboxJournal journal, int port, Clock clock)
      throws IOException {
    this.setup = setup;
    this.switches = new SandboxSwitches(setup.seed());
    this.door = new SandboxDoor(setup.door(), clock);
    this.books = new SandboxBooks(setup, switches, journal);
    this.baseData = new SandboxBaseData(setup);
    for (Operation operation : Operation.values()) {
      requests.put(operation, new AtomicInteger());
    }
    // Without it each answer waits 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    server.setExecutor(workers);
    server.createContext(BASE, this::handle);
    server.start();
  }

  /** Starts one that forgets its vouchers when it is closed, on any free port. */
  public static SandboxKingdee start(SandboxSetup setup) throws IOException {
    return new SandboxKingdee(setup, SandboxJournal.nowhere(), 0, Clock.systemUTC());
  }

  /**
   * Starts one that keeps its vouchers in a folder and has those that are already there. They
   * survive the death of the process. Sessions and faults are not kept.
   *
   * @param port 0 for any free one
   */
  public static SandboxKingdee start(SandboxSetup setup, Path folder, int port) throws IOException {
    return new SandboxKingdee(setup, SandboxJournal.in(folder), port, Clock.systemUTC());
  }

  /** The address for the connection's setting {@code serverUrl}. */
  public URI serverUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + BASE);
  }

  /**
   * The settings of a connection to it, with the first of its voucher groups.
   *
   * @param auth one of the ways to log in, for example {@code login-by-sign}
   */
  public Map<String, String> settings(String auth) {
    return Map.of(
        "serverUrl", serverUrl().toString(),
        "auth", auth,
        "dataCentre", setup.door().dataCentre(),
        "userName", setup.door().userName(),
        "appId", setup.door().appId(),
        "book", setup.book(),
        "organisation", setup.organisation(),
        "voucherGroup", setup.voucherGroups().stream().sorted().findFirst().orElseThrow());
  }

  /** The secrets that go with {@link #settings}, in clear: they are invented. */
  public Map<String, String> secrets() {
    return Map.of("appSecret", setup.door().appSecret(), "password", setup.door().password());
  }

  /** The switches that make it misbehave. */
  public SandboxSwitches switches() {
    return switches;
  }

  /** All vouchers in its book, in the order of their ids. */
  public List<SandboxVoucher> vouchers() {
    return books.vouchers();
  }

  /** How many vouchers hold this value in this text field, of the header or of any entry. */
  public int countWithKey(String field, String value) {
    return (int) vouchers().stream().filter(voucher -> voucher.holds(field, value)).count();
  }

  /** The names of the files that hang on a voucher; forgotten when it is closed. */
  public List<String> attachments(long voucher) {
    return books.attachments(voucher);
  }

  /** How many requests of a kind arrived, failed ones included. */
  public int requests(Operation operation) {
    return requests.get(operation).get();
  }

  /** How many requests of any kind arrived. */
  public int arrived() {
    return requests.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  /**
   * Books the content of a voucher once more, as somebody at a keyboard could.
   *
   * @throws IllegalArgumentException when there is no such voucher
   */
  public SandboxVoucher copy(long id) {
    return books.copy(id);
  }

  /** Ends all sessions, as a restart of the real one does. */
  public void forgetSessions() {
    door.forgetSessions();
  }

  /** The ids of all sessions that there ever were. */
  public Set<String> sessions() {
    return door.givenOut();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
      String length = exchange.getRequestHeaders().getFirst("Content-Length");
      if (length != null && Long.parseLong(length) != body.length) {
        return;
      }
      String path = exchange.getRequestURI().getRawPath();
      if (!exchange.getRequestMethod().equals("POST")
          || !path.startsWith(SERVICES)
          || !path.endsWith(SUFFIX)) {
        write(exchange, 404, LOGIN_PAGE, "text/html");
        return;
      }
      String service = path.substring(SERVICES.length(), path.length() - SUFFIX.length());
      Operation operation = operation(service);
      requests.get(operation).incrementAndGet();
      String text = new String(body, StandardCharsets.UTF_8);
      serve(exchange, service, text, switches.take(operation, text));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private static Operation operation(String service) {
    if (service.startsWith("AuthService.")) {
      return Operation.LOGIN;
    }
    return switch (service) {
      case "DynamicFormService.Save" -> Operation.SAVE;
      case "DynamicFormService.AttachmentUpload" -> Operation.UPLOAD;
      default -> Operation.QUERY;
    };
  }

  private void serve(HttpExchange exchange, String service, String body, Optional<Fault> fault)
      throws IOException, InterruptedException {
    if (fault.isEmpty()) {
      write(exchange, 200, answer(exchange, service, body), "application/json");
      return;
    }
    switch (fault.get()) {
      case SERVER_ERROR_BEFORE -> write(exchange, 500, "Internal Server Error", "text/plain");
      case SILENCE_BEFORE -> Thread.sleep(switches.silence());
      case DROP_BEFORE -> exchange.close();
      case THROTTLE -> write(exchange, 429, "Too Many Requests", "text/plain");
      case THROTTLE_WITH_WAIT -> {
        exchange.getResponseHeaders().add("Retry-After", "7");
        write(exchange, 429, "Too Many Requests", "text/plain");
      }
      case SESSION_LOST -> {
        door.forgetSessions();
        write(exchange, 200, sessionLost(service), "application/json");
      }
      case PAGE -> write(exchange, 200, LOGIN_PAGE, "text/html");
      case DATABASE_FAILURE ->
          write(exchange, 200, refusal(service, new Refused(6, "", "数据库操作失败")), "application/json");
      case UNBALANCED ->
          write(
              exchange, 200, refusal(service, new Refused(11, "", "凭证借贷不平衡")), "application/json");
      default -> distort(exchange, answer(exchange, service, body), fault.get());
    }
  }

  private void distort(HttpExchange exchange, String answer, Fault fault)
      throws IOException, InterruptedException {
    switch (fault) {
      case SERVER_ERROR_AFTER -> write(exchange, 500, "Internal Server Error", "text/plain");
      case SILENCE_AFTER -> Thread.sleep(switches.silence());
      case DROP_AFTER -> exchange.close();
      case CUT_BODY_AFTER -> {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
      }
      case MALFORMED_AFTER -> write(exchange, 200, answer + "}", "application/json");
      case HUGE_AFTER -> write(exchange, 200, answer + " ".repeat(HUGE), "application/json");
      case EMPTY_AFTER -> write(exchange, 200, "", "application/json");
      case SLOW -> {
        Thread.sleep(switches.slowness());
        write(exchange, 200, answer, "application/json");
      }
      default -> throw new IllegalStateException("not a fault of an answer: " + fault);
    }
  }

  private String answer(HttpExchange exchange, String service, String body) {
    try {
      JsonNode request = SandboxReplies.tree(body);
      if (operation(service) == Operation.LOGIN) {
        String kind = service.substring("AuthService.".length());
        return SandboxReplies.text(door.login(kind, request, exchange.getResponseHeaders()));
      }
      boolean admitted =
          door.admits(exchange.getRequestHeaders(), exchange.getRequestURI().toString());
      return admitted ? outcome(service, request) : sessionLost(service);
    } catch (Refused refused) {
      return refusal(service, refused);
    }
  }

  private String outcome(String service, JsonNode request) throws Refused {
    return SandboxReplies.text(
        switch (service) {
          case "DynamicFormService.Save" -> SandboxReplies.saved(books.save(data(request, 1)));
          case "DynamicFormService.View" -> SandboxReplies.viewed(books.view(data(request, 1)));
          case "DynamicFormService.ExecuteBillQuery" -> queried(data(request, 0));
          case "DynamicFormService.AttachmentUpload" ->
              SandboxReplies.uploaded(books.attach(data(request, 0)));
          default -> throw new Refused(8, "", "服务不存在：" + service);
        });
  }

  private JsonNode queried(JsonNode data) throws Refused {
    return SandboxVoucher.child(data, "FormId").asText().equals("GL_VOUCHER")
        ? books.query(data)
        : baseData.query(data);
  }

  /** The data of either body form; positional data, and named data if it likes, is JSON text. */
  private static JsonNode data(JsonNode request, int place) throws Refused {
    boolean positional = request.has("parameters");
    String form =
        positional ? request.path("parameters").path(0).asText() : request.path("formid").asText();
    if (place > 0 && !form.equals("GL_VOUCHER")) {
      throw new Refused(5, "", "业务对象不存在");
    }
    JsonNode data = positional ? request.path("parameters").path(place) : request.path("data");
    return data.isTextual() ? SandboxReplies.tree(data.asText()) : data;
  }

  private static String sessionLost(String service) {
    return refusal(service, new Refused(1, "", "会话信息已丢失，请重新登录"));
  }

  private static String refusal(String service, Refused refused) {
    return SandboxReplies.text(
        service.endsWith("ExecuteBillQuery")
            ? SandboxReplies.queryRefusal(refused)
            : SandboxReplies.refusal(refused));
  }

  private static void write(HttpExchange exchange, int status, String body, String type)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }
}

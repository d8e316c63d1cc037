package io.dingledger.ledgers.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The HTTP side of a stand-in: it listens on 127.0.0.1, counts, and makes trouble around what the
 * stand-in's own books answer. What is particular to a ledger is in its {@link Books}.
 */
public final class StandInServer implements AutoCloseable {
  /** How long the silence of a time-out lasts; longer than any read time-out in the tests. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private static final Duration SLOWNESS = Duration.ofMillis(300);
  private static final int LARGEST_REQUEST = 8 * 1024 * 1024;
  private static final int HUGE = 5 * 1024 * 1024;
  private static final String PAGE = "<!DOCTYPE html><html><body>请登录</body></html>";

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Books books;
  private final Map<Request, Deque<Trouble>> troubles = new EnumMap<>(Request.class);
  private final Map<Request, Integer> counts = new EnumMap<>(Request.class);
  private final AtomicInteger arrived = new AtomicInteger();

  /** What a ledger answers. Called by several threads. */
  public interface Books {
    /** What a call is for; empty for log-ins and master data, which have no trouble. */
    Optional<Request> errand(Call call);

    /** The answer, with its effect. */
    Reply answer(Call call);

    /**
     * The answer without effect to a call that has a trouble whose shape is the ledger's own:
     * {@code SESSION_LOST}, {@code ERROR_INSIDE_STATUS_200}, {@code REFUSED_AS_UNBALANCED}. Also
     * asked for {@code THROTTLED} and {@code THROTTLED_WITH_WAIT}; empty there for a plain 429.
     */
    Optional<Reply> trouble(Trouble trouble, Call call);
  }

  /** A request as it arrived. Header names are in lower case. */
  public record Call(
      String method,
      String path,
      String rawQuery,
      Map<String, String> query,
      Map<String, String> headers,
      String body) {}

  /** An answer. */
  public record Reply(int status, String contentType, String body, Map<String, String> headers) {
    /** JSON with status 200. */
    public static Reply json(String body) {
      return json(200, body);
    }

    /** JSON. */
    public static Reply json(int status, String body) {
      return new Reply(status, "application/json; charset=utf-8", body, Map.of());
    }

    private Reply saying(String other) {
      return new Reply(status, contentType, other, headers);
    }
  }

  private StandInServer(Books books) throws IOException {
    this.books = books;
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Starts one on a free port. */
  public static StandInServer start(Books books) {
    try {
      return new StandInServer(books);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Its address, without a path and without a slash at the end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next request of this kind has this trouble. */
  public synchronized void next(Request request, Trouble trouble) {
    troubles.computeIfAbsent(request, key -> new ArrayDeque<>()).add(trouble);
  }

  /** How many requests of this kind have arrived. */
  public synchronized int requests(Request request) {
    return counts.getOrDefault(request, 0);
  }

  /** How many requests of any kind have arrived, log-ins and master data among them. */
  public int arrived() {
    return arrived.get();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private synchronized Optional<Trouble> arrived(Request request) {
    counts.merge(request, 1, Integer::sum);
    return Optional.ofNullable(troubles.get(request)).map(Deque::poll);
  }

  private void handle(HttpExchange exchange) throws IOException {
    arrived.incrementAndGet();
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
      if (isCutShort(exchange, body)) {
        return;
      }
      Call call = call(exchange, body);
      Optional<Trouble> trouble = books.errand(call).flatMap(this::arrived);
      if (trouble.isPresent()) {
        troubled(exchange, call, trouble.get());
      } else {
        write(exchange, books.answer(call));
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void troubled(HttpExchange exchange, Call call, Trouble trouble)
      throws IOException, InterruptedException {
    switch (trouble) {
      case TIME_OUT_BEFORE_COMMIT -> Thread.sleep(SILENCE);
      case RESET_BEFORE_COMMIT -> exchange.close();
      case SERVER_ERROR_BEFORE_COMMIT -> write(exchange, plain(500, "Internal Server Error"));
      case PAGE_WITH_STATUS_200 -> write(exchange, new Reply(200, "text/html", PAGE, Map.of()));
      case THROTTLED ->
          write(exchange, books.trouble(trouble, call).orElseGet(() -> plain(429, "Too Many")));
      case THROTTLED_WITH_WAIT ->
          write(
              exchange,
              books
                  .trouble(trouble, call)
                  .orElseGet(
                      () -> new Reply(429, "text/plain", "Too Many", Map.of("Retry-After", "7"))));
      case SESSION_LOST, ERROR_INSIDE_STATUS_200, REFUSED_AS_UNBALANCED ->
          write(exchange, books.trouble(trouble, call).orElseThrow());
      default -> distorted(exchange, books.answer(call), trouble);
    }
  }

  private static void distorted(HttpExchange exchange, Reply answer, Trouble trouble)
      throws IOException, InterruptedException {
    switch (trouble) {
      case TIME_OUT_AFTER_COMMIT -> Thread.sleep(SILENCE);
      case RESET_AFTER_COMMIT -> exchange.close();
      case SERVER_ERROR_AFTER_COMMIT -> write(exchange, plain(500, "Internal Server Error"));
      case MALFORMED_ANSWER -> write(exchange, answer.saying(answer.body() + "}"));
      case EMPTY_ANSWER -> write(exchange, answer.saying(""));
      case HUGE_ANSWER -> write(exchange, answer.saying(answer.body() + " ".repeat(HUGE)));
      case SLOW_ANSWER -> {
        Thread.sleep(SLOWNESS);
        write(exchange, answer);
      }
      case ANSWER_CUT_SHORT -> {
        byte[] bytes = answer.body().getBytes(charset(answer.contentType()));
        exchange.sendResponseHeaders(answer.status(), bytes.length + 1L);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
      }
      default -> throw new IllegalStateException("not a trouble of an answer: " + trouble);
    }
  }

  private static Reply plain(int status, String words) {
    return new Reply(status, "text/plain", words, Map.of());
  }

  /** No server acts upon a request that did not come whole. */
  public static boolean isCutShort(HttpExchange exchange, byte[] body) {
    String stated = exchange.getRequestHeaders().getFirst("Content-Length");
    return stated != null && Long.parseLong(stated) != body.length;
  }

  private static Call call(HttpExchange exchange, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    return new Call(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query,
        fields(query),
        headers,
        new String(body, charset(headers.getOrDefault("content-type", ""))));
  }

  /** By the media type; UTF-8 when it names none. */
  private static Charset charset(String contentType) {
    String[] sides = contentType.toLowerCase(Locale.ROOT).split("charset=", 2);
    return sides.length == 2 ? Charset.forName(sides[1].strip()) : StandardCharsets.UTF_8;
  }

  /** The fields of a query or of a form, decoded. */
  public static Map<String, String> fields(String encoded) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      String[] sides = pair.split("=", 2);
      if (sides.length == 2) {
        fields.put(
            URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
            URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  private static void write(HttpExchange exchange, Reply reply) throws IOException {
    byte[] bytes = reply.body().getBytes(charset(reply.contentType()));
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }
}

package io.dingledger.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * A small HTTP server that only this machine can reach. A handler that throws gives 500; a body
 * beyond the limit gives 413.
 */
public final class LoopbackServer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LoopbackServer.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final int NO_BODY = -1;
  private static final int SECONDS_TO_FINISH = 1;

  private final HttpServer server;
  private final ExecutorService executor;

  private LoopbackServer(HttpServer server, ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  /** Answers requests, many at once. */
  public interface Handler {
    /** The answer to a request. */
    Reply handle(Request request);
  }

  /**
   * Starts a server.
   *
   * @param port the port, or 0 for any free one
   * @param bodyLimit the longest body that is read, in bytes
   * @throws UncheckedIOException when the port is taken
   */
  public static LoopbackServer start(int port, int bodyLimit, Handler handler) {
    // Without it each answer waits 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port), 0);
      ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(executor);
      server.createContext("/", exchange -> exchange(exchange, bodyLimit, handler));
      server.start();
      return new LoopbackServer(server, executor);
    } catch (IOException taken) {
      throw new UncheckedIOException("port " + port + " can't be used", taken);
    }
  }

  /** Where it listens, for example {@code http://127.0.0.1:8080}. */
  public URI base() {
    return URI.create("http://" + LOOPBACK + ":" + server.getAddress().getPort());
  }

  /** Takes no new requests and waits a moment for those in progress. */
  @Override
  public void close() {
    server.stop(SECONDS_TO_FINISH);
    executor.close();
  }

  private static void exchange(HttpExchange exchange, int bodyLimit, Handler handler)
      throws IOException {
    try (exchange) {
      Optional<Request> request = request(exchange, bodyLimit);
      Reply reply =
          request.isPresent()
              ? reply(request.get(), handler)
              : Reply.text(413, "text/plain", "the body is too long");
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      boolean empty = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(reply.status(), empty ? NO_BODY : reply.body().length);
      if (!empty) {
        exchange.getResponseBody().write(reply.body());
      }
    }
  }

  private static Reply reply(Request request, Handler handler) {
    try {
      return handler.handle(request);
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "%s %s failed", request.method(), request.path());
      return Reply.text(500, "application/json", "{\"message\":\"Internal Server Error\"}");
    }
  }

  private static Optional<Request> request(HttpExchange exchange, int bodyLimit)
      throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(bodyLimit + 1);
    if (body.length > bodyLimit) {
      return Optional.empty();
    }
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    URI uri = exchange.getRequestURI();
    return Optional.of(
        new Request(
            exchange.getRequestMethod(),
            uri.getRawPath(),
            Optional.ofNullable(uri.getRawQuery()).orElse(""),
            headers,
            body,
            exchange.getRemoteAddress().getAddress().getHostAddress()));
  }
}

package io.dingledger.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A stand-in of the Lambda Runtime API for one process. The process asks for its next event and is
 * kept waiting until there is one; its answer, or its error, ends that invocation.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">the Runtime API</a>
 */
public final class RuntimeApi implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String RUNTIME = "/2018-06-01/runtime/";
  private static final String INVOCATION = RUNTIME + "invocation/";
  private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
  private static final int ACCEPTED = 202;
  private static final int NOT_FOUND = 404;
  private static final int OK = 200;

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final CompletableFuture<Invocation.Failed> initError = new CompletableFuture<>();
  private final CompletableFuture<Long> ready = new CompletableFuture<>();
  private final String functionArn;
  private volatile Optional<Waiting> running = Optional.empty();

  private record Waiting(
      String id, String event, long deadline, CompletableFuture<Invocation> outcome) {}

  private RuntimeApi(String functionArn) throws IOException {
    this.functionArn = functionArn;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(LOOPBACK), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", this::exchange);
    server.start();
  }

  /**
   * Opens on a free port of this machine.
   *
   * @param functionArn what the function is told it was called by
   */
  public static RuntimeApi open(String functionArn) {
    // Without it each answer waits 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      return new RuntimeApi(functionArn);
    } catch (IOException impossible) {
      throw new UncheckedIOException("no port is free", impossible);
    }
  }

  /** What {@code AWS_LAMBDA_RUNTIME_API} is to say: host and port. */
  public String address() {
    return LOOPBACK + ":" + server.getAddress().getPort();
  }

  /** Completes, with {@link System#nanoTime()}, when the process asked for its first event. */
  public CompletableFuture<Long> ready() {
    return ready;
  }

  /** Completes when the process reports that it could not start. */
  public CompletableFuture<Invocation.Failed> initError() {
    return initError;
  }

  /**
   * Offers an event. The outcome is {@link Invocation.Answered} or {@link Invocation.Failed}; that
   * a process is late or gone is not seen here.
   *
   * @param timeout tells the function its deadline
   */
  CompletableFuture<Invocation> offer(String event, Duration timeout) {
    long deadline = Clock.systemUTC().instant().plus(timeout).toEpochMilli();
    Waiting waiting =
        new Waiting(UUID.randomUUID().toString(), event, deadline, new CompletableFuture<>());
    queue.add(waiting);
    return waiting.outcome();
  }

  /** Answers nothing more. */
  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String call = exchange.getRequestMethod() + " " + path;
      if (call.equals("GET " + INVOCATION + "next")) {
        next(exchange);
      } else if (call.equals("POST " + RUNTIME + "init/error")) {
        initError.complete(failure(exchange));
        reply(exchange, ACCEPTED, "{\"status\":\"OK\"}");
      } else if (call.startsWith("POST " + INVOCATION)) {
        ended(exchange, path.substring(INVOCATION.length()).split("/", 2));
      } else {
        reply(exchange, NOT_FOUND, "{\"errorType\":\"NotFound\"}");
      }
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    ready.complete(System.nanoTime());
    try {
      Waiting next = queue.take();
      running = Optional.of(next);
      var headers = exchange.getResponseHeaders();
      headers.set("Lambda-Runtime-Aws-Request-Id", next.id());
      headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(next.deadline()));
      headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
      headers.set("Lambda-Runtime-Trace-Id", trace(next));
      reply(exchange, OK, next.event());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** An answer to an invocation that is not the running one is refused, as Lambda does. */
  private void ended(HttpExchange exchange, String... parts) throws IOException {
    Optional<Waiting> asked = running.filter(each -> each.id().equals(parts[0]));
    boolean known = parts.length == 2 && asked.isPresent();
    switch (known ? parts[1] : "") {
      case "response" -> {
        asked.get().outcome().complete(new Invocation.Answered(body(exchange)));
        reply(exchange, ACCEPTED, "{\"status\":\"OK\"}");
      }
      case "error" -> {
        asked.get().outcome().complete(failure(exchange));
        reply(exchange, ACCEPTED, "{\"status\":\"OK\"}");
      }
      default -> reply(exchange, NOT_FOUND, "{\"errorType\":\"InvalidRequestID\"}");
    }
  }

  private static Invocation.Failed failure(HttpExchange exchange) throws IOException {
    String type = exchange.getRequestHeaders().getFirst(ERROR_TYPE);
    return new Invocation.Failed(type == null ? "" : type, body(exchange));
  }

  private static String trace(Waiting next) {
    String digits = next.id().replace("-", "");
    return "Root=1-%s-%s;Parent=%s;Sampled=0"
        .formatted(digits.substring(0, 8), digits.substring(8), digits.substring(0, 16));
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void reply(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}

package io.dingledger.local.torture.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dingledger.local.torture.ledger.Booked.Line;
import io.dingledger.local.torture.process.Killer.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The ledger's HTTP side: {@code POST /COMPANY/vouchers} books, {@code GET
 * /COMPANY/vouchers?bizKey=…} looks up. Its troubles are as bad as real ones and no worse: whatever
 * it will book of a request is booked and visible {@link #LONGEST_AFTERMATH} seconds after the
 * request at the latest, which is what a settling time is for.
 */
public final class LedgerServer implements AutoCloseable {
  /** So long after a request, in seconds, it may still be booked, or booked and not seen. */
  public static final int LONGEST_AFTERMATH = 4;

  private static final int SILENCE_MILLIS = 5_000;
  private static final int LONGEST_BODY = 1024 * 1024;
  private static final String PAGE = "<!DOCTYPE html><html><body>请登录</body></html>";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private final Book book;
  private final TroubleDice dice;
  private final Consumer<Moment> moments;
  private final Map<String, Long> hiddenUntil = new ConcurrentHashMap<>();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  private LedgerServer(int port, Book book, TroubleDice dice, Consumer<Moment> moments)
      throws IOException {
    this.book = book;
    this.dice = dice;
    this.moments = moments;
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    server.setExecutor(workers);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * Starts.
   *
   * @param port the port, 0 for any free one
   * @param moments told of what is going on, before it goes on
   * @throws UncheckedIOException when the port is taken
   */
  public static LedgerServer start(
      int port, Book book, TroubleDice dice, Consumer<Moment> moments) {
    try {
      return new LedgerServer(port, book, dice, moments);
    } catch (IOException taken) {
      throw new UncheckedIOException("the ledger can't use port " + port, taken);
    }
  }

  /** Its address, without a path. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
      String stated = exchange.getRequestHeaders().getFirst("Content-Length");
      if (stated != null && Long.parseLong(stated) != body.length) {
        return;
      }
      String company = exchange.getRequestURI().getPath().split("/")[1];
      if (exchange.getRequestMethod().equals("GET")) {
        asked(exchange, company, key(exchange.getRequestURI().getRawQuery()));
      } else {
        sent(exchange, company, JSON.readTree(body));
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void asked(HttpExchange exchange, String company, String key)
      throws IOException, InterruptedException {
    TroubleDice.Throw thrown = dice.thrown(false, company, key);
    moments.accept(Moment.LEDGER_IS_ASKED);
    if (!refused(exchange, thrown)) {
      answered(exchange, thrown, found(company, key));
    }
  }

  private void sent(HttpExchange exchange, String company, JsonNode voucher)
      throws IOException, InterruptedException {
    TroubleDice.Throw thrown = dice.thrown(true, company, voucher.path("bizKey").asText());
    moments.accept(Moment.BEFORE_BOOKING);
    if (refused(exchange, thrown)) {
      return;
    }
    if (thrown.trouble() == Trouble.BOOKED_LATE) {
      exchange.close();
      Thread.sleep(thrown.millis(LONGEST_AFTERMATH));
    }
    if (thrown.trouble() == Trouble.SEEN_LATE) {
      hiddenUntil.put(
          company + " " + voucher.path("bizKey").asText(),
          System.nanoTime() + thrown.millis(LONGEST_AFTERMATH) * 1_000_000);
    }
    Booked booked = booked(company, voucher);
    moments.accept(Moment.AFTER_BOOKING);
    ObjectNode answer = JSON.createObjectNode().put("code", 0).put("message", "ok");
    answer
        .putObject("data")
        .put("voucherId", "V" + booked.number())
        .put("voucherNo", "记-" + booked.number());
    answered(exchange, thrown, answer.toString());
  }

  private Booked booked(String company, JsonNode voucher) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode entry : voucher.path("entries")) {
      lines.add(
          new Line(
              entry.path("subject").asText(),
              entry.path("debit").decimalValue(),
              entry.path("credit").decimalValue()));
    }
    return book.book(
        company,
        voucher.path("bizKey").asText(),
        voucher.path("document").asText(),
        voucher.path("purpose").asText(),
        lines);
  }

  /** What keeps a request from having any effect. */
  private boolean refused(HttpExchange exchange, TroubleDice.Throw thrown)
      throws IOException, InterruptedException {
    switch (thrown.trouble()) {
      case ERROR -> write(exchange, 500, "text/plain", "Internal Server Error");
      case PAGE -> write(exchange, 200, "text/html; charset=utf-8", PAGE);
      case ERROR_INSIDE -> write(exchange, 200, "application/json", error(5000));
      case THROTTLED -> write(exchange, 200, "application/json", error(4290));
      case RESET -> exchange.close();
      case SILENCE -> Thread.sleep(SILENCE_MILLIS);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void answered(HttpExchange exchange, TroubleDice.Throw thrown, String answer)
      throws IOException, InterruptedException {
    switch (thrown.trouble()) {
      case ERROR_AFTER -> write(exchange, 500, "text/plain", "Internal Server Error");
      case PAGE_AFTER -> write(exchange, 200, "text/html; charset=utf-8", PAGE);
      case ERROR_INSIDE_AFTER -> write(exchange, 200, "application/json", error(5000));
      case RESET_AFTER, BOOKED_LATE, SEEN_LATE -> exchange.close();
      case SILENCE_AFTER -> Thread.sleep(SILENCE_MILLIS);
      case CUT -> {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length + 1L);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
      }
      case SLOW -> {
        Thread.sleep(thrown.millis(1));
        write(exchange, 200, "application/json; charset=utf-8", answer);
      }
      default -> write(exchange, 200, "application/json; charset=utf-8", answer);
    }
  }

  private String found(String company, String key) {
    long until = hiddenUntil.getOrDefault(company + " " + key, System.nanoTime());
    List<Booked> held = System.nanoTime() < until ? List.of() : book.held(company, key);
    ObjectNode answer = JSON.createObjectNode().put("code", 0).put("total", held.size());
    ArrayNode rows = answer.putArray("rows");
    for (Booked booked : held) {
      ObjectNode row =
          rows.addObject()
              .put("bizKey", key)
              .put("voucherId", "V" + booked.number())
              .put("voucherNo", "记-" + booked.number());
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
      return JSON.writeValueAsString(answer);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String error(int code) {
    return JSON.createObjectNode().put("code", code).put("message", "系统忙").toString();
  }

  private static String key(String query) {
    return Optional.ofNullable(query).stream()
        .flatMap(text -> List.of(text.split("&")).stream())
        .filter(pair -> pair.startsWith("bizKey="))
        .map(pair -> URLDecoder.decode(pair.substring(7), StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  private static void write(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}

package io.dingledger.post;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Says back what it hears, address, headers and body, as servers in trouble do. */
final class EchoServer implements AutoCloseable {
  private final HttpServer server;
  private int answers;

  private EchoServer(HttpServer server) {
    this.server = server;
  }

  static EchoServer start() throws IOException {
    EchoServer echo =
        new EchoServer(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    echo.server.createContext("/", echo::answer);
    echo.server.start();
    return echo;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String heard =
        exchange.getRequestURI()
            + "\n"
            + exchange.getRequestHeaders().values()
            + "\n"
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    byte[] said = heard.getBytes(StandardCharsets.UTF_8);
    int[] statuses = {200, 500, 400, 401};
    exchange.sendResponseHeaders(statuses[answers++ % statuses.length], said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

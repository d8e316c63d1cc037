package io.dingledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local inside this process, reachable from this machine only.
 *
 * <p>DynamoDB Local's own {@code DynamoDBProxyServer} listens on all interfaces and may emit
 * telemetry; this class therefore puts DynamoDB Local's request handler into a Jetty server of its
 * own that is bound to {@code 127.0.0.1}.
 *
 * <p>All access keys and regions share one database, as with DynamoDB Local's {@code -sharedDb}. In
 * file mode everything that was answered survives the death of the process, even by {@code
 * SIGKILL}.
 */
public final class EmbeddedDynamo implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final String ANY_ORIGIN = "*";

  private final Server server;
  private final LocalDynamoDBRequestHandler requestHandler;
  private final URI endpoint;

  private EmbeddedDynamo(Server server, LocalDynamoDBRequestHandler requestHandler, int port) {
    this.server = server;
    this.requestHandler = requestHandler;
    this.endpoint = URI.create("http://" + LOOPBACK + ":" + port);
  }

  /**
   * Starts a database that lives in memory and is gone when closed.
   *
   * @param port the port to listen on, or 0 for any free one
   * @return the running database
   */
  public static EmbeddedDynamo inMemory(int port) {
    return start(port, null);
  }

  /**
   * Starts a database that keeps its tables in a folder.
   *
   * @param port the port to listen on, or 0 for any free one
   * @param folder where to keep the tables; created if missing; one process at a time may use it
   * @return the running database
   */
  public static EmbeddedDynamo inFolder(int port, Path folder) {
    return start(port, Objects.requireNonNull(folder, "folder"));
  }

  /**
   * The address for a client's {@code endpointOverride}.
   *
   * @return an address of the form {@code http://127.0.0.1:port}
   */
  public URI endpoint() {
    return endpoint;
  }

  /** Stops listening and closes the database's files. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception exception) {
      throw new IllegalStateException("DynamoDB Local did not stop", exception);
    } finally {
      requestHandler.shutdown();
    }
  }

  private static EmbeddedDynamo start(int port, Path folder) {
    QuietLogging.apply();
    LocalDynamoDBRequestHandler requestHandler = openDatabase(folder);
    Server server = loopbackServer(port);
    server.setHandler(
        new ContextHandler(new LocalDynamoDBServerHandler(requestHandler, ANY_ORIGIN), "/"));
    try {
      server.start();
    } catch (Exception exception) {
      requestHandler.shutdown();
      throw new IllegalStateException("DynamoDB Local did not start on port " + port, exception);
    }
    int boundPort = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    return new EmbeddedDynamo(server, requestHandler, boundPort);
  }

  private static LocalDynamoDBRequestHandler openDatabase(Path folder) {
    boolean inMemory = folder == null;
    try {
      String location =
          inMemory ? null : Files.createDirectories(folder).toAbsolutePath().toString();
      boolean sharedDatabase = true;
      boolean delayedTableStates = false;
      return new LocalDynamoDBRequestHandler(
          0, inMemory, location, sharedDatabase, delayedTableStates);
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot create " + folder, exception);
    }
  }

  private static Server loopbackServer(int port) {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("embedded-dynamo");
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server);
    connector.setHost(LOOPBACK);
    connector.setPort(port);
    server.addConnector(connector);
    return server;
  }
}

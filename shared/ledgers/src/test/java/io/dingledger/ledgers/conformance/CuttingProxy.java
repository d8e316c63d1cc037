package io.dingledger.ledgers.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between an adapter and its stand-in and cuts the line after a number of bytes. What came
 * before the cut is passed on. Speaks no HTTP; takes any number of connections.
 */
public final class CuttingProxy implements AutoCloseable {
  /** Where the bytes are counted. */
  public enum Direction {
    /** From the adapter to the stand-in. */
    REQUESTS,
    /** From the stand-in to the adapter. */
    ANSWERS
  }

  private record Cut(Direction direction, int bytes) {}

  private final URI target;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private Optional<Cut> cut = Optional.empty();

  private CuttingProxy(URI target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    workers.execute(this::welcome);
  }

  /** Starts one before the server with this host and port; it passes everything at first. */
  public static CuttingProxy before(URI target) {
    try {
      return new CuttingProxy(target);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Its address, without a path and without a slash at the end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** Cuts all lines once, after so many further bytes in this direction; 0 lets nothing pass. */
  public synchronized void cutAfter(Direction direction, int bytes) {
    cut = Optional.of(new Cut(direction, bytes));
  }

  /** Passes everything again. True when the cut had not been made. */
  public synchronized boolean spare() {
    boolean spared = cut.isPresent();
    cut = Optional.empty();
    return spared;
  }

  @Override
  public void close() {
    hangUp(door);
    open.forEach(CuttingProxy::hangUp);
    workers.shutdownNow();
  }

  private void welcome() {
    try {
      while (true) {
        Socket caller = door.accept();
        open.add(caller);
        connect(caller);
      }
    } catch (IOException closed) {
      hangUp(door);
    }
  }

  /** A cut of another line hangs this one up as well, perhaps while it is being made. */
  private void connect(Socket caller) {
    try {
      Socket server = new Socket(target.getHost(), target.getPort());
      open.add(server);
      server.setTcpNoDelay(true);
      caller.setTcpNoDelay(true);
      workers.execute(() -> pump(caller, server, Direction.REQUESTS));
      workers.execute(() -> pump(server, caller, Direction.ANSWERS));
    } catch (IOException hungUp) {
      hangUp(caller);
      open.remove(caller);
    }
  }

  private void pump(Socket from, Socket to, Direction direction) {
    byte[] bytes = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        if (!passed(out, bytes, read, direction)) {
          return;
        }
      }
    } catch (IOException ended) {
      hangUp(from);
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  /** False when the line is cut within or right after these bytes. */
  private synchronized boolean passed(
      OutputStream out, byte[] bytes, int length, Direction direction) throws IOException {
    if (cut.isEmpty() || cut.get().direction() != direction || cut.get().bytes() > length) {
      out.write(bytes, 0, length);
      cut =
          cut.map(
              ahead ->
                  ahead.direction() == direction
                      ? new Cut(direction, ahead.bytes() - length)
                      : ahead);
      return true;
    }
    out.write(bytes, 0, cut.get().bytes());
    cut = Optional.empty();
    open.forEach(CuttingProxy::hangUp);
    return false;
  }

  private static void hangUp(AutoCloseable line) {
    try {
      line.close();
    } catch (Exception alreadyGone) {
      return;
    }
  }
}

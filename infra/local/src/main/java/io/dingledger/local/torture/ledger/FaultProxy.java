package io.dingledger.local.torture.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between the system and the ledger and knows no HTTP: it cuts lines after some bytes in
 * either direction, holds bytes up, and hangs up on the caller while it still delivers what the
 * caller has said. It never makes a double by itself. What it holds up it delivers within {@link
 * #LONGEST_HOLD_UP} seconds, or not at all.
 */
public final class FaultProxy implements AutoCloseable {
  /** So many seconds bytes are held up at most. */
  public static final int LONGEST_HOLD_UP = 3;

  private static final int HUNDRED = 100;
  private static final int MOST_BYTES = 900;
  private static final int BUFFER = 8192;
  private static final int PAUSE_MILLIS = 150;

  /** What happens to a line. */
  enum Fate {
    PASSES,
    REQUEST_CUT,
    ANSWER_CUT,
    REQUEST_HELD_UP,
    ANSWER_HELD_UP,
    HUNG_UP_ON
  }

  private final URI target;
  private final ServerSocket door;
  private final SplittableRandom random;
  private final Map<Fate, Integer> struck = new TreeMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean calm;

  private FaultProxy(int port, URI target, long seed) throws IOException {
    this.target = target;
    this.random = new SplittableRandom(seed);
    this.door = new ServerSocket(port, 100, InetAddress.getByName("127.0.0.1"));
    workers.execute(this::welcome);
  }

  /**
   * Starts one.
   *
   * @param port the port, 0 for any free one
   * @param target the ledger's host and port
   * @throws UncheckedIOException when the port is taken
   */
  public static FaultProxy before(URI target, int port, long seed) {
    try {
      return new FaultProxy(port, target, seed);
    } catch (IOException taken) {
      throw new UncheckedIOException("the proxy can't use port " + port, taken);
    }
  }

  /** Its address, without a path. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** From now on every line passes. */
  public void calmDown() {
    calm = true;
  }

  /** How many lines had which fate. */
  public synchronized Map<String, Integer> struck() {
    Map<String, Integer> counts = new TreeMap<>();
    struck.forEach((fate, count) -> counts.put(fate.name(), count));
    return counts;
  }

  @Override
  public void close() {
    hangUp(door);
    open.forEach(FaultProxy::hangUp);
    workers.shutdownNow();
  }

  private void welcome() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        open.add(caller);
        Line line = drawn();
        workers.execute(() -> connect(caller, line));
      } catch (IOException closed) {
        hangUp(door);
      }
    }
  }

  /**
   * One line's fate.
   *
   * @param after so many bytes
   * @param heldUpMillis for so long
   */
  private record Line(Fate fate, int after, long heldUpMillis) {}

  private synchronized Line drawn() {
    int point = random.nextInt(HUNDRED);
    Fate fate = Fate.PASSES;
    if (!calm && point < 30) {
      fate = Fate.values()[1 + point % (Fate.values().length - 1)];
    }
    struck.merge(fate, 1, Integer::sum);
    return new Line(
        fate, random.nextInt(MOST_BYTES), 200 + random.nextLong(LONGEST_HOLD_UP * 1000L - 200));
  }

  private void connect(Socket caller, Line line) {
    try {
      Socket ledger = new Socket(target.getHost(), target.getPort());
      open.add(ledger);
      caller.setTcpNoDelay(true);
      ledger.setTcpNoDelay(true);
      workers.execute(() -> answers(caller, ledger, line));
      requests(caller, ledger, line);
    } catch (IOException unreachable) {
      hangUp(caller);
    }
  }

  private void requests(Socket caller, Socket ledger, Line line) {
    switch (line.fate()) {
      case REQUEST_CUT -> pass(caller, ledger, line.after(), 0);
      case REQUEST_HELD_UP -> pass(caller, ledger, Long.MAX_VALUE, line.heldUpMillis());
      case HUNG_UP_ON -> hungUpOn(caller, ledger, line);
      case PASSES, ANSWER_CUT, ANSWER_HELD_UP -> pass(caller, ledger, Long.MAX_VALUE, 0);
    }
  }

  private void answers(Socket caller, Socket ledger, Line line) {
    switch (line.fate()) {
      case ANSWER_CUT -> pass(ledger, caller, line.after(), 0);
      case ANSWER_HELD_UP -> pass(ledger, caller, Long.MAX_VALUE, line.heldUpMillis());
      case PASSES, REQUEST_CUT, REQUEST_HELD_UP, HUNG_UP_ON ->
          pass(ledger, caller, Long.MAX_VALUE, 0);
    }
  }

  /** The caller hears nothing more; what it has said is delivered a while later. */
  private void hungUpOn(Socket caller, Socket ledger, Line line) {
    try {
      byte[] said = said(caller);
      hangUp(caller);
      Thread.sleep(line.heldUpMillis());
      ledger.getOutputStream().write(said);
      ledger.shutdownOutput();
    } catch (IOException gone) {
      hangUp(ledger);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** All that comes until the caller waits for its answer. */
  private static byte[] said(Socket caller) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    try {
      for (int count = caller.getInputStream().read(buffer);
          count >= 0;
          count = caller.getInputStream().read(buffer)) {
        said.write(buffer, 0, count);
        caller.setSoTimeout(PAUSE_MILLIS);
      }
    } catch (SocketTimeoutException waiting) {
      // It has said what it had to say.
    }
    return said.toByteArray();
  }

  private void pass(Socket from, Socket to, long most, long heldUpMillis) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      long passed = 0;
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        Thread.sleep(passed == 0 ? heldUpMillis : 0);
        int passing = (int) Math.min(count, most - passed);
        out.write(buffer, 0, passing);
        out.flush();
        passed += passing;
        if (passed >= most) {
          break;
        }
      }
    } catch (IOException gone) {
      // The other side is hung up on below, as it would be without a proxy.
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    hangUp(from);
    hangUp(to);
    open.remove(from);
    open.remove(to);
  }

  private static void hangUp(AutoCloseable line) {
    try {
      line.close();
    } catch (Exception already) {
      // It was going to be closed anyway.
    }
  }
}

package io.dingledger.platform.observe;

import io.dingledger.platform.Stumble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.LogRecord;

/**
 * Takes the words of exceptions out of log lines, whoever wrote them: a foreign exception may quote
 * what it stumbled over. Its class and places stay. Until the first message comes nothing can be
 * quoted, and why a function does not start must be told in full.
 */
public final class SafeRecords {
  private static final AtomicBoolean HANDLING = new AtomicBoolean();

  private SafeRecords() {}

  /** From now on there are messages. */
  static void messagesCome() {
    HANDLING.set(true);
  }

  /** The line as it may be written. */
  public static LogRecord safe(LogRecord line) {
    Throwable thrown = line.getThrown();
    if (thrown != null && HANDLING.get()) {
      line.setThrown(null);
      line.setMessage(line.getMessage() + ": " + Stumble.places(thrown));
    }
    return line;
  }
}

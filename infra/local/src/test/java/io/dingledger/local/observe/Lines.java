package io.dingledger.local.observe;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.LogContext;

/**
 * All that anybody writes to the log, our own code at its finest, with the fields of its thread.
 */
final class Lines extends Handler implements AutoCloseable {
  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger OURS = Logger.getLogger("io.dingledger");

  /** Where {@code System.Logger} writes to when another log manager came first. */
  private static final LogContext OTHERS = LogContext.getLogContext();

  private final ThreadLocal<Map<String, String>> fields = ThreadLocal.withInitial(HashMap::new);
  private final List<String> words = new CopyOnWriteArrayList<>();
  private final List<Map<String, String>> ofSteps = new CopyOnWriteArrayList<>();

  static Lines listening() {
    Lines lines = new Lines();
    lines.setLevel(Level.ALL);
    OURS.setLevel(Level.FINEST);
    ROOT.addHandler(lines);
    if (!(LogManager.getLogManager() instanceof org.jboss.logmanager.LogManager)) {
      OTHERS.getLogger("io.dingledger").setLevel(Level.FINEST);
      OTHERS.getLogger("").addHandler(lines);
    }
    return lines;
  }

  void put(String name, String value) {
    fields.get().put(name, value);
  }

  void remove(String name) {
    fields.get().remove(name);
  }

  /** Messages, parameters, what was thrown, and fields. */
  List<String> words() {
    return List.copyOf(words);
  }

  /** The fields of each line of a step. */
  List<Map<String, String>> ofSteps() {
    return List.copyOf(ofSteps);
  }

  @Override
  public void publish(LogRecord line) {
    String writer =
        Optional.ofNullable(line.getLoggerName())
            .or(() -> Optional.ofNullable(line.getSourceClassName()))
            .orElse("");
    boolean isOurs = writer.startsWith("io.dingledger");
    if (!isOurs && line.getLevel().intValue() < Level.INFO.intValue()) {
      return;
    }
    words.add(line.getMessage() + " " + Arrays.toString(line.getParameters()) + fields.get());
    for (Throwable each = line.getThrown(); each != null; each = each.getCause()) {
      words.add(String.valueOf(each));
    }
    if (isOurs
        && !writer.startsWith("io.dingledger.local")
        && !writer.startsWith("io.dingledger.embedded")) {
      ofSteps.add(Map.copyOf(fields.get()));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    OURS.setLevel(null);
    ROOT.removeHandler(this);
    OTHERS.getLogger("io.dingledger").setLevel(null);
    OTHERS.getLogger("").removeHandler(this);
  }
}

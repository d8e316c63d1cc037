package io.dingledger.post;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that anybody writes to the log while this is open, with the words of what was thrown. */
final class AllLogs extends Handler implements AutoCloseable {
  private static final Logger ROOT = Logger.getLogger("");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  static AllLogs listening() {
    AllLogs all = new AllLogs();
    ROOT.addHandler(all);
    return all;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** What an exception and its causes say. */
  static List<String> wordsOf(Throwable thrown) {
    List<String> words = new ArrayList<>();
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      words.add(String.valueOf(each));
    }
    return words;
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(line.getMessage() + " " + Arrays.toString(line.getParameters()));
    lines.addAll(wordsOf(line.getThrown()));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
  }
}

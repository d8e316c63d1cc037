package io.dingledger.local;

import io.dingledger.platform.observe.Busy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends all logging to a file, so that the terminal shows what the run says to people. */
public final class LogFile {
  private static final int LARGEST = 20 * 1024 * 1024;

  private LogFile() {}

  /** Lines carry what their thread is busy with, as those of the functions do at CloudWatch. */
  private static final class WithFields extends SimpleFormatter {
    @Override
    public String format(LogRecord line) {
      Map<String, String> fields = Busy.fieldsNow();
      return fields.isEmpty()
          ? super.format(line)
          : super.format(line).stripTrailing()
              + " "
              + new TreeMap<>(fields)
              + System.lineSeparator();
    }
  }

  /** From now on, at INFO and above. */
  public static void into(Path file) {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n");
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    try {
      FileHandler handler = new FileHandler(file.toString(), LARGEST, 1, true);
      handler.setFormatter(new WithFields());
      handler.setLevel(Level.INFO);
      root.addHandler(handler);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("the log " + file + " can't be written", unwritable);
    }
  }
}

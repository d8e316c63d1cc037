package io.dingledger.post;

import io.dingledger.platform.observe.SafeRecords;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** What this function prints, in words that are its own (application.properties names it). */
@LoggingFilter(name = "safe")
final class WiringLog implements Filter {
  @Override
  public boolean isLoggable(LogRecord line) {
    SafeRecords.safe(line);
    return true;
  }
}

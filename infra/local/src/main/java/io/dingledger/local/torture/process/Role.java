package io.dingledger.local.torture.process;

import java.util.Locale;
import java.util.Optional;

/** What one process of the system does. */
public enum Role {
  /** Table, queues and schedules: what AWS is elsewhere. */
  GROUND("", 384),
  /** The front door: callbacks, and the interface for people. */
  INTAKE("", 160),
  TRANSLATE("TranslateFunction", 160),
  POST("PostFunction", 160),
  RETRY("RetryFunction", 160),
  PATROL("PatrolFunction", 160);

  private final String function;
  private final int megabytes;

  Role(String function, int megabytes) {
    this.function = function;
    this.megabytes = megabytes;
  }

  /** The function that queues feed, by its name in the template. */
  Optional<String> function() {
    return Optional.of(function).filter(name -> !name.isEmpty());
  }

  /** The name of its log file. */
  public String logName() {
    return name().toLowerCase(Locale.ROOT) + ".log";
  }

  /** The heap that it gets. */
  int megabytes() {
    return megabytes;
  }
}

package io.dingledger.platform.support;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Silences the stand-ins, which tell of every request; keeps the loggers so that it stays so. */
final class QuietServers {
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("software.amazon.dynamodb"),
          Logger.getLogger("com.amazonaws.services.dynamodbv2"),
          Logger.getLogger("com.almworks.sqlite4java"),
          Logger.getLogger("org.eclipse.jetty"),
          Logger.getLogger("org.elasticmq"),
          Logger.getLogger("org.apache.pekko"));

  private QuietServers() {}

  static void quieten() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
  }
}

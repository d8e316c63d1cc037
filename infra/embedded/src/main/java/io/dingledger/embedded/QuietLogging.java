package io.dingledger.embedded;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns down the loggers of the embedded servers, which otherwise tell of every table and queue.
 *
 * <p>DynamoDB Local logs by Log4j, ElasticMQ by SLF4J, SQLite by {@code java.util.logging}; the
 * first two are bridged to JBoss Log Manager, so both log managers get the same levels. The loggers
 * are held here because a log manager may forget the level of a logger that nobody holds.
 */
final class QuietLogging {

  private static final List<String> NOISY_CATEGORIES =
      List.of(
          "software.amazon.dynamodb",
          "com.amazonaws.services.dynamodbv2",
          "com.almworks.sqlite4java",
          "org.eclipse.jetty",
          "org.elasticmq",
          "org.apache.pekko");

  private static final List<Logger> PLATFORM_LOGGERS =
      NOISY_CATEGORIES.stream().map(Logger::getLogger).toList();

  private static final List<org.jboss.logmanager.Logger> BRIDGED_LOGGERS =
      NOISY_CATEGORIES.stream().map(org.jboss.logmanager.Logger::getLogger).toList();

  private QuietLogging() {}

  /** Lets only errors of the embedded servers through; may be called any number of times. */
  static void apply() {
    PLATFORM_LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
    BRIDGED_LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
  }
}

package io.dingledger.local.lambda;

import io.dingledger.embedded.template.ScheduleDefinition;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Sends a schedule's message to its queue at once and then at its rate, as EventBridge Scheduler
 * does. A send that fails is left to the next one.
 */
public final class ScheduleTicker implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ScheduleTicker.class);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("schedule").factory());

  private ScheduleTicker() {}

  /** Starts at the rate that the template names. */
  public static ScheduleTicker start(
      SqsClient client, String queueUrl, ScheduleDefinition schedule) {
    return start(client, queueUrl, schedule, schedule.every());
  }

  /** Starts at another rate, for those who don't want to wait. */
  public static ScheduleTicker start(
      SqsClient client, String queueUrl, ScheduleDefinition schedule, Duration every) {
    ScheduleTicker ticker = new ScheduleTicker();
    ticker.timer.scheduleAtFixedRate(
        () -> send(client, queueUrl, schedule), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    return ticker;
  }

  /** Sends nothing more. */
  @Override
  public void close() {
    timer.shutdown();
    try {
      timer.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(SqsClient client, String queueUrl, ScheduleDefinition schedule) {
    try {
      client.sendMessage(request -> request.queueUrl(queueUrl).messageBody(schedule.input()));
    } catch (SdkException unreachable) {
      LOG.warnf("%s was not sent: %s", schedule.logicalId(), unreachable.getMessage());
    }
  }
}

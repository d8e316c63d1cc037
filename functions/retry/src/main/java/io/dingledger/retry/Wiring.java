package io.dingledger.retry;

import io.dingledger.platform.Platform;
import io.dingledger.platform.metrics.EmbeddedMetrics;
import io.dingledger.platform.observe.Handling;
import io.dingledger.platform.observe.LogFields;
import io.dingledger.platform.settings.Times;
import io.dingledger.platform.store.DynamoTable;
import io.dingledger.platform.store.TableDocumentStore;
import io.dingledger.platform.store.TableQuarantine;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.MDC;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Builds the handler from AWS's clients and the function's environment (template.yaml). */
@Singleton
class Wiring {
  /** Made when the function starts: with times that contradict each other it does not. */
  @Produces
  @Singleton
  @Startup
  Times times() {
    return Times.ofProcess();
  }

  @Produces
  @Singleton
  Handling handling() {
    Clock clock = Clock.systemUTC();
    return Handling.ofProcess(
        "retry",
        new LogFields(MDC::put, MDC::remove),
        EmbeddedMetrics.toOutput(clock),
        clock,
        new SecureRandom());
  }

  @Produces
  @Singleton
  RetryParts parts(
      Times times,
      DynamoDbClient dynamo,
      SqsClient sqs,
      @ConfigProperty(name = "dingledger.table") String table,
      @ConfigProperty(name = "dingledger.events.queue") String events,
      @ConfigProperty(name = "dingledger.vouchers.queue") String vouchers,
      @ConfigProperty(name = "dingledger.failures.queue") String failures,
      @ConfigProperty(name = "dingledger.events.dead.letters") String deadEvents,
      @ConfigProperty(name = "dingledger.vouchers.dead.letters") String deadVouchers) {
    DynamoTable items = new DynamoTable(dynamo, table);
    return RetryParts.of(
        new TableDocumentStore(items),
        new TableQuarantine(items),
        Platform.events(sqs, events),
        Platform.vouchers(sqs, vouchers),
        Platform.failures(sqs, failures),
        new RetryParts.DeadLetterQueues(deadEvents, deadVouchers),
        RetrySettings.of(times),
        new SecureRandom(),
        EmbeddedMetrics.toOutput(Clock.systemUTC()),
        Clock.systemUTC());
  }
}

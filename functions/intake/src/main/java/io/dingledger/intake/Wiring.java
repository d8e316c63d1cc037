package io.dingledger.intake;

import io.dingledger.platform.Platform;
import io.dingledger.platform.metrics.EmbeddedMetrics;
import io.dingledger.platform.observe.Handling;
import io.dingledger.platform.observe.LogFields;
import io.dingledger.platform.settings.Times;
import io.dingledger.platform.store.DynamoTable;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.MDC;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Builds the step from AWS's clients and the function's environment (template.yaml). */
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
        "intake",
        new LogFields(MDC::put, MDC::remove),
        EmbeddedMetrics.toOutput(clock),
        clock,
        new SecureRandom());
  }

  @Produces
  @Singleton
  Platform platform(
      Times times,
      DynamoDbClient dynamo,
      KmsClient kms,
      @ConfigProperty(name = "dingledger.table") String table,
      @ConfigProperty(name = "dingledger.key") String key) {
    Clock clock = Clock.systemUTC();
    return new Platform(
        new DynamoTable(dynamo, table), Platform.keys(key, kms, clock), clock, times);
  }

  @Produces
  @Singleton
  Intake intake(
      Platform platform,
      SqsClient sqs,
      @ConfigProperty(name = "dingledger.events.queue") String events) {
    return new Intake(
        platform.tenants(),
        platform.suites(),
        Platform.events(sqs, events),
        platform.quarantine(),
        new SecureRandom(),
        Clock.systemUTC());
  }

  @Produces
  @Singleton
  Inbound inbound(
      Platform platform,
      SqsClient sqs,
      @ConfigProperty(name = "dingledger.events.queue") String events) {
    return new Inbound(platform.tenants(), Platform.events(sqs, events), Clock.systemUTC());
  }
}

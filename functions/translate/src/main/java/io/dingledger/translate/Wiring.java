package io.dingledger.translate;

import io.dingledger.dingtalk.WatchedDingTalk;
import io.dingledger.dingtalk.client.DingTalkClient;
import io.dingledger.dingtalk.client.Patience;
import io.dingledger.dingtalk.client.SharedAccess;
import io.dingledger.ledgers.hose.HoseClient;
import io.dingledger.ledgers.http.AddressFilter;
import io.dingledger.platform.Platform;
import io.dingledger.platform.access.Access;
import io.dingledger.platform.access.TenantAccess;
import io.dingledger.platform.metrics.EmbeddedMetrics;
import io.dingledger.platform.observe.Handling;
import io.dingledger.platform.observe.LogFields;
import io.dingledger.platform.settings.Span;
import io.dingledger.platform.settings.Times;
import io.dingledger.platform.store.DynamoTable;
import io.dingledger.platform.trace.Trace;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
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
        "translate",
        new LogFields(MDC::put, MDC::remove),
        EmbeddedMetrics.toOutput(clock),
        clock,
        new SecureRandom());
  }

  @Produces
  @Singleton
  Translate translate(
      Times times,
      DynamoDbClient dynamo,
      KmsClient kms,
      SqsClient sqs,
      @ConfigProperty(name = "dingledger.table") String table,
      @ConfigProperty(name = "dingledger.key") String key,
      @ConfigProperty(name = "dingledger.tenant.role") Optional<String> tenantRole,
      @ConfigProperty(name = "dingledger.vouchers.queue") String vouchers,
      @ConfigProperty(name = "dingledger.failures.queue") String failures,
      @ConfigProperty(name = "dingledger.ledger.addresses", defaultValue = "public")
          String addresses) {
    Clock clock = Clock.systemUTC();
    Access access = TenantAccess.of(tenantRole, clock);
    Platform platform =
        new Platform(
            new DynamoTable(dynamo, table, access),
            Platform.keys(key, kms, clock, access),
            clock,
            times);
    SharedAccess shared = new SharedAccess(platform.tokens(), platform.budget(), platform.suites());
    TranslatePorts ports =
        TranslatePorts.over(
            platform,
            new WatchedDingTalk(
                new DingTalkClient(
                    DingTalkClient.newHttpClient(),
                    shared,
                    clock,
                    new Patience(times.of(Span.DINGTALK_CALL), times.of(Span.DINGTALK_TOKEN_LOCK))),
                Trace.calls()),
            new HoseClient(platform.tokens(), AddressFilter.of(addresses), clock),
            Platform.vouchers(sqs, vouchers),
            Platform.failures(sqs, failures));
    return new Translate(ports, TranslateSettings.of(times), clock);
  }
}

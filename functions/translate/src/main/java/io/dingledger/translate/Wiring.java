package io.dingledger.translate;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.dingtalk.client.DingTalkClient;
import io.dingledger.platform.Platform;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.DynamoTable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Builds the step from AWS's clients and the function's environment (template.yaml). */
@Singleton
class Wiring {
  /** A renamed department or a new job number is seen after this time at the latest. */
  private static final Duration DIRECTORY_LIFE = Duration.ofMinutes(10);

  @Produces
  @Singleton
  Translate translate(
      DynamoDbClient dynamo,
      KmsClient kms,
      SqsClient sqs,
      @ConfigProperty(name = "dingledger.table") String table,
      @ConfigProperty(name = "dingledger.key") String key,
      @ConfigProperty(name = "dingledger.vouchers.queue") String vouchers,
      @ConfigProperty(name = "dingledger.failures.queue") String failures) {
    Clock clock = Clock.systemUTC();
    Platform platform =
        new Platform(new DynamoTable(dynamo, table), Platform.keys(key, kms, clock), clock);
    DocumentStore documents = platform.documents();
    DingTalk dingTalk = new DingTalkClient(DingTalkClient.newHttpClient(), clock, DIRECTORY_LIFE);
    TranslateSettings settings = TranslateSettings.DEFAULT;
    return new Translate(
        documents,
        Platform.vouchers(sqs, vouchers),
        new ActiveRuleBooks(platform.tenants(), platform.ruleBooks()),
        new Fetch(documents, dingTalk, Platform.failures(sqs, failures), settings, clock),
        settings,
        clock);
  }
}

package io.dingledger.platform;

import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.codec.PostWorkCodec;
import io.dingledger.platform.codec.RetryWorkCodec;
import io.dingledger.platform.codec.TranslateWorkCodec;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.queue.SqsMessageQueue;
import io.dingledger.platform.secret.EnvelopeSecretBox;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.secret.KeyWrap;
import io.dingledger.platform.secret.KmsKeyWrap;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.Quarantine;
import io.dingledger.platform.store.RuleBookStore;
import io.dingledger.platform.store.Table;
import io.dingledger.platform.store.TableDocumentStore;
import io.dingledger.platform.store.TableQuarantine;
import io.dingledger.platform.store.TableRuleBookStore;
import io.dingledger.platform.store.TableTenantRegistry;
import io.dingledger.platform.store.TenantRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The stores over one table, and the queues: what a function or the local system builds its step
 * on.
 *
 * @param documents documents, vouchers and their progress
 * @param tenants the tenants, their secrets sealed
 * @param ruleBooks the texts of rule books
 * @param quarantine messages that nobody can read
 */
public record Platform(
    DocumentStore documents,
    TenantRegistry tenants,
    RuleBookStore ruleBooks,
    Quarantine quarantine) {
  /** A change of a tenant's settings is seen by every function after this time at the latest. */
  private static final Duration SETTINGS_KEPT = Duration.ofSeconds(60);

  private static final Duration DATA_KEYS_KEPT = Duration.ofMinutes(5);
  private static final String KEY_FILE = "file:";

  /** The stores over this table, with secrets sealed by these keys. */
  public Platform(Table table, KeyWrap keys, Clock clock) {
    this(
        new TableDocumentStore(table),
        new TableTenantRegistry(table, new EnvelopeSecretBox(keys), clock, SETTINGS_KEPT),
        new TableRuleBookStore(table),
        new TableQuarantine(table));
  }

  /**
   * The keys that a setting names: {@code file:} and a path on one machine, otherwise the id of a
   * KMS key.
   */
  public static KeyWrap keys(String setting, KmsClient kms, Clock clock) {
    return setting.startsWith(KEY_FILE)
        ? KeyFileWrap.at(Path.of(setting.substring(KEY_FILE.length())))
        : new KmsKeyWrap(kms, setting, clock, DATA_KEYS_KEPT);
  }

  /** The queue of work for translate. */
  public static MessageQueue<TranslateWork> events(SqsClient client, String url) {
    return new SqsMessageQueue<>(client, "events", url, new TranslateWorkCodec());
  }

  /** The queue of work for post. */
  public static MessageQueue<PostWork> vouchers(SqsClient client, String url) {
    return new SqsMessageQueue<>(client, "vouchers", url, new PostWorkCodec());
  }

  /** The queue of work for retry. */
  public static MessageQueue<RetryWork> failures(SqsClient client, String url) {
    return new SqsMessageQueue<>(client, "failures", url, new RetryWorkCodec());
  }
}

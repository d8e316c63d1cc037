package io.dingledger.platform;

import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.CallBudget;
import io.dingledger.model.access.ExportList;
import io.dingledger.model.access.LedgerGate;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.access.Access;
import io.dingledger.platform.codec.PatrolWorkCodec;
import io.dingledger.platform.codec.PostWorkCodec;
import io.dingledger.platform.codec.RetryWorkCodec;
import io.dingledger.platform.codec.TranslateWorkCodec;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.queue.SqsMessageQueue;
import io.dingledger.platform.secret.EnvelopeSecretBox;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.secret.KeyWrap;
import io.dingledger.platform.secret.KmsKeyWrap;
import io.dingledger.platform.secret.SecretBox;
import io.dingledger.platform.settings.Times;
import io.dingledger.platform.store.AttendanceMarks;
import io.dingledger.platform.store.DirectoryStore;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.GateTimes;
import io.dingledger.platform.store.Notices;
import io.dingledger.platform.store.PatrolNotes;
import io.dingledger.platform.store.PayItemStore;
import io.dingledger.platform.store.Quarantine;
import io.dingledger.platform.store.Restorations;
import io.dingledger.platform.store.RuleBookLives;
import io.dingledger.platform.store.RuleBookStore;
import io.dingledger.platform.store.SuiteStore;
import io.dingledger.platform.store.Table;
import io.dingledger.platform.store.TableAccessTokenStore;
import io.dingledger.platform.store.TableAttendanceMarks;
import io.dingledger.platform.store.TableCallBudget;
import io.dingledger.platform.store.TableDirectoryStore;
import io.dingledger.platform.store.TableDocumentStore;
import io.dingledger.platform.store.TableExportList;
import io.dingledger.platform.store.TableLedgerGate;
import io.dingledger.platform.store.TableNotices;
import io.dingledger.platform.store.TablePatrolNotes;
import io.dingledger.platform.store.TablePayItemStore;
import io.dingledger.platform.store.TableQuarantine;
import io.dingledger.platform.store.TableRuleBookLives;
import io.dingledger.platform.store.TableRuleBookStore;
import io.dingledger.platform.store.TableSuiteStore;
import io.dingledger.platform.store.TableTenantRegistry;
import io.dingledger.platform.store.TableWriteBacks;
import io.dingledger.platform.store.TenantRegistry;
import io.dingledger.platform.store.WriteBacks;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The stores over one table, and the queues: what a function or the local system builds its step
 * on.
 *
 * @param documents documents, vouchers and their progress
 * @param tenants the tenants, their secrets sealed
 * @param ruleBooks the texts of rule books
 * @param lives where their versions stand, and which is in force when
 * @param quarantine messages that nobody can read
 * @param suites the operator's third-party apps
 * @param directory what is known of people and departments
 * @param marks days of attendance to be read
 * @param notes what the patrol remembers
 * @param notices what a person must see beside documents
 * @param tokens access tokens of DingTalk and of ledgers
 * @param budget the calls to DingTalk that are left
 * @param exports vouchers for ledgers that take files
 * @param gate how many vouchers go to each ledger, and whether its connection works
 * @param payItems pay items and the months in which they are booked
 * @param writeBacks voucher numbers that other systems are still to be told
 * @param restorations to which moment the table was put back, if it ever was
 */
public record Platform(
    DocumentStore documents,
    TenantRegistry tenants,
    RuleBookStore ruleBooks,
    RuleBookLives lives,
    Quarantine quarantine,
    SuiteStore suites,
    DirectoryStore directory,
    AttendanceMarks marks,
    PatrolNotes notes,
    Notices notices,
    AccessTokenStore tokens,
    CallBudget budget,
    ExportList exports,
    LedgerGate gate,
    PayItemStore payItems,
    WriteBacks writeBacks,
    Restorations restorations) {
  /**
   * A change of a tenant's settings or rule book is seen by every function after this time at the
   * latest.
   */
  private static final Duration SETTINGS_KEPT = Duration.ofSeconds(60);

  private static final Duration DATA_KEYS_KEPT = Duration.ofMinutes(5);
  private static final String KEY_FILE = "file:";

  /** The stores over this table, with secrets sealed by these keys. */
  public Platform(Table table, KeyWrap keys, Clock clock) {
    this(table, keys, clock, Times.USUAL);
  }

  /** The same, with the times of this installation. */
  public Platform(Table table, KeyWrap keys, Clock clock, Times times) {
    this(table, new EnvelopeSecretBox(keys), clock, times, new SecureRandom());
  }

  /**
   * The stores over this table, with nothing in them that is drawn elsewhere than here.
   *
   * @param box seals secrets
   * @param random keeps those who wait at a gate from coming all at once
   */
  public Platform(Table table, SecretBox box, Clock clock, Times times, RandomGenerator random) {
    this(
        table,
        box,
        clock,
        new TableLedgerGate(table, random, GateTimes.of(times)),
        new TableDocumentStore(table));
  }

  private Platform(
      Table table, SecretBox box, Clock clock, LedgerGate gate, DocumentStore documents) {
    this(
        table,
        box,
        clock,
        gate,
        documents,
        new TableTenantRegistry(table, box, clock, SETTINGS_KEPT),
        new TableNotices(documents, clock));
  }

  private Platform(
      Table table,
      SecretBox box,
      Clock clock,
      LedgerGate gate,
      DocumentStore documents,
      TenantRegistry tenants,
      Notices notices) {
    this(
        documents,
        tenants,
        new TableRuleBookStore(table),
        new TableRuleBookLives(table, clock, SETTINGS_KEPT),
        new TableQuarantine(table),
        new TableSuiteStore(table, box, clock, SETTINGS_KEPT),
        new TableDirectoryStore(table),
        new TableAttendanceMarks(table),
        new TablePatrolNotes(table, clock),
        notices,
        new TableAccessTokenStore(table, box, clock),
        new TableCallBudget(table, notices, tenants),
        new TableExportList(table),
        gate,
        new TablePayItemStore(table),
        new TableWriteBacks(table),
        new Restorations(table, clock, SETTINGS_KEPT));
  }

  /**
   * The keys that a setting names: {@code file:} and a path on one machine, otherwise the id of a
   * KMS key.
   */
  public static KeyWrap keys(String setting, KmsClient kms, Clock clock) {
    return keys(setting, kms, clock, Access.OWN);
  }

  /** The same with these permissions. */
  public static KeyWrap keys(String setting, KmsClient kms, Clock clock, Access access) {
    return setting.startsWith(KEY_FILE)
        ? KeyFileWrap.at(Path.of(setting.substring(KEY_FILE.length())))
        : new KmsKeyWrap(kms, setting, clock, DATA_KEYS_KEPT, access);
  }

  /** The queue of work for translate. */
  public static MessageQueue<TranslateWork> events(SqsClient client, String url) {
    return new SqsMessageQueue<>(
        client, "events", url, new TranslateWorkCodec(), work -> Optional.of(work.tenant()));
  }

  /** The queue of work for post. */
  public static MessageQueue<PostWork> vouchers(SqsClient client, String url) {
    return new SqsMessageQueue<>(
        client, "vouchers", url, new PostWorkCodec(), work -> Optional.of(work.tenant()));
  }

  /** The queue of work for retry. */
  public static MessageQueue<RetryWork> failures(SqsClient client, String url) {
    return new SqsMessageQueue<>(client, "failures", url, new RetryWorkCodec(), Platform::tenantOf);
  }

  /** The queue of work for patrol. */
  public static MessageQueue<PatrolWork> patrol(SqsClient client, String url) {
    return new SqsMessageQueue<>(client, "patrol", url, new PatrolWorkCodec(), Platform::tenantOf);
  }

  private static Optional<Tenant> tenantOf(RetryWork work) {
    return switch (work) {
      case RetryWork.TryFailed failed -> Optional.of(failed.tenant());
      case RetryWork.ConnectionBack back -> Optional.of(back.tenant());
      case RetryWork.Sweep all -> Optional.empty();
    };
  }

  private static Optional<Tenant> tenantOf(PatrolWork work) {
    return switch (work) {
      case PatrolWork.Round round -> Optional.of(round.tenant());
      case PatrolWork.WriteBack back -> Optional.of(back.tenant());
      case PatrolWork.Tick all -> Optional.empty();
    };
  }
}

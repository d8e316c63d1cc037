package io.dingledger.intake;

import io.dingledger.dingtalk.callback.CallbackCrypto;
import io.dingledger.dingtalk.callback.CallbackReply;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.queue.MemoryMessageQueue;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.queue.QueueUnreachable;
import io.dingledger.platform.secret.EnvelopeSecretBox;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.Quarantine;
import io.dingledger.platform.store.SuiteStore;
import io.dingledger.platform.store.TableQuarantine;
import io.dingledger.platform.store.TableSuiteStore;
import io.dingledger.platform.store.TableTenantRegistry;
import io.dingledger.platform.store.TenantRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** One tenant with an app of its own, one third-party app, and callbacks as DingTalk seals them. */
final class IntakeFixture {
  static final String KEY = "callback-key";
  static final String SUITE_KEY = "suite-callback-key";
  static final String CORP = "ding0123456789abcdef35c2f4657eb6378f";
  static final String OWNER = "dingabc123def456ghi7";
  static final String TOKEN = "tokenAbc123";
  static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-31T02:00:00Z"), ZoneOffset.UTC);
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final Tenant TENANT = Tenant.verified("acme");
  static final MessageQueue<TranslateWork> DEAD_QUEUE =
      (message, delay) -> {
        throw new QueueUnreachable("events", null);
      };
  static final Suite SUITE =
      new Suite(
          "25300001",
          "suite-owner",
          Secret.of("suite-secret"),
          callback(SUITE_KEY, "suiteToken1", AES_KEY, "suite-owner"),
          ZONE,
          URI.create("https://api.example.test"),
          URI.create("https://oapi.example.test"));

  private static final EnvelopeSecretBox BOX = new EnvelopeSecretBox(keys());

  private final MemoryTable table = new MemoryTable();
  final MemoryMessageQueue<TranslateWork> events = new MemoryMessageQueue<>(CLOCK);
  final TenantRegistry tenants = new TableTenantRegistry(table, BOX, CLOCK, Duration.ZERO);
  final SuiteStore suites = new TableSuiteStore(table, BOX, CLOCK, Duration.ZERO);
  final Quarantine quarantine = new TableQuarantine(table);
  final TenantSettings settings;
  final CallbackSettings callback;
  final Intake intake;

  IntakeFixture() {
    this(callback(KEY, TOKEN, AES_KEY, OWNER), CORP);
  }

  IntakeFixture(CallbackSettings callback, String corp) {
    this.callback = callback;
    this.settings = settings(callback, corp);
    tenants.put(settings);
    suites.put(SUITE);
    this.intake = intakeInto(events);
  }

  Intake intakeInto(MessageQueue<TranslateWork> queue) {
    return new Intake(tenants, suites, queue, quarantine, new Random(7), CLOCK);
  }

  IntakeHandler handler() {
    return handlerInto(events);
  }

  IntakeHandler handlerInto(MessageQueue<TranslateWork> queue) {
    return new IntakeHandler(intakeInto(queue), new Inbound(tenants, queue, CLOCK));
  }

  static CallbackSettings callback(String key, String token, String aesKey, String owner) {
    return new CallbackSettings(key, Secret.of(token), Secret.of(aesKey), Set.of(owner));
  }

  static TenantSettings settings(CallbackSettings callback, String corp) {
    DingTalkApp app =
        new DingTalkApp(
            TENANT,
            corp,
            new DingTalkApp.Internal("client-id", Secret.of("client-secret")),
            URI.create("https://api.example.test"),
            URI.create("https://oapi.example.test"));
    return TenantSettings.ofInternalApp(
        TENANT,
        "ACME",
        ZONE,
        app,
        callback,
        new LedgerConnection(TENANT, "none", Map.of(), Map.of(), Duration.ZERO));
  }

  private static KeyFileWrap keys() {
    try {
      return KeyFileWrap.at(Files.createTempDirectory("dingledger").resolve("key"));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A push of this text: its query parameters and, under {@code body}, its body. */
  Callback callback(String message) {
    return sealed(callback, message);
  }

  /** A push to the third-party app. */
  static Callback suiteCallback(String message) {
    return sealed(SUITE.callback(), message);
  }

  private static Callback sealed(CallbackSettings settings, String message) {
    String owner = settings.ownerKeys().iterator().next();
    CallbackReply sealed =
        CallbackCrypto.seal(settings, owner, message, "1774922400000", "nonce", new byte[16]);
    return Callback.of(sealed.msgSignature(), sealed.timeStamp(), sealed.nonce(), sealed.encrypt());
  }

  /** What the answer says, once verified and decrypted as DingTalk does it. */
  String opened(String answer) {
    return Answers.opened(callback, answer);
  }

  /** A callback as it stands in an HTTP request. */
  record Callback(Map<String, String> query, String body) {
    static Callback of(String signature, String timestamp, String nonce, String encrypt) {
      return new Callback(
          Map.of("msg_signature", signature, "timestamp", timestamp, "nonce", nonce),
          "{\"encrypt\":\"" + encrypt + "\"}");
    }

    Callback with(String name, String value) {
      Map<String, String> changed = new HashMap<>(query);
      changed.put(name, value);
      return new Callback(changed, body);
    }

    Callback without(String name) {
      Map<String, String> changed = new HashMap<>(query);
      changed.remove(name);
      return new Callback(changed, body);
    }

    Callback withBody(String other) {
      return new Callback(query, other);
    }
  }
}

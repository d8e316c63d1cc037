package io.dingledger.intake;

import io.dingledger.dingtalk.callback.CallbackCrypto;
import io.dingledger.dingtalk.callback.CallbackReply;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.queue.MemoryMessageQueue;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.queue.QueueUnreachable;
import io.dingledger.platform.store.TenantRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One tenant with one app, a queue in memory, and callbacks as DingTalk would seal them. */
final class IntakeFixture {
  static final String KEY = "callback-key";
  static final String CORP = "ding0123456789abcdef35c2f4657eb6378f";
  static final String OWNER = "dingabc123def456ghi7";
  static final String TOKEN = "tokenAbc123";
  static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-31T02:00:00Z"), ZoneOffset.UTC);
  static final MessageQueue<TranslateWork> DEAD_QUEUE =
      (message, delay) -> {
        throw new QueueUnreachable("events", null);
      };

  final MemoryMessageQueue<TranslateWork> events = new MemoryMessageQueue<>(CLOCK);
  final DingTalkApp app;
  final Intake intake;

  IntakeFixture() {
    this(app(TOKEN, AES_KEY, OWNER, CORP));
  }

  IntakeFixture(DingTalkApp app) {
    this.app = app;
    this.intake = intakeInto(events);
  }

  Intake intakeInto(MessageQueue<TranslateWork> queue) {
    return new Intake(registry(app), queue, new Random(7), CLOCK);
  }

  static DingTalkApp app(String token, String aesKey, String owner, String corp) {
    return new DingTalkApp(
        Tenant.verified("acme"),
        KEY,
        corp,
        owner,
        Secret.of("client-secret"),
        Secret.of(token),
        Secret.of(aesKey),
        Set.of(owner),
        URI.create("https://api.example.test"),
        URI.create("https://oapi.example.test"));
  }

  /** A push of this text: its query parameters and, under {@code body}, its body. */
  Callback callback(String message) {
    CallbackReply sealed =
        CallbackCrypto.seal(app, OWNER, message, "1774922400000", "nonce", new byte[16]);
    return Callback.of(sealed.msgSignature(), sealed.timeStamp(), sealed.nonce(), sealed.encrypt());
  }

  /** What the answer says, once verified and decrypted as DingTalk does it. */
  String opened(String answer) {
    return Answers.opened(app, answer);
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

  static TenantRegistry registry(DingTalkApp app) {
    TenantSettings settings =
        new TenantSettings(
            app.tenant(),
            "ACME",
            ZoneId.of("Asia/Shanghai"),
            app,
            new LedgerConnection(app.tenant(), "none", Map.of(), Map.of(), Duration.ZERO),
            "v-1");
    return new TenantRegistry() {
      @Override
      public Optional<TenantSettings> byCallbackKey(String callbackKey) {
        return callbackKey.equals(KEY) ? Optional.of(settings) : Optional.empty();
      }

      @Override
      public Optional<TenantSettings> find(Tenant tenant) {
        throw new UnsupportedOperationException("intake knows no tenant but by its callback key");
      }

      @Override
      public void put(TenantSettings replaced) {
        throw new UnsupportedOperationException("intake changes nothing");
      }

      @Override
      public List<Tenant> all() {
        throw new UnsupportedOperationException("intake lists nothing");
      }
    };
  }
}

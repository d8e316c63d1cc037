package io.dingledger.patrol;

import io.dingledger.ledgers.hose.ScriptedHose;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.InboundSettings;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.Platform;
import io.dingledger.platform.queue.MemoryMessageQueue;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.RuleBooksInForce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tenant with a rule book for three forms, stores and queues in memory, a clock moved by hand.
 */
final class PatrolFixture {
  static final Tenant TENANT = Tenant.verified("acme");
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final List<String> FORMS = List.of("PROC-1", "PROC-2", "PROC-3");

  /** Noon in China; no night work is due at this hour. */
  static final Instant START = Instant.parse("2026-03-10T04:00:00Z");

  private static final KeyFileWrap KEYS = keys();

  final HandClock clock = new HandClock(START);
  final Platform platform = new Platform(new MemoryTable(), KEYS, clock);
  final ScriptedDingTalk dingTalk = new ScriptedDingTalk(clock);
  final MemoryMessageQueue<TranslateWork> events = new MemoryMessageQueue<>(clock);
  final MemoryMessageQueue<PatrolWork> rounds = new MemoryMessageQueue<>(clock);
  final ScriptedHose hose = new ScriptedHose();
  final PatrolPorts ports = PatrolPorts.of(platform, dingTalk, hose, events);
  final Patrol patrol = new Patrol(ports, rounds, clock);

  PatrolFixture() {
    this(true);
  }

  /** With three forms in the rule book, or without one. */
  PatrolFixture(boolean hasRuleBook) {
    platform.tenants().put(settings(TENANT, internal()));
    if (hasRuleBook) {
      inForce(ruleBook(), LocalDate.EPOCH);
    }
  }

  /** Puts a rule book in force from a date on. */
  void inForce(String text, LocalDate from) {
    RuleBooksInForce.put(
        platform.ruleBooks(), platform.lives(), TENANT, text, from, clock.instant());
  }

  static DingTalkApp.Access internal() {
    return new DingTalkApp.Internal("client-id", Secret.of("client-secret"));
  }

  static TenantSettings settings(Tenant tenant, DingTalkApp.Access access) {
    DingTalkApp app =
        new DingTalkApp(
            tenant,
            "ding-" + tenant,
            access,
            URI.create("https://api.example.test"),
            URI.create("https://oapi.example.test"));
    CallbackSettings callback =
        new CallbackSettings(
            "key-" + tenant, Secret.of("token"), Secret.of("x".repeat(43)), Set.of("owner"));
    return TenantSettings.ofInternalApp(
        tenant,
        "ACME",
        ZONE,
        app,
        callback,
        new LedgerConnection(tenant, "none", Map.of(), Map.of(), Duration.ZERO));
  }

  /** The tenant with other ways in. */
  TenantSettings settings(Optional<InboundSettings> inbound) {
    return settings(TENANT, internal()).withInbound(inbound);
  }

  private static KeyFileWrap keys() {
    try {
      return KeyFileWrap.at(Files.createTempDirectory("dingledger").resolve("key"));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static String ruleBook() {
    try (var in = PatrolFixture.class.getResourceAsStream("/three-forms.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** One round at the tenant, as the queue would have it made. */
  void round() {
    patrol.handle(new PatrolWork.Round(TENANT));
  }

  /** The schedule ticks, and every round that it asks for is made. */
  void tick() {
    patrol.handle(new PatrolWork.Tick());
    rounds.drain().forEach(patrol::handle);
  }

  /** Ticks each ten minutes for so long. */
  void ticksFor(Duration time) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      Instant next = clock.instant().plus(Duration.ofMinutes(10));
      tick();
      clock.advanceTo(next.isAfter(clock.instant()) ? next : clock.instant());
    }
  }

  /** What the event of a start says of an instance. */
  static EventSubject.Approval started(String id) {
    return new EventSubject.Approval(
        id,
        FORMS.getFirst(),
        "",
        "",
        EventSubject.Phase.START,
        Optional.empty(),
        "u-1",
        "",
        Optional.empty());
  }

  void mark(String user, LocalDate day) {
    platform.marks().mark(TENANT, new PersonDay(user, day), clock.instant());
  }

  /** What a notice says now; empty when there is none, or it is settled. */
  Optional<DocumentRecord> notice(String id) {
    return platform
        .documents()
        .find(TENANT, DocumentId.ofNotice(id))
        .filter(record -> record.state() == DocumentState.HELD);
  }

  static Failure failure(FailureKind kind) {
    return Failure.of(kind, "dingtalk", "X-" + kind, "because");
  }
}

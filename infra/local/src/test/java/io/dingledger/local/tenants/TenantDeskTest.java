package io.dingledger.local.tenants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.rulebook.RuleBookDesk;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.Platform;
import io.dingledger.platform.codec.TenantSettingsCodec;
import io.dingledger.platform.queue.MemoryMessageQueue;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.TableCensus;
import io.dingledger.platform.store.TenantDiary;
import io.dingledger.platform.store.TenantErasure;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator's interface does, whoever asks it. */
class TenantDeskTest {
  private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");
  private static final Tenant TENANT = Tenant.verified("acme");

  @TempDir Path folder;

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final MemoryTable table = new MemoryTable();
  private final MemoryMessageQueue<RetryWork> failures = new MemoryMessageQueue<>(clock);
  private final TenantErasure erasure = new TenantErasure(table, clock);
  private Platform platform;
  private TenantDesk desk;
  private StandingDesk standings;

  @BeforeEach
  void open() {
    platform = new Platform(table, KeyFileWrap.at(folder.resolve("key")), clock);
    TenantDiary diary = new TenantDiary(table, clock);
    RuleBookDesk books = new RuleBookDesk(platform, tenant -> LocalDate.MIN, clock);
    desk = new TenantDesk(platform, books, erasure, diary);
    standings =
        new StandingDesk(
            platform,
            new StandingDesk.Parts(
                erasure, diary, new TableCensus(table), failures, StandingDesk.Delays.OF_FUNCTIONS),
            clock);
  }

  private static TenantSettings settings() {
    return TenantSettings.ofInternalApp(
        TENANT,
        "示例",
        ZoneId.of("Asia/Shanghai"),
        new DingTalkApp(
            TENANT,
            "ding1",
            new DingTalkApp.Internal("app1", Secret.of("secret"), ""),
            URI.create("https://api.dingtalk.com"),
            URI.create("https://oapi.dingtalk.com")),
        new CallbackSettings("key-0123456789abc", Secret.of("t"), Secret.of("a"), Set.of("app1")),
        new LedgerConnection(
            TENANT, "file", Map.of("format", "u8-text"), Map.of(), Duration.ofSeconds(1)));
  }

  private static ObjectNode wish(String mode) {
    ObjectNode wish = by().put("mode", mode);
    wish.set("settings", new TenantSettingsCodec(new ClearBox(Map.of())).toJson(settings()));
    return wish;
  }

  private static ObjectNode by() {
    return JsonNodeFactory.instance.objectNode().put("by", "li.si");
  }

  private static String code(Runnable refused) {
    return assertThrows(Refusal.class, refused::run).reasons().getFirst().code();
  }

  @Test
  void whatNobodyAnswersForOrNobodyCanReadIsRefused() {
    ObjectNode nobody = wish("create");
    nobody.remove("by");
    assertEquals("TENANT-REQUEST-WRONG", code(() -> desk.put("acme", nobody)));
    assertEquals("TENANT-REQUEST-WRONG", code(() -> desk.put("other", wish("create"))));
    assertEquals("TENANT-REQUEST-WRONG", code(() -> desk.put("acme", by().put("mode", "create"))));
    assertEquals(List.of(), platform.tenants().all());
  }

  @Test
  void aLedgerThatCanNotBeConnectedIsRefusedWithEveryReason() {
    ObjectNode wish = wish("create");
    ((ObjectNode) wish.path("settings").path("ledger").path("settings")).put("format", "x");
    assertTrue(code(() -> desk.put("acme", wish)).startsWith("LEDGER-"));
  }

  @Test
  void aCallbackKeyOfAnotherTenantIsRefused() {
    desk.put("acme", wish("create"));
    ObjectNode other = wish("create");
    ((ObjectNode) other.path("settings")).put("tenant", "other");
    assertEquals("PLATFORM-CALLBACK-KEY-TAKEN", code(() -> desk.put("other", other)));
  }

  @Test
  void whatTheCompanyOrAnOperatorSaidMeanwhileStaysWhenSettingsChange() {
    desk.put("acme", wish("create"));
    standings.suspend(TENANT, by());
    desk.put("acme", wish("change"));
    assertFalse(platform.tenants().find(TENANT).orElseThrow().standing().isActive());
  }

  @Test
  void aDeletionThatWasNotEndedIsEndedBeforeTheIdentifierIsUsedAgain() {
    desk.put("acme", wish("create"));
    erasure.erase(TENANT, "li.si", Duration.ZERO);
    platform.tenants().forget(TENANT);
    assertEquals(
        "TENANT-DELETION-UNFINISHED",
        code(() -> desk.put("acme", wish("create").put("again", true))));
  }

  @Test
  void whoStoppedATenantFirstAndWhyStays() {
    desk.put("acme", wish("create"));
    standings.suspend(TENANT, by().put("why", "合同到期"));
    standings.suspend(TENANT, JsonNodeFactory.instance.objectNode().put("by", "wang.wu"));
    assertEquals(
        Optional.of(new Standing.Suspension("li.si", NOW, "合同到期")),
        platform.tenants().find(TENANT).orElseThrow().standing().suspension());
  }

  @Test
  void whatWaitedIsWokenOnceEveryFunctionKnows() {
    desk.put("acme", wish("create"));
    standings.suspend(TENANT, by());
    standings.resume(platform.tenants().find(TENANT).orElseThrow(), by());
    assertEquals(0, failures.drain().size(), "functions still go by what they remember");
    assertEquals(1, failures.size());
  }

  @Test
  void aTenantIsNotDeletedWhileWorkMayStillBeUnderWay() {
    desk.put("acme", wish("create"));
    standings.suspend(TENANT, by());
    assertEquals(
        "TENANT-SUSPENDED-JUST-NOW",
        code(() -> standings.delete(TENANT, by().put("confirm", "acme"))));
  }
}

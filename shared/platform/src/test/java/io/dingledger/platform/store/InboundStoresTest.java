package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.InboundSettings;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.secret.EnvelopeSecretBox;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept for documents of other systems. */
class InboundStoresTest {
  private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");

  private final Table table = new MemoryTable();

  @Nested
  class The_key_for_other_systems {
    @TempDir Path folder;
    private TenantRegistry registry;

    @BeforeEach
    void make() {
      registry =
          new TableTenantRegistry(
              table,
              new EnvelopeSecretBox(KeyFileWrap.at(folder.resolve("key"))),
              new HandClock(NOW),
              Duration.ZERO);
    }

    private static TenantSettings settings(String tenant, String inboundKey) {
      return Samples.settings(tenant, "callback-" + tenant)
          .withInbound(Optional.of(inbound(inboundKey)));
    }

    private static InboundSettings inbound(String key) {
      HoseSettings hose =
          new HoseSettings(
              URI.create("https://hose.example.test"),
              "corp",
              "app-key",
              Secret.of("app-security-in-clear"),
              Secret.of("sign-key-in-clear"),
              HoseSettings.PAID,
              HoseSettings.Category.CODE,
              "expense",
              true);
      return new InboundSettings(
          key, List.of(Secret.of("new-in-clear"), Secret.of("old-in-clear")), Optional.of(hose));
    }

    @Test
    void leads_to_its_tenant_with_all_secrets() {
      registry.put(settings("acme", "inbound-1"));
      InboundSettings found =
          registry.byInboundKey("inbound-1").flatMap(TenantSettings::inbound).orElseThrow();
      assertEquals(inbound("inbound-1").secrets(), found.secrets());
      assertEquals(inbound("inbound-1").hose(), found.hose());
      assertTrue(registry.byInboundKey("callback-acme").isEmpty(), "callbacks have their own");
      assertTrue(registry.byCallbackKey("inbound-1").isEmpty());
    }

    @Test
    void stops_working_when_another_takes_its_place() {
      registry.put(settings("acme", "inbound-1"));
      registry.put(settings("acme", "inbound-2"));
      assertTrue(registry.byInboundKey("inbound-1").isEmpty());
      assertTrue(registry.byInboundKey("inbound-2").isPresent());
      registry.put(Samples.settings("acme", "callback-acme"));
      assertTrue(registry.byInboundKey("inbound-2").isEmpty());
    }

    @Test
    void is_no_other_tenants() {
      registry.put(settings("acme", "inbound-1"));
      assertThrows(StoreRefused.class, () -> registry.put(settings("bolt", "inbound-1")));
      assertEquals("acme", registry.byInboundKey("inbound-1").orElseThrow().tenant().id());
    }

    @Test
    void and_its_secrets_are_not_stored_in_clear() {
      registry.put(settings("acme", "inbound-1-unguessable"));
      String stored = StoredText.of(table.get(Keys.settings(Samples.tenant("acme"))).orElseThrow());
      assertFalse(stored.contains("in-clear"));
      assertFalse(stored.contains("unguessable"));
    }
  }

  @Nested
  class What_is_to_be_told {
    private final Tenant acme = Samples.tenant("acme");
    private final DocumentId document = new DocumentId("in:hose:ID-1");
    private final WriteBacks writeBacks = new TableWriteBacks(table);

    @Test
    void is_expected_once_and_for_its_own_tenant() {
      writeBacks.expect(acme, document, NOW);
      writeBacks.tried(acme, writeBacks.find(acme, document).orElseThrow(), NOW.plusSeconds(60));
      writeBacks.expect(acme, document, NOW.plusSeconds(999));
      assertEquals(
          List.of(new WriteBacks.Expected(document, NOW, 1, NOW.plusSeconds(60))),
          writeBacks.all(acme));
      assertTrue(writeBacks.all(Samples.tenant("bolt")).isEmpty());
    }

    @Test
    void is_forgotten_when_it_is_over_and_stays_so() {
      writeBacks.expect(acme, document, NOW);
      WriteBacks.Expected expected = writeBacks.find(acme, document).orElseThrow();
      writeBacks.over(acme, document);
      writeBacks.tried(acme, expected, NOW);
      assertTrue(writeBacks.find(acme, document).isEmpty());
    }
  }
}

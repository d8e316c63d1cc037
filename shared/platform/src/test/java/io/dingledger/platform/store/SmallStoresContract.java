package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.secret.EnvelopeSecretBox;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.secret.SecretBox;
import io.dingledger.platform.secret.SecretRefused;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What registry, rule book store and quarantine do over every table. */
abstract class SmallStoresContract {
  private static final Duration REMEMBERED = Duration.ofSeconds(30);
  private static final Tenant ACME = Samples.tenant("acme");

  @TempDir Path folder;
  Table table;
  private final HandClock clock = new HandClock(Instant.parse("2026-03-01T00:00:00Z"));

  abstract Table empty();

  @BeforeEach
  void start() {
    table = empty();
  }

  @Nested
  class The_tenant_registry {
    private SecretBox box;
    private TenantRegistry registry;

    @BeforeEach
    void make() {
      box = new EnvelopeSecretBox(KeyFileWrap.at(folder.resolve("key")));
      registry = another();
    }

    @Test
    void gives_back_what_was_put_with_every_secret() {
      TenantSettings settings = Samples.settings("acme", "key-1");
      registry.put(settings);
      assertEquals(Optional.of(settings), another().find(ACME));
      assertEquals(Optional.of(settings), another().byCallbackKey("key-1"));
      assertEquals(Optional.of(settings), registry.byCallbackKey("key-1"));
      assertEquals(
          new DingTalkApp.Internal("dingclient", Secret.of("client-secret-in-clear"), "41001"),
          registry.find(ACME).orElseThrow().app().access());
    }

    @Test
    void stores_no_credential_and_no_callback_key_in_clear() {
      registry.put(Samples.settings("acme", "key-1-unguessable"));
      List<Item> stored =
          List.of(
              table.get(Keys.settings(ACME)).orElseThrow(),
              table.get(Keys.callback("key-1-unguessable")).orElseThrow());
      for (Item item : stored) {
        String visible = item + (item.text("tenant").isEmpty() ? StoredText.of(item) : "");
        for (String clear : Set.of("in-clear", "key-1-unguessable")) {
          assertFalse(visible.contains(clear), visible);
        }
      }
    }

    @Test
    void knows_nobody_by_an_unknown_key() {
      registry.put(Samples.settings("acme", "key-1"));
      assertEquals(Optional.empty(), registry.byCallbackKey("key-2"));
      assertEquals(Optional.empty(), registry.byCallbackKey(""));
      assertEquals(Optional.empty(), registry.find(Samples.tenant("ACME")));
    }

    @Test
    void lets_an_earlier_callback_key_go() {
      registry.put(Samples.settings("acme", "key-1"));
      registry.byCallbackKey("key-1");
      registry.put(Samples.settings("acme", "key-2"));
      assertEquals(Optional.empty(), registry.byCallbackKey("key-1"));
      assertTrue(registry.byCallbackKey("key-2").isPresent());
      registry.put(Samples.settings("other", "key-1"));
      assertEquals(Samples.tenant("other"), registry.byCallbackKey("key-1").orElseThrow().tenant());
    }

    @Test
    void refuses_names_that_permissions_can_not_be_bound_to() {
      String longest = "中".repeat(51);
      registry.put(Samples.settings(longest, "key-1"));
      assertTrue(registry.byCallbackKey("key-1").isPresent());
      for (String name : List.of("中".repeat(52), "suite 1")) {
        TenantSettings unusable = Samples.settings(name, "key-2");
        StoreRefused refused = assertThrows(StoreRefused.class, () -> registry.put(unusable));
        assertEquals("PLATFORM-TENANT-NAME-UNUSABLE", refused.reason().code());
        assertThrows(StoreRefused.class, () -> registry.announce(unusable));
        assertFalse(registry.all().contains(unusable.tenant()));
      }
    }

    @Test
    void refuses_a_callback_key_of_another_tenant_and_changes_nothing() {
      registry.put(Samples.settings("acme", "key-1"));
      registry.put(Samples.settings("other", "key-2"));
      StoreRefused refused =
          assertThrows(StoreRefused.class, () -> registry.put(Samples.settings("other", "key-1")));
      assertEquals("PLATFORM-CALLBACK-KEY-TAKEN", refused.reason().code());
      assertFalse(refused.getMessage().contains("acme"), "one tenant does not learn of another");
      assertEquals(ACME, another().byCallbackKey("key-1").orElseThrow().tenant());
      assertTrue(another().byCallbackKey("key-2").isPresent());
    }

    @Test
    void sees_a_change_made_elsewhere_after_a_short_while() {
      registry.put(Samples.settings("acme", "key-1"));
      assertTrue(registry.byCallbackKey("key-1").isPresent());
      another().put(Samples.settings("acme", "key-2"));
      assertTrue(registry.byCallbackKey("key-1").isPresent(), "still remembered");
      assertTrue(registry.byCallbackKey("key-2").isPresent(), "a new key works at once");
      clock.advance(REMEMBERED);
      assertEquals(Optional.empty(), registry.byCallbackKey("key-1"));
    }

    @Test
    void lists_all_tenants_exactly() {
      Set<String> ids = Set.of("acme", "ACME", "a#b", "甲");
      ids.forEach(id -> registry.put(Samples.settings(id, "key of " + id)));
      registry.put(Samples.settings("acme", "another"));
      List<Tenant> all = registry.all();
      assertEquals(4, all.size());
      assertEquals(Set.copyOf(all), Set.copyOf(ids.stream().map(Tenant::verified).toList()));
    }

    @Test
    void does_not_open_settings_that_were_moved_to_another_tenant() {
      registry.put(Samples.settings("acme", "key-1"));
      Item stolen = table.get(Keys.settings(ACME)).orElseThrow();
      Tenant thief = Samples.tenant("thief");
      table.write(
          List.of(
              new Write.Put(new Item(Keys.settings(thief), stolen.attributes()), Condition.NONE)));
      assertThrows(StoreRefused.class, () -> registry.find(thief));
      String renamed = StoredText.of(stolen).replace("\"acme\"", "\"thief\"");
      table.write(
          List.of(
              new Write.Put(
                  StoredText.into(Item.at(Keys.settings(thief)), renamed), Condition.NONE)));
      assertThrows(SecretRefused.class, () -> registry.find(thief));
    }

    @Test
    void refuses_connections_of_another_tenant() {
      TenantSettings mine = Samples.settings("acme", "key-1");
      TenantSettings theirs = Samples.settings("other", "key-2");
      assertThrows(
          IllegalArgumentException.class,
          () ->
              registry.put(
                  TenantSettings.ofInternalApp(
                      mine.tenant(),
                      "x",
                      mine.zone(),
                      mine.app(),
                      mine.callback().orElseThrow(),
                      theirs.ledger().orElseThrow())));
    }

    private TenantRegistry another() {
      return new TableTenantRegistry(table, box, clock, REMEMBERED);
    }
  }

  @Nested
  class The_rule_book_store {
    private final String text = "scope: [expenseClaim] # 报销\n";

    @Test
    void names_a_text_by_its_content() {
      RuleBookStore books = new TableRuleBookStore(table);
      String version = books.put(ACME, "hello");
      assertEquals("v-2cf24dba5fb0", version, "sha256sum of hello");
      assertEquals(version, books.put(ACME, "hello"));
      assertEquals(Optional.of("hello"), books.text(ACME, version));
    }

    @Test
    void keeps_every_version_and_each_tenants_own() {
      RuleBookStore books = new TableRuleBookStore(table);
      String first = books.put(ACME, text);
      String second = books.put(ACME, text + "x".repeat(900_000));
      assertEquals(Optional.of(text), books.text(ACME, first));
      assertEquals(900_000, books.text(ACME, second).orElseThrow().length() - text.length());
      assertEquals(Optional.empty(), books.text(Samples.tenant("other"), first));
      assertEquals(Optional.empty(), books.text(ACME, "v-000000000000"));
    }

    @Test
    void never_replaces_a_text_by_another_of_the_same_version() {
      RuleBookStore books = new TableRuleBookStore(table);
      String version = "v-" + Digests.sha256OfText(text).substring(0, 12);
      Item twin = StoredText.into(Item.at(Keys.ruleBook(ACME, version)), "another text");
      table.write(List.of(new Write.Put(twin, Condition.NONE)));
      StoreRefused refused = assertThrows(StoreRefused.class, () -> books.put(ACME, text));
      assertEquals("PLATFORM-VERSION-TAKEN", refused.reason().code());
      assertEquals(Optional.of("another text"), books.text(ACME, version));
    }
  }

  @Nested
  class The_quarantine {
    @Test
    void keeps_each_message_once_with_its_body() {
      Quarantine quarantine = new TableQuarantine(table);
      assertEquals(0, quarantine.count());
      quarantine.keep("events", "m-1", "{broken", "not JSON", Samples.NOW);
      quarantine.keep("events", "m-1", "{other", "again", Samples.NOW);
      quarantine.keep("vouchers", "m-1", "x".repeat(1_000_000), "why ".repeat(500), Samples.NOW);
      quarantine.keep("eventsm", "-1", "", "", Samples.NOW);
      assertEquals(3, quarantine.count());
      assertEquals(
          Optional.of("{broken"), StoredText.read(table, Keys.quarantinedBody("events", "m-1")));
      Item line = table.get(Keys.quarantined("vouchers", "m-1")).orElseThrow();
      assertTrue(line.size() < 1024, "counting reads lines only");
    }
  }

  @Test
  void a_damaged_text_is_refused() {
    Key key = new Key("p", "s");
    byte[] noGzip = "not gzip".getBytes(StandardCharsets.UTF_8);
    for (Item item :
        List.of(
            Item.at(key),
            Item.at(key).with("gzip", noGzip),
            Item.at(key).with("gzip", noGzip).with("parts", 2))) {
      table.write(List.of(new Write.Put(item, Condition.NONE)));
      assertThrows(StoreRefused.class, () -> StoredText.read(table, key));
    }
  }
}

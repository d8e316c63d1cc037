package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.tenant.InboundSettings;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.secret.EnvelopeSecretBox;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the deletion of a tenant promises, over any table. */
abstract class TenantErasureContract {
  private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Tenant GOING = Tenant.verified("a");
  private static final List<Tenant> TWINS =
      List.of("A", "a#b", "a%0023b", "aa", "a#").stream().map(Tenant::verified).toList();

  @TempDir Path folder;

  private final HandClock clock = new HandClock(NOW);
  private final WholeTable table = table();
  private TenantRegistry registry;

  abstract WholeTable table();

  @BeforeEach
  void everyTenantHasEverything() {
    registry =
        new TableTenantRegistry(
            table,
            new EnvelopeSecretBox(KeyFileWrap.at(folder.resolve("key"))),
            clock,
            Duration.ZERO);
    fill(GOING);
    TWINS.forEach(this::fill);
  }

  /** Settings with their ways in, and something at every kind of place. */
  private void fill(Tenant tenant) {
    registry.put(
        Samples.settings(tenant.id(), key(tenant))
            .withInbound(
                Optional.of(
                    new InboundSettings(
                        key(tenant), List.of(Secret.of("whsec_in_clear")), Optional.empty()))));
    EveryKindOfKey.of(tenant).values().stream()
        .filter(place -> !place.equals(Keys.settings(tenant)))
        .forEach(
            place ->
                table.write(
                    List.of(
                        new Write.Put(
                            Item.at(place).with("of", Keys.escaped(tenant.id())),
                            Condition.NONE))));
  }

  private static String key(Tenant tenant) {
    return "key-of-" + TWINS.indexOf(tenant);
  }

  private TenantErasure erasure() {
    return new TenantErasure(table, clock);
  }

  private Map<Key, Item> everything(Tenant tenant) {
    Map<Key, Item> found = new TreeMap<>();
    EveryKindOfKey.of(tenant)
        .values()
        .forEach(place -> table.get(place).ifPresent(item -> found.put(place, item)));
    List.of(Keys.listedTenant(tenant), Keys.callback(key(tenant)), Keys.inbound(key(tenant)))
        .forEach(place -> table.get(place).ifPresent(item -> found.put(place, item)));
    return found;
  }

  @Test
  void every_kind_of_place_of_a_tenant_is_below_its_own_partition_and_has_a_name() {
    for (Map.Entry<String, Key> each : EveryKindOfKey.of(GOING).entrySet()) {
      String partition = each.getValue().partition();
      assertTrue(
          partition.equals("T#a") || partition.startsWith("T#a#"),
          each.getKey() + " would be left behind");
      assertNotEquals("other", KeyKind.of(GOING, each.getValue()), each.getKey());
    }
    assertTrue(EveryKindOfKey.of(GOING).size() > 25, "all kinds were found");
  }

  @Test
  void exactly_one_tenant_is_gone_and_all_of_it() {
    Map<Tenant, Map<Key, Item>> before = new HashMap<>();
    TWINS.forEach(twin -> before.put(twin, everything(twin)));
    assertEquals(
        EveryKindOfKey.of(GOING).values().stream().distinct().count() + 3,
        everything(GOING).size());
    TenantErasure.Portion portion = erasure().erase(GOING, "op", LONG);
    assertTrue(portion.isDone());
    assertEquals(Map.of(), everything(GOING));
    assertEquals(Map.of(), erasure().count(GOING));
    assertFalse(registry.all().contains(GOING));
    assertEquals(Optional.empty(), registry.byCallbackKey(key(GOING)));
    TWINS.forEach(twin -> assertEquals(before.get(twin), everything(twin), twin.toString()));
    assertEquals(Set.copyOf(TWINS), Set.copyOf(registry.all()));
  }

  @Test
  void killed_at_any_write_it_is_ended_by_another_call() {
    boolean stumbled = true;
    for (int write = 1; stumbled; write++) {
      for (boolean afterwards : new boolean[] {false, true}) {
        fill(GOING);
        StumblingTable dying = new StumblingTable(table, write, afterwards);
        stumbled = isKilled(new TenantErasure(dying, clock));
        assertEquals(dying.hasStumbled(), stumbled);
        assertTrue(erasure().erase(GOING, "op", LONG).isDone());
        assertEquals(Map.of(), everything(GOING), "after write " + write);
        assertTrue(erasure().tombstone(GOING).orElseThrow().endedAt().isPresent());
        erasure().forgive(GOING);
      }
    }
    TWINS.forEach(twin -> assertFalse(everything(twin).isEmpty()));
  }

  private static boolean isKilled(TenantErasure erasure) {
    try {
      erasure.erase(GOING, "op", LONG);
      return false;
    } catch (StoreUnreachable died) {
      return true;
    }
  }

  @Test
  void it_stops_after_a_while_and_goes_on_where_it_was() {
    TenantErasure erasure = erasure();
    int calls = 0;
    while (!erasure.erase(GOING, "op", Duration.ZERO).isDone()) {
      calls++;
    }
    assertTrue(calls >= 1);
    assertEquals(Map.of(), everything(GOING));
  }

  @Test
  void what_there_is_is_counted_by_kind_and_nothing_is_changed() {
    Map<String, Long> counts = erasure().count(GOING);
    assertEquals(1, counts.get("settings"));
    assertEquals(1, counts.get("vouchers"));
    // The registry itself notes for the patrol since when there is this tenant.
    assertEquals(
        EveryKindOfKey.of(GOING).values().stream().distinct().count() + 1,
        counts.values().stream().mapToLong(Long::longValue).sum());
    assertEquals(Optional.empty(), erasure().tombstone(GOING));
  }

  @Test
  void who_did_it_and_when_outlives_the_tenant_until_it_is_forgiven() {
    erasure().erase(GOING, "op", LONG);
    TenantErasure.Tombstone stone = erasure().tombstone(GOING).orElseThrow();
    assertEquals(new TenantErasure.Tombstone("op", NOW, Optional.of(NOW)), stone);
    erasure().forgive(GOING);
    assertEquals(Optional.empty(), erasure().tombstone(GOING));
  }

  @Test
  void a_late_item_is_found_when_it_is_called_again() {
    erasure().erase(GOING, "op", LONG);
    Key late = EveryKindOfKey.of(GOING).values().iterator().next();
    table.write(List.of(new Write.Put(Item.at(late), Condition.NONE)));
    assertTrue(erasure().erase(GOING, "op", LONG).isDone());
    assertEquals(Map.of(), everything(GOING));
  }

  @Test
  void a_company_that_authorises_the_app_again_comes_back_stopped() {
    Suite suite = Samples.suite("25300001", "suite-key");
    TenantSettings said = Samples.thirdParty(suite, "ding1", NOW);
    registry.announce(said);
    assertTrue(registry.find(said.tenant()).orElseThrow().standing().isActive());
    erasure().erase(said.tenant(), "op", LONG);
    registry.announce(said);
    Standing standing = registry.find(said.tenant()).orElseThrow().standing();
    assertTrue(standing.isAuthorised());
    assertFalse(standing.isActive());
    assertEquals("dingledger", standing.suspension().orElseThrow().by());
  }

  @Test
  void an_unreachable_table_is_told() {
    TenantErasure erasure = new TenantErasure(new StumblingTable(table, 1, false), clock);
    assertThrows(StoreUnreachable.class, () -> erasure.erase(GOING, "op", LONG));
  }
}

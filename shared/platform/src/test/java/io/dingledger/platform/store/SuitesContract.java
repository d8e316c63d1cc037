package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.secret.EnvelopeSecretBox;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.secret.SecretBox;
import io.dingledger.platform.secret.SecretRefused;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
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

/** What is kept of third-party apps and of the companies that authorise them, over every table. */
abstract class SuitesContract {
  private static final Duration REMEMBERED = Duration.ofSeconds(60);
  private static final Instant NOW = Samples.NOW;
  private static final Suite SUITE = Samples.suite("25300001", "suite-key");

  @TempDir Path folder;
  Table table;
  private final HandClock clock = new HandClock(NOW);
  private SecretBox box;
  private SuiteStore suites;
  private TenantRegistry tenants;

  abstract Table empty();

  @BeforeEach
  void start() {
    table = empty();
    box = new EnvelopeSecretBox(KeyFileWrap.at(folder.resolve("key")));
    suites = another();
    tenants = new TableTenantRegistry(table, box, clock, REMEMBERED);
  }

  @Nested
  class A_suite {
    @Test
    void is_found_by_its_id_and_by_its_callback_key() {
      suites.put(SUITE);
      for (SuiteStore store : List.of(suites, another())) {
        assertEquals(Optional.of(SUITE), store.find("25300001"));
        assertEquals(Optional.of(SUITE), store.byCallbackKey("suite-key"));
        assertEquals(Optional.of(SUITE), store.byCallbackKey("suite-key"), "once more");
        assertEquals(Optional.empty(), store.find("25300002"));
        assertEquals(Optional.empty(), store.byCallbackKey("other"));
      }
      assertEquals("suite-secret-in-clear", SUITE.suiteSecret().reveal());
    }

    @Test
    void is_stored_without_any_credential_in_clear() {
      suites.put(SUITE);
      suites.keepTicket("25300001", Secret.of("ticket-in-clear"), NOW);
      Item suite = table.get(Keys.suite("25300001")).orElseThrow();
      String visible =
          suite.attributes()
              + StoredText.of(suite)
              + table.get(Keys.ticket("25300001")).orElseThrow()
              + table.get(Keys.callback("suite-key")).orElseThrow();
      assertFalse(visible.contains("in-clear"), visible);
      assertFalse(visible.contains("suite-key"), visible);
    }

    @Test
    void lets_an_earlier_callback_key_go_and_keeps_its_ticket() {
      suites.put(SUITE);
      suites.keepTicket("25300001", Secret.of("ticket"), NOW);
      suites.byCallbackKey("suite-key");
      suites.put(Samples.suite("25300001", "next-key"));
      assertEquals(Optional.empty(), suites.byCallbackKey("suite-key"));
      assertTrue(suites.byCallbackKey("next-key").isPresent());
      assertEquals(Optional.of(Secret.of("ticket")), suites.ticket("25300001"));
    }

    @Test
    void does_not_open_in_the_place_of_another() {
      suites.put(SUITE);
      Item stolen = table.get(Keys.suite("25300001")).orElseThrow();
      Item moved = new Item(Keys.suite("9"), stolen.attributes());
      table.write(List.of(new Write.Put(moved, Condition.NONE)));
      assertThrows(StoreRefused.class, () -> suites.find("9"));
      String renamed = StoredText.of(stolen).replace("\"25300001\"", "\"9\"");
      Item copied = StoredText.into(Item.at(Keys.suite("9")), renamed);
      table.write(List.of(new Write.Put(copied, Condition.NONE)));
      assertThrows(SecretRefused.class, () -> suites.find("9"));
    }
  }

  @Nested
  class A_callback_key {
    @Test
    void of_a_tenant_is_refused_to_a_suite_and_changes_nothing() {
      tenants.put(Samples.settings("acme", "key-1"));
      StoreRefused refused =
          assertThrows(StoreRefused.class, () -> suites.put(Samples.suite("25300001", "key-1")));
      assertEquals("PLATFORM-CALLBACK-KEY-TAKEN", refused.reason().code());
      assertEquals(Optional.empty(), suites.find("25300001"));
      assertEquals(Optional.empty(), suites.byCallbackKey("key-1"));
      assertTrue(tenants.byCallbackKey("key-1").isPresent());
    }

    @Test
    void of_a_suite_is_refused_to_a_tenant_and_to_another_suite() {
      suites.put(SUITE);
      assertThrows(StoreRefused.class, () -> tenants.put(Samples.settings("acme", "suite-key")));
      assertThrows(StoreRefused.class, () -> suites.put(Samples.suite("2", "suite-key")));
      assertEquals(Optional.empty(), tenants.byCallbackKey("suite-key"));
      assertEquals(Optional.empty(), tenants.find(Samples.tenant("acme")));
      assertEquals(Optional.of(SUITE), another().byCallbackKey("suite-key"));
    }
  }

  @Nested
  class A_ticket {
    @Test
    void is_the_newest_one_whatever_the_order() {
      assertEquals(Optional.empty(), suites.ticket("25300001"));
      suites.keepTicket("25300001", Secret.of("second"), NOW.plusSeconds(5));
      suites.keepTicket("25300001", Secret.of("first"), NOW);
      suites.keepTicket("25300001", Secret.of("same moment"), NOW.plusSeconds(5));
      assertEquals(Optional.of(Secret.of("second")), suites.ticket("25300001"));
      suites.keepTicket("25300001", Secret.of("third"), NOW.plusSeconds(6));
      assertEquals(Optional.of(Secret.of("third")), suites.ticket("25300001"));
    }

    @Test
    void is_seen_at_once_by_everybody_and_by_its_suite_only() {
      SuiteStore elsewhere = another();
      elsewhere.ticket("25300001");
      suites.keepTicket("25300001", Secret.of("ticket"), NOW);
      assertEquals(Optional.of(Secret.of("ticket")), elsewhere.ticket("25300001"));
      assertEquals(Optional.empty(), suites.ticket("2530000"));
    }
  }

  @Nested
  class A_company {
    private final TenantSettings authorised = Samples.thirdParty(SUITE, "dingcorp", NOW);
    private final Tenant tenant = authorised.tenant();

    @Test
    void becomes_a_tenant_when_it_authorises_an_app() {
      tenants.announce(authorised);
      assertEquals(Optional.of(authorised), tenants.find(tenant));
      assertEquals(List.of(tenant), tenants.all());
      assertEquals("dingcorp@25300001", tenant.id());
    }

    @Test
    void stands_as_was_said_last_whatever_the_order() {
      tenants.announce(standing(false, 10));
      tenants.announce(standing(true, 5));
      assertEquals(standing(false, 10).standing(), stored());
      tenants.announce(standing(false, 10));
      tenants.announce(standing(true, 11));
      assertEquals(standing(true, 11).standing(), stored());
    }

    @Test
    void keeps_its_set_up_when_it_comes_back() {
      tenants.announce(authorised);
      TenantSettings own = counting(tenants.find(tenant).orElseThrow(), 7);
      tenants.put(own);
      tenants.announce(standing(false, 1));
      tenants.announce(standing(true, 2));
      TenantSettings back = tenants.find(tenant).orElseThrow();
      assertEquals(7, back.monthlyCalls());
      assertEquals(standing(true, 2).standing(), back.standing());
    }

    @Test
    void that_the_operator_stopped_stays_so_whatever_it_says() {
      tenants.announce(authorised);
      Standing.Suspension stop = new Standing.Suspension("op", NOW, "合同到期");
      tenants.put(authorised.withStanding(authorised.standing().suspended(stop)));
      tenants.announce(standing(false, 1));
      tenants.announce(standing(true, 2));
      assertEquals(Optional.of(stop), stored().suspension());
      assertFalse(stored().isActive());
      tenants.put(authorised.withStanding(stored().resumed()));
      assertEquals(standing(true, 2).standing(), stored());
    }

    @Test
    void with_a_callback_of_its_own_keeps_it_when_its_standing_changes() {
      TenantSettings own = Samples.settings("acme", "key-1");
      tenants.put(own);
      tenants.announce(own.withStanding(new Standing(false, NOW)));
      assertFalse(tenants.byCallbackKey("key-1").orElseThrow().standing().isActive());
      assertEquals(own.ledger(), tenants.find(own.tenant()).orElseThrow().ledger());
    }

    @Test
    void is_listed_with_the_others_once() {
      tenants.announce(authorised);
      tenants.put(Samples.settings("acme", "key-1"));
      tenants.put(counting(authorised, 7));
      assertEquals(Set.of(tenant, Samples.tenant("acme")), Set.copyOf(tenants.all()));
      assertEquals(2, tenants.all().size());
    }

    @Test
    void may_give_up_a_callback_of_its_own() {
      TenantSettings own = Samples.settings(tenant.id(), "key-1");
      tenants.put(own);
      tenants.put(authorised);
      assertEquals(Optional.empty(), tenants.byCallbackKey("key-1"));
      tenants.put(Samples.settings("acme", "key-1"));
      assertEquals(Optional.of(authorised), tenants.find(tenant));
    }

    private static TenantSettings counting(TenantSettings like, int monthlyCalls) {
      return new TenantSettings(
          like.tenant(),
          like.name(),
          like.zone(),
          like.app(),
          like.callback(),
          like.ledger(),
          monthlyCalls,
          like.standing());
    }

    private TenantSettings standing(boolean active, int second) {
      return authorised.withStanding(new Standing(active, NOW.plusSeconds(second)));
    }

    private Standing stored() {
      return tenants.find(tenant).orElseThrow().standing();
    }
  }

  private SuiteStore another() {
    return new TableSuiteStore(table, box, clock, REMEMBERED);
  }
}

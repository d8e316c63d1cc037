package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.access.CallBudget;
import io.dingledger.model.access.CallBudget.Permit;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.secret.EnvelopeSecretBox;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the budget of calls does over every table. */
abstract class CallBudgetContract {
  private static final Instant NOW = Instant.parse("2026-03-15T08:00:00.250Z");
  private static final Permit GRANTED = new Permit.Granted();
  private static final Tenant ACME = Samples.tenant("acme");

  @TempDir Path folder;
  Table table;
  private final HandClock clock = new HandClock(NOW);
  private DocumentStore documents;
  private TenantRegistry tenants;
  private CallBudget budget;

  abstract Table empty();

  @BeforeEach
  void start() {
    table = empty();
    documents = new TableDocumentStore(table);
    tenants =
        new TableTenantRegistry(
            table,
            new EnvelopeSecretBox(KeyFileWrap.at(folder.resolve("key"))),
            clock,
            Duration.ofSeconds(60));
    budget = new TableCallBudget(table, new TableNotices(documents, clock), tenants);
  }

  @Test
  void the_count_of_a_month_may_be_forgotten_a_year_after_it_and_not_before() {
    taken(1, NOW);
    long end = table.get(Keys.calls(ACME, YearMonth.of(2026, 3))).orElseThrow().whole("goneAfter");
    assertEquals(Instant.parse("2027-05-05T16:10:00Z"), Instant.ofEpochSecond(end));
  }

  @Nested
  class In_a_second {
    @Test
    void twenty_calls_may_be_made_and_the_next_one_waits_for_its_end() {
      assertEquals(Collections.nCopies(20, GRANTED), taken(20, NOW));
      assertEquals(new Permit.TooFast(Duration.ofMillis(750)), budget.take(ACME, NOW));
      assertEquals(GRANTED, budget.take(ACME, NOW.plusMillis(750)));
      assertEquals(GRANTED, budget.take(Samples.tenant("other"), NOW), "each tenant has its own");
    }

    @Test
    void no_more_are_granted_whoever_asks_at_the_same_time() throws Exception {
      List<Permit> permits = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
        Callable<List<Permit>> caller = () -> taken(8, NOW);
        for (Future<List<Permit>> each : threads.invokeAll(Collections.nCopies(4, caller))) {
          permits.addAll(each.get());
        }
      }
      long granted = permits.stream().filter(GRANTED::equals).count();
      assertTrue(granted <= 20, granted + " granted");
      assertEquals(granted, used("2026-03"), "what was granted was counted, and nothing else");
      assertTrue(granted >= 10, "crowds are served: " + granted);
    }

    @Test
    void the_clocks_of_callers_may_differ_a_little() {
      taken(20, NOW.plusSeconds(2));
      assertEquals(new Permit.TooFast(Duration.ofMillis(2750)), budget.take(ACME, NOW));
    }

    @Test
    void a_broken_clock_does_not_stop_the_others() {
      taken(20, NOW.plusSeconds(3600));
      assertEquals(GRANTED, budget.take(ACME, NOW));
    }
  }

  @Nested
  class In_a_month {
    @Test
    void the_calls_that_are_allowed_may_be_made_and_no_more_until_the_next_one() {
      allow(30);
      assertEquals(30, granted(45));
      Instant april = Instant.parse("2026-03-31T16:10:00Z");
      assertEquals(new Permit.Exhausted(april), budget.take(ACME, NOW));
      assertEquals(30, used("2026-03"));
      assertEquals(GRANTED, budget.take(ACME, april));
    }

    @Test
    void months_are_those_of_dingtalk() {
      budget.take(ACME, Instant.parse("2026-02-28T15:59:59.999Z"));
      budget.take(ACME, Instant.parse("2026-02-28T16:00:00Z"));
      budget.take(ACME, Instant.parse("2026-03-31T15:59:59Z"));
      assertEquals(1, used("2026-02"));
      assertEquals(2, used("2026-03"));
      allow(1);
      assertEquals(
          new Permit.Exhausted(Instant.parse("2026-12-31T16:10:00Z")),
          last(2, Instant.parse("2026-12-10T00:00:00Z")));
    }

    @Test
    void a_tenant_that_nobody_knows_has_the_least() {
      Item nearly = new CallCount(4999, 0, 0, CallCount.Level.SCARCE, 5000).into(march());
      table.write(List.of(new Write.Put(nearly.with(Item.VERSION, 1), Condition.NONE)));
      assertEquals(GRANTED, budget.take(ACME, NOW));
      assertTrue(budget.take(ACME, NOW) instanceof Permit.Exhausted);
    }

    @Test
    void no_call_is_granted_that_can_not_be_counted() {
      allow(1);
      Notices broken =
          new Notices() {
            @Override
            public void raise(Tenant tenant, String id, io.dingledger.model.failure.Reason why) {
              throw new StoreUnreachable(null, "down");
            }

            @Override
            public void settle(Tenant tenant, String id) {}
          };
      CallBudget untold = new TableCallBudget(table, broken, tenants);
      assertThrows(StoreUnreachable.class, () -> untold.take(ACME, NOW));
      assertEquals(Optional.empty(), table.get(march().key()));
    }

    @Test
    void a_count_that_nobody_can_read_is_refused() {
      table.write(List.of(new Write.Put(march().with("told", "LITTLE"), Condition.NONE)));
      assertThrows(StoreRefused.class, () -> budget.take(ACME, NOW));
    }
  }

  @Nested
  class A_person {
    @Test
    void is_told_once_when_four_fifths_are_used() {
      allow(10);
      granted(7);
      assertEquals(Optional.empty(), notice("2026-03"));
      granted(1);
      DocumentRecord told = notice("2026-03").orElseThrow();
      assertEquals("PLATFORM-QUOTA-NEARLY-USED", told.reasons().getFirst().code());
      assertTrue(told.reasons().getFirst().english().contains("8 of 10"));
      assertTrue(told.title().contains("已用 8 次，额度 10 次"), told.title());
      granted(1);
      assertEquals(Optional.of(told), notice("2026-03"));
    }

    @Test
    void is_told_in_the_same_place_when_all_are_used() {
      allow(10);
      granted(10);
      DocumentRecord told = notice("2026-03").orElseThrow();
      assertEquals(DocumentState.HELD, told.state());
      assertEquals("PLATFORM-QUOTA-USED-UP", told.reasons().getFirst().code());
      granted(5);
      assertEquals(Optional.of(told), notice("2026-03"));
    }

    @Test
    void is_told_when_fewer_are_allowed_than_are_used_already() {
      allow(10);
      granted(3);
      allow(2);
      assertTrue(budget.take(ACME, NOW) instanceof Permit.Exhausted);
      assertEquals(
          "PLATFORM-QUOTA-USED-UP", notice("2026-03").orElseThrow().reasons().getFirst().code());
      assertEquals(3, used("2026-03"));
    }

    @Test
    void is_no_longer_asked_to_act_when_more_are_allowed() {
      allow(10);
      granted(10);
      allow(20);
      granted(1);
      assertEquals(DocumentState.IGNORED, notice("2026-03").orElseThrow().state());
      granted(5);
      assertEquals(DocumentState.HELD, notice("2026-03").orElseThrow().state());
    }

    @Test
    void is_no_longer_asked_to_act_when_the_next_month_has_begun() {
      allow(10);
      granted(9);
      budget.take(ACME, Instant.parse("2026-04-02T00:00:00Z"));
      assertEquals(DocumentState.IGNORED, notice("2026-03").orElseThrow().state());
      assertEquals(Optional.empty(), notice("2026-04"));
    }
  }

  private void allow(int monthly) {
    TenantSettings like = Samples.settings("acme", "key-1");
    tenants.put(
        new TenantSettings(
            like.tenant(),
            like.name(),
            like.zone(),
            like.app(),
            like.callback(),
            like.ledger(),
            monthly,
            like.standing()));
  }

  /** How many of so many calls, ten a second, are granted. */
  private long granted(int calls) {
    long granted = 0;
    for (int call = 0; call < calls; call++) {
      clock.advance(Duration.ofMillis(100));
      granted += budget.take(ACME, clock.instant()).equals(GRANTED) ? 1 : 0;
    }
    return granted;
  }

  private List<Permit> taken(int calls, Instant now) {
    return IntStream.range(0, calls).mapToObj(call -> budget.take(ACME, now)).toList();
  }

  private Permit last(int calls, Instant now) {
    return taken(calls, now).getLast();
  }

  private static Item march() {
    return Item.at(Keys.calls(ACME, java.time.YearMonth.of(2026, 3)));
  }

  private long used(String month) {
    Key place = Keys.calls(ACME, java.time.YearMonth.parse(month));
    return table.get(place).orElseThrow().whole("used");
  }

  private Optional<DocumentRecord> notice(String month) {
    return documents.find(ACME, DocumentId.ofNotice("quota:" + month));
  }
}

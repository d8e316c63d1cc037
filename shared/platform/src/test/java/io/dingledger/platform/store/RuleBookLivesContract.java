package io.dingledger.platform.store;

import static io.dingledger.platform.support.RuleBooksInForce.APPROVER;
import static io.dingledger.platform.support.RuleBooksInForce.AUTHOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.rulebook.LifeCycle;
import io.dingledger.model.rulebook.LifeCycleReason;
import io.dingledger.model.rulebook.RuleBookVersion;
import io.dingledger.model.rulebook.Shelf;
import io.dingledger.model.rulebook.Step;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.codec.RuleBookVersionCodec;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.RuleBooksInForce;
import io.dingledger.platform.support.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the lives of rule books do over every table. */
abstract class RuleBookLivesContract {
  private static final Tenant ACME = Samples.tenant("acme");
  private static final Tenant OTHER = Samples.tenant("acme#V");
  private static final Instant NOW = Samples.NOW;
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final String FIRST = "v-111111111111";
  private static final String SECOND = "v-222222222222";
  private static final Duration REMEMBERED = Duration.ofSeconds(60);

  private final HandClock clock = new HandClock(NOW);
  Table table;
  private RuleBookLives lives;

  abstract Table empty();

  @BeforeEach
  void start() {
    table = empty();
    lives = another();
  }

  @Test
  void a_version_that_was_never_put_forward_is_unknown() {
    assertEquals(Optional.empty(), lives.find(ACME, FIRST));
    assertEquals(List.of(), lives.all(ACME));
    assertEquals(Shelf.EMPTY, lives.shelf(ACME));
    assertRefused(LifeCycleReason.VERSION_UNKNOWN, take(FIRST, new Step.Withdrawn(AUTHOR, NOW)));
  }

  @Test
  void every_step_is_kept_with_who_and_when() {
    activate(FIRST, JULY, NOW);
    RuleBookVersion stored = another().find(ACME, FIRST).orElseThrow();
    assertInstanceOf(RuleBookVersion.Active.class, stored);
    assertEquals(RuleBooksInForce.steps(FIRST, JULY, NOW), stored.history());
  }

  @Test
  void a_refused_step_changes_nothing() {
    take(FIRST, new Step.Drafted(AUTHOR, NOW));
    assertRefused(
        LifeCycleReason.NOT_SIMULATED,
        take(FIRST, new Step.Approved("a".repeat(64), APPROVER, NOW)));
    assertEquals("DRAFT", lives.find(ACME, FIRST).orElseThrow().state());
  }

  @Test
  void what_is_put_in_force_is_on_the_shelf_at_once() {
    activate(FIRST, JULY, NOW);
    assertEquals(Optional.of(FIRST), lives.shelf(ACME).inForceOn(JULY));
    activate(SECOND, JULY.plusMonths(1), NOW.plusSeconds(1));
    assertEquals(Optional.of(SECOND), lives.shelf(ACME).inForceOn(JULY.plusMonths(1)));
    assertEquals(Optional.of(FIRST), lives.shelf(ACME).inForceOn(JULY.plusDays(30)));
    assertEquals(Optional.empty(), lives.shelf(ACME).inForceOn(JULY.minusDays(1)));
    assertEquals(List.of(FIRST, SECOND), versions(ACME));
  }

  @Test
  void a_date_in_a_closed_period_is_refused() {
    take(FIRST, RuleBooksInForce.steps(FIRST, JULY, NOW).subList(0, 3));
    Step late = new Step.Activated(JULY.minusDays(1), APPROVER, NOW);
    assertRefused(LifeCycleReason.PERIOD_CLOSED, lives.take(ACME, FIRST, late, JULY));
    assertEquals(Shelf.EMPTY, lives.shelf(ACME));
  }

  @Test
  void a_shelf_is_remembered_for_a_while_and_an_empty_one_is_not() {
    RuleBookLives elsewhere = another();
    assertEquals(Shelf.EMPTY, lives.shelf(ACME));
    RuleBooksInForce.steps(FIRST, JULY, NOW)
        .forEach(step -> elsewhere.take(ACME, FIRST, step, JULY));
    assertEquals(Optional.of(FIRST), lives.shelf(ACME).inForceOn(JULY));
    elsewhere.take(ACME, FIRST, new Step.Activated(JULY.plusDays(9), APPROVER, NOW), JULY);
    assertEquals(1, lives.shelf(ACME).activations().size());
    clock.advance(REMEMBERED);
    assertEquals(2, lives.shelf(ACME).activations().size());
  }

  @Test
  void tenants_have_books_of_their_own() {
    activate(FIRST, JULY, NOW);
    assertEquals(Optional.empty(), lives.find(OTHER, FIRST));
    assertEquals(List.of(), versions(OTHER));
    assertEquals(Shelf.EMPTY, lives.shelf(OTHER));
  }

  @Test
  void of_many_who_approve_at_once_one_does() throws Exception {
    take(FIRST, RuleBooksInForce.steps(FIRST, JULY, NOW).subList(0, 2));
    Step approval = RuleBooksInForce.steps(FIRST, JULY, NOW).get(2);
    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      Callable<LifeCycle.Outcome> work = () -> another().take(ACME, FIRST, approval, JULY);
      List<Future<LifeCycle.Outcome>> all =
          workers.invokeAll(IntStream.range(0, 8).mapToObj(number -> work).toList());
      int taken = 0;
      for (Future<LifeCycle.Outcome> each : all) {
        taken += each.get() instanceof LifeCycle.Outcome.Taken ? 1 : 0;
      }
      assertEquals(1, taken);
    }
    assertEquals(3, lives.find(ACME, FIRST).orElseThrow().history().size());
  }

  @Test
  void two_versions_put_in_force_at_once_are_both_on_the_shelf() throws Exception {
    for (String version : List.of(FIRST, SECOND)) {
      take(version, RuleBooksInForce.steps(version, JULY, NOW).subList(0, 3));
    }
    try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
      workers
          .invokeAll(List.of(activation(FIRST, JULY), activation(SECOND, JULY.plusDays(1))))
          .forEach(each -> assertTrue(each.state() == Future.State.SUCCESS));
    }
    assertEquals(2, another().shelf(ACME).activations().size());
  }

  @Test
  void a_stored_life_that_cant_have_happened_is_refused() {
    activate(FIRST, JULY, NOW);
    String legal = new RuleBookVersionCodec().encode(lives.find(ACME, FIRST).orElseThrow());
    for (String illegal :
        List.of(
            legal.replace("approver", " Author "),
            legal.replace("\"state\":\"ACTIVE\"", "\"state\":\"DRAFT\""),
            legal.replace("\"SIMULATED\"", "\"WITHDRAWN\""),
            legal.replace("\"what\":\"overnight\"", "\"what\":\"\""),
            legal.replace(FIRST, SECOND),
            "{}")) {
      Item item = StoredText.into(Item.at(Keys.life(ACME, FIRST)), illegal);
      table.write(List.of(new Write.Put(item, Condition.NONE)));
      StoreRefused refused = assertThrows(StoreRefused.class, () -> lives.find(ACME, FIRST));
      assertEquals("PLATFORM-STORED-UNREADABLE", refused.reason().code(), illegal);
    }
  }

  @Test
  void a_damaged_shelf_is_refused() {
    table.write(
        List.of(new Write.Put(StoredText.into(Item.at(Keys.shelf(ACME)), "{}"), Condition.NONE)));
    assertThrows(StoreRefused.class, () -> lives.shelf(ACME));
  }

  private Callable<LifeCycle.Outcome> activation(String version, LocalDate from) {
    return () -> another().take(ACME, version, new Step.Activated(from, APPROVER, NOW), JULY);
  }

  private RuleBookLives another() {
    return new TableRuleBookLives(table, clock, REMEMBERED);
  }

  private void activate(String version, LocalDate from, Instant at) {
    take(version, RuleBooksInForce.steps(version, from, at));
  }

  private void take(String version, List<Step> steps) {
    steps.forEach(step -> assertInstanceOf(LifeCycle.Outcome.Taken.class, take(version, step)));
  }

  private LifeCycle.Outcome take(String version, Step step) {
    return lives.take(ACME, version, step, LocalDate.MIN);
  }

  private List<String> versions(Tenant tenant) {
    return lives.all(tenant).stream().map(RuleBookVersion::version).toList();
  }

  private static void assertRefused(LifeCycleReason reason, LifeCycle.Outcome outcome) {
    assertEquals(
        reason.code(), assertInstanceOf(LifeCycle.Outcome.Refused.class, outcome).reason().code());
  }
}

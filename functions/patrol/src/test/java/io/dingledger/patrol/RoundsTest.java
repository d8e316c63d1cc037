package io.dingledger.patrol;

import static io.dingledger.patrol.PatrolFixture.TENANT;
import static io.dingledger.patrol.PatrolFixture.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.platform.queue.QueueUnreachable;
import io.dingledger.platform.store.PatrolNotes.Chore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundsTest {
  private static final LocalDate YESTERDAY = LocalDate.of(2026, 3, 9);

  private final PatrolFixture fixture = new PatrolFixture();

  @Nested
  class ATick {
    @Test
    void asksForARoundAtEachTenant() {
      Tenant other = Tenant.verified("other");
      fixture.platform.tenants().put(PatrolFixture.settings(other, PatrolFixture.internal()));
      fixture.patrol.handle(new PatrolWork.Tick());
      assertEquals(
          Set.of(new PatrolWork.Round(TENANT), new PatrolWork.Round(other)),
          fixture.rounds.drain().stream().collect(Collectors.toSet()));
      assertEquals(List.of(), fixture.dingTalk.calls, "the rounds do the work");
    }
  }

  @Nested
  class ARound {
    @Test
    void ofASuspendedOrUnknownTenantAsksNothing() {
      var settings = fixture.platform.tenants().find(TENANT).orElseThrow();
      fixture
          .platform
          .tenants()
          .put(settings.withStanding(new Standing(false, fixture.clock.instant())));
      fixture.round();
      fixture.patrol.handle(new PatrolWork.Round(Tenant.verified("nobody")));
      assertEquals(List.of(), fixture.dingTalk.calls);
    }

    @Test
    void ofATenantThatTheOperatorStoppedAsksNothingAndCatchesUpOnceItGoesOn() {
      var settings = fixture.platform.tenants().find(TENANT).orElseThrow();
      Standing.Suspension stop =
          new Standing.Suspension("op", fixture.clock.instant(), "contract ended");
      fixture.platform.tenants().put(settings.withStanding(settings.standing().suspended(stop)));
      fixture.round();
      assertEquals(List.of(), fixture.dingTalk.calls);
      fixture.platform.tenants().put(settings);
      fixture.round();
      assertEquals(1, fixture.dingTalk.count("failedPushes"));
    }

    @Test
    void thatFindsNothingDueAsksNothing() {
      fixture.round();
      fixture.dingTalk.calls.clear();
      fixture.round();
      assertEquals(List.of(), fixture.dingTalk.calls);
    }

    @Test
    void goesOnWithTheOtherChoresWhenOneFails() {
      fixture.dingTalk.trouble.put("failedPushes", failure(FailureKind.TRANSIENT));
      fixture.mark("u-1", YESTERDAY);
      fixture.round();
      assertEquals(1, fixture.dingTalk.count("attendance"));
      assertEquals(1, fixture.dingTalk.count("people"));
      fixture.dingTalk.trouble.clear();
      fixture.round();
      assertEquals(2, fixture.dingTalk.count("failedPushes"), "what failed is tried again");
    }

    @Test
    void goesOnWithTheOtherChoresWhenOneHasABugAndIsRepeated() {
      fixture.mark("u-1", YESTERDAY);
      PatrolPorts deaf =
          new PatrolPorts(
              fixture.ports.tenants(),
              fixture.ports.ruleBooks(),
              fixture.ports.lives(),
              fixture.ports.documents(),
              fixture.ports.directory(),
              fixture.ports.marks(),
              fixture.ports.notes(),
              fixture.ports.notices(),
              fixture.ports.quarantine(),
              fixture.ports.payItems(),
              fixture.ports.writeBacks(),
              fixture.dingTalk,
              fixture.hose,
              (message, delay) -> {
                throw new QueueUnreachable("events", null);
              });
      Patrol patrol = new Patrol(deaf, fixture.rounds, fixture.clock);
      assertThrows(QueueUnreachable.class, () -> patrol.handle(new PatrolWork.Round(TENANT)));
      assertEquals(1, fixture.dingTalk.count("people"), "the directory was read all the same");
      assertEquals(
          1, fixture.platform.marks().upTo(TENANT, YESTERDAY).size(), "the day is still marked");
    }

    @Test
    void endsInTimeWhateverIsToBeDone() {
      fixture.dingTalk.latency = Duration.ofSeconds(20);
      for (int user = 0; user < 2000; user++) {
        fixture.mark("u-" + user, YESTERDAY);
      }
      fixture.round();
      Duration took = Duration.between(PatrolFixture.START, fixture.clock.instant());
      assertTrue(took.compareTo(Duration.ofMinutes(4)) < 0, "it took " + took);
      int left = fixture.platform.marks().upTo(TENANT, YESTERDAY).size();
      assertTrue(left < 2000, "some are read");
      fixture.ticksFor(Duration.ofHours(2));
      assertEquals(0, fixture.platform.marks().upTo(TENANT, YESTERDAY).size());
    }
  }

  @Nested
  class Trouble {
    @ParameterizedTest
    @EnumSource(
        value = FailureKind.class,
        names = {"CONFIG", "TOKEN", "TICKET", "DATA"})
    void thatStopsAChoreIsToldInWordsAndTakenBackWhenItWorks(FailureKind kind) {
      fixture.dingTalk.trouble.put("departmentsBelow", failure(kind));
      fixture.round();
      String words =
          fixture.notice("patrol:directory").orElseThrow().reasons().getFirst().english();
      assertTrue(words.contains("people and departments"), words);
      assertTrue(words.contains("X-" + kind), words);
      fixture.dingTalk.trouble.clear();
      fixture.clock.advance(Troubles.PROBE);
      fixture.round();
      assertTrue(fixture.notice("patrol:directory").isEmpty());
    }

    @Test
    void thatOnlyAnAdministratorCanCureIsProbedOnceAnHour() {
      fixture.dingTalk.trouble.put("departmentsBelow", failure(FailureKind.CONFIG));
      fixture.ticksFor(Duration.ofHours(5));
      int probes = fixture.dingTalk.count("departmentsBelow");
      assertTrue(probes >= 4 && probes <= 6, "it was probed " + probes + " times");
    }

    @Test
    void ofABlockIsWaitedFor() {
      fixture.dingTalk.trouble.put(
          "departmentsBelow", failure(FailureKind.THROTTLE_LONG).notBefore(Duration.ofMinutes(45)));
      fixture.round();
      fixture.dingTalk.calls.clear();
      fixture.clock.advance(Duration.ofMinutes(44));
      fixture.round();
      assertEquals(List.of(), fixture.dingTalk.calls);
      fixture.clock.advance(Duration.ofMinutes(2));
      fixture.round();
      assertEquals(1, fixture.dingTalk.count("departmentsBelow"));
    }

    @Test
    void ofAUsedUpQuotaStopsAllCountedCallsAndNoOthers() {
      fixture.dingTalk.quota = 0;
      fixture.mark("u-1", YESTERDAY);
      fixture.clock.advance(Duration.ofDays(2));
      fixture.round();
      assertEquals(1, fixture.dingTalk.count("attendance"));
      assertEquals(0, fixture.dingTalk.count("instances"), "each call would be wasted");
      assertEquals(1, fixture.dingTalk.count("people"));
      String words = fixture.notice("patrol:quota").orElseThrow().reasons().getFirst().english();
      assertTrue(words.contains("90020"), words);
      fixture.ticksFor(Duration.ofHours(5));
      assertEquals(1, fixture.dingTalk.count("attendance"));
      fixture.dingTalk.quota = 1000;
      fixture.ticksFor(Duration.ofHours(2));
      assertEquals(2, fixture.dingTalk.count("attendance"));
      assertTrue(fixture.notice("patrol:quota").isEmpty());
    }

    @Test
    void thatPassesByItselfIsNotTold() {
      fixture.dingTalk.trouble.put("departmentsBelow", failure(FailureKind.TRANSIENT));
      fixture.round();
      assertTrue(fixture.notice("patrol:directory").isEmpty());
      assertTrue(fixture.platform.notes().doneUpTo(TENANT, Chore.PAUSED).isEmpty());
    }
  }
}

package io.dingledger.patrol;

import static io.dingledger.patrol.PatrolFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.patrol.ScriptedDingTalk.Instance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RescanTest {
  private PatrolFixture fixture = new PatrolFixture();

  private void instance(String id, String form) {
    Instant now = fixture.clock.instant();
    fixture.dingTalk.instances.add(new Instance(id, form, now, now.plusSeconds(60)));
  }

  private List<EventSubject.Approval> found() {
    return fixture.events.drain().stream()
        .map(work -> (EventSubject.Approval) ((TranslateWork.Happened) work).event().subject())
        .toList();
  }

  private List<String> foundIds() {
    return found().stream().map(EventSubject.Approval::instanceId).toList();
  }

  /** Two days after the tenant's first round, which looks for nothing. */
  private void aNightLater() {
    fixture.clock.advance(Duration.ofHours(30));
    fixture.round();
  }

  @Nested
  class AnInstance {
    @ParameterizedTest
    @CsvSource({
      "RECEIVED, false, false",
      "FETCHING, true, false",
      "PARKED, true, false",
      "POSTING, true, false",
      "POSTED, false, false",
      "HELD, false, false",
      "IGNORED, false, false",
      "IGNORED, true, true",
    })
    void thatIsKnownIsNewsOnlyWhenItWasStillRunning(
        DocumentState state, boolean lookedAtAgain, boolean news) {
      fixture.round();
      instance("p-1", "PROC-1");
      Instant now = fixture.clock.instant();
      DocumentRecord known =
          DocumentRecord.announced(
                  TENANT, new DocumentId("p-1"), Optional.of(PatrolFixture.started("p-1")), now)
              .changed()
              .state(state)
              .fetch(lookedAtAgain ? Wait.watchedUntil(now.plus(Duration.ofDays(7))) : Wait.NONE)
              .build();
      fixture.platform.documents().save(known);
      aNightLater();
      assertEquals(news ? List.of("p-1") : List.of(), foundIds());
    }

    @Test
    void thatWasStartedBeforeALateFirstRoundIsNews() {
      fixture.clock.advance(Duration.ofHours(2));
      instance("p-1", "PROC-1");
      fixture.clock.advance(Duration.ofHours(3));
      fixture.round();
      aNightLater();
      assertEquals(List.of("p-1"), foundIds());
    }

    @Test
    void ofWhichOnlyALaterDocumentHasSpokenIsNews() {
      fixture.round();
      instance("p-1", "PROC-1");
      Instant now = fixture.clock.instant();
      fixture
          .platform
          .documents()
          .save(
              DocumentRecord.announced(TENANT, new DocumentId("p-1"), Optional.empty(), now)
                  .superseded(new DocumentId("p-2")));
      aNightLater();
      assertEquals(List.of("p-1"), foundIds());
    }

    @Test
    void ofAFormThatTheRuleBookDoesNotWantIsNotLookedFor() {
      fixture.round();
      instance("p-1", "PROC-9");
      aNightLater();
      assertEquals(0, fixture.dingTalk.count("instances PROC-9"));
      assertEquals(List.of(), foundIds());
    }

    @Test
    void ofAFormThatWasSeenWithAWantedCategoryIsFoundWithThatCategory() {
      fixture.round();
      fixture.platform.notes().seenForm(TENANT, "PROC-9", "expense.category");
      fixture.platform.notes().seenForm(TENANT, "PROC-8", "other.category");
      instance("p-1", "PROC-9");
      instance("p-2", "PROC-8");
      aNightLater();
      EventSubject.Approval approval = found().getFirst();
      assertEquals("p-1", approval.instanceId());
      assertEquals("expense.category", approval.category());
      assertEquals(0, fixture.dingTalk.count("instances PROC-8"));
    }
  }

  @Test
  void aFormThatDingTalkDoesNotKnowKeepsNoOtherFromItsTurn() {
    fixture.round();
    instance("p-1", "PROC-3");
    fixture.dingTalk.troubleOfForm.put("PROC-1", PatrolFixture.failure(FailureKind.DATA));
    aNightLater();
    assertEquals(List.of("p-1"), foundIds());
    String words =
        fixture.notice("patrol:form:PROC-1").orElseThrow().reasons().getFirst().english();
    assertTrue(words.contains("PROC-1"), words);
    fixture.dingTalk.troubleOfForm.clear();
    aNightLater();
    assertTrue(fixture.notice("patrol:form:PROC-1").isEmpty());
  }

  @Test
  void withoutARuleBookNothingIsLookedForUntilThereIsOne() {
    fixture = new PatrolFixture(false);
    fixture.round();
    instance("p-1", "PROC-1");
    aNightLater();
    assertEquals(0, fixture.dingTalk.count("instances"));
    fixture.inForce(PatrolFixture.ruleBook(), LocalDate.EPOCH);
    aNightLater();
    assertEquals(List.of("p-1"), foundIds());
  }

  @Test
  void aFormThatOnlyAnEarlierRuleBookWantsIsLookedForWhileApprovalsMayBeOfItsTime() {
    LocalDate next = LocalDate.ofInstant(fixture.clock.instant(), PatrolFixture.ZONE);
    fixture.inForce(PatrolFixture.ruleBook().replace("PROC-1", "PROC-7"), next.plusDays(1));
    fixture.round();
    fixture.clock.advance(Duration.ofDays(3));
    instance("p-1", "PROC-1");
    aNightLater();
    assertEquals(List.of("p-1"), foundIds());
    fixture.clock.advance(Duration.ofDays(70));
    fixture.round();
    instance("p-2", "PROC-1");
    instance("p-7", "PROC-7");
    aNightLater();
    assertEquals(List.of("p-7"), foundIds());
  }

  @Test
  void moreInstancesThanTheListHoldsAreFoundInShorterWindows() {
    fixture.round();
    for (int number = 0; number < 10_050; number++) {
      instance("p-" + number, "PROC-1");
      fixture.clock.advance(Duration.ofSeconds(5));
    }
    fixture.dingTalk.latency = Duration.ofMillis(1);
    fixture.clock.advance(Duration.ofHours(16));
    fixture.round();
    assertEquals(10_050, foundIds().stream().distinct().count());
  }

  @Test
  void catchingUpForLongIsToldUntilItIsDone() {
    fixture.round();
    for (int number = 0; number < 400; number++) {
      instance("p-" + number, "PROC-1");
    }
    fixture.clock.advance(Duration.ofDays(50));
    fixture.dingTalk.latency = Duration.ofSeconds(15);
    fixture.round();
    String words = fixture.notice(Rescan.BEHIND).orElseThrow().reasons().getFirst().english();
    assertTrue(words.contains("2026-0"), words);
    fixture.dingTalk.latency = Duration.ofMillis(100);
    fixture.round();
    assertTrue(fixture.notice(Rescan.BEHIND).isEmpty());
  }

  /** Three forms, 500 approvals a month, all pushed and known: what looking for others costs. */
  @Test
  void aMonthOfAnOrdinaryTenantCostsAFractionOfItsQuota() {
    fixture.round();
    for (int day = 0; day < 90; day++) {
      if (day == 60) {
        fixture.dingTalk.calls.clear();
      }
      for (int number = 0; number < 17; number++) {
        String id = "p-" + day + "-" + number;
        instance(id, PatrolFixture.FORMS.get(number % 3));
        DocumentRecord known =
            DocumentRecord.announced(
                TENANT,
                new DocumentId(id),
                Optional.of(PatrolFixture.started(id)),
                fixture.clock.instant());
        fixture.platform.documents().save(known.changed().state(DocumentState.POSTED).build());
      }
      for (int hour = 0; hour < 24; hour++) {
        fixture.clock.advanceTo(
            PatrolFixture.START.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour)));
        fixture.round();
      }
    }
    assertEquals(List.of(), foundIds());
    int calls = fixture.dingTalk.count("instances");
    System.getLogger("patrol").log(System.Logger.Level.INFO, "calls in a month: " + calls);
    assertTrue(calls < 500, "it took " + calls + " calls");
  }
}

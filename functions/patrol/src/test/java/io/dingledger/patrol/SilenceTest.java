package io.dingledger.patrol;

import static io.dingledger.patrol.PatrolFixture.FORMS;
import static io.dingledger.patrol.PatrolFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.patrol.ScriptedDingTalk.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For days no push arrives and no round is made; then everything approved meanwhile is found. */
class SilenceTest {
  private static final Reason RUNNING = new Reason("TRANSLATE-STILL-RUNNING", "x", "x");

  private final PatrolFixture fixture = new PatrolFixture();
  private final Random random = new Random(11);

  /** How often each instance was handed to translation. */
  private final Map<String, Integer> sent = new HashMap<>();

  private final Set<String> wanted = new HashSet<>();

  /** Approvals of a day, some of which take hours, some weeks. */
  private void approvals(int day, int count, boolean pushed) {
    approvals(fixture.clock.instant(), day, count, pushed);
  }

  private void approvals(Instant from, int day, int count, boolean pushed) {
    for (int number = 0; number < count; number++) {
      Instant started = from.plus(Duration.ofMinutes(random.nextInt(1400)));
      long hours = random.nextInt(4) == 0 ? random.nextInt(24 * 20) : 1 + random.nextInt(20);
      String id = (pushed ? "p-" : "s-") + day + "-" + number;
      Instance instance =
          new Instance(
              id, FORMS.get(random.nextInt(3)), started, started.plus(Duration.ofHours(hours)));
      fixture.dingTalk.instances.add(instance);
    }
  }

  /** What pushes up to now have told: starts are known as running, ends are translated. */
  private void pushesUpToNow() {
    for (Instance each : fixture.dingTalk.instances) {
      if (!each.started().isAfter(fixture.clock.instant())) {
        boolean ended = !each.finished().isAfter(fixture.clock.instant());
        know(each.id(), ended);
      }
    }
  }

  private void know(String id, boolean ended) {
    Instant now = fixture.clock.instant();
    DocumentRecord record =
        fixture
            .platform
            .documents()
            .find(TENANT, new DocumentId(id))
            .orElseGet(
                () ->
                    DocumentRecord.announced(
                        TENANT, new DocumentId(id), Optional.of(PatrolFixture.started(id)), now));
    if (record.version() > 0 && record.isTranslated()) {
      return;
    }
    fixture
        .platform
        .documents()
        .save(
            record
                .changed()
                .state(ended ? DocumentState.HELD : DocumentState.IGNORED)
                .reasons(List.of(RUNNING))
                .fetch(ended ? Wait.NONE : Wait.watchedUntil(now.plus(Duration.ofDays(7))))
                .build())
        .orElseThrow();
  }

  private List<String> drained() {
    List<String> found = new ArrayList<>();
    for (TranslateWork work : fixture.events.drain()) {
      SourceEvent event = ((TranslateWork.Happened) work).event();
      EventSubject.Approval approval = (EventSubject.Approval) event.subject();
      assertEquals("scan:" + approval.instanceId(), event.eventId());
      assertTrue(FORMS.contains(approval.processCode()));
      assertEquals(EventSubject.Phase.FINISH, approval.phase());
      assertTrue(approval.result().isEmpty(), "its detail decides");
      found.add(approval.instanceId());
    }
    return found;
  }

  /** Translation takes in what the round sent. */
  private void translate() {
    for (String id : drained()) {
      sent.merge(id, 1, Integer::sum);
      know(id, true);
    }
  }

  private void silence(int days) {
    Instant began = fixture.clock.instant();
    pushesUpToNow();
    for (int day = 0; day < days; day++) {
      approvals(day, 17, false);
      fixture.clock.advance(Duration.ofDays(1));
    }
    Instant now = fixture.clock.instant();
    fixture.dingTalk.instances.stream()
        .filter(each -> each.finished().isAfter(began) && !each.finished().isAfter(now))
        .forEach(each -> wanted.add(each.id()));
  }

  /** Ordinary life: a round every day, each start and end is pushed and translated. */
  private void livedBefore(int days) {
    fixture.tick();
    for (int day = 0; day < days; day++) {
      approvals(day, 8, true);
      fixture.clock.advance(Duration.ofDays(1));
      pushesUpToNow();
      fixture.tick();
      assertEquals(List.of(), drained(), "what was pushed is no news");
    }
    fixture.dingTalk.calls.clear();
  }

  private void rounds(int most) {
    for (int round = 0; round < most && !isCaughtUp(); round++) {
      Instant next = fixture.clock.instant().plus(Duration.ofMinutes(10));
      fixture.tick();
      translate();
      fixture.clock.advanceTo(next);
    }
  }

  private boolean isCaughtUp() {
    return sent.keySet().containsAll(wanted);
  }

  private void assertFoundOnce(String what) {
    Set<String> missed = new HashSet<>(wanted);
    missed.removeAll(sent.keySet());
    long doubled = sent.values().stream().filter(times -> times > 1).count();
    System.Logger log = System.getLogger(SilenceTest.class.getName());
    log.log(
        System.Logger.Level.INFO,
        "{0}: wanted {1}, found {2}, missed {3}, doubled {4}, counted calls {5}",
        what,
        wanted.size(),
        wanted.size() - missed.size(),
        missed.size(),
        doubled,
        fixture.dingTalk.count("instances"));
    assertFalse(wanted.isEmpty());
    assertEquals(Set.of(), missed, "missed");
    assertEquals(0, doubled, "doubled");
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 30})
  void everythingApprovedMeanwhileIsFoundOnce(int days) {
    livedBefore(40);
    silence(days);
    fixture.tick();
    translate();
    assertFoundOnce(days + " days of silence, one round");
    fixture.ticksFor(Duration.ofDays(1));
    translate();
    assertFoundOnce(days + " days of silence, a day later");
  }

  @ParameterizedTest
  @CsvSource({"7, 15", "30, 9"})
  void slowAnswersTakeMoreRoundsAndLoseNothing(int days, int seconds) {
    livedBefore(40);
    silence(days);
    fixture.dingTalk.latency = Duration.ofSeconds(seconds);
    fixture.tick();
    translate();
    assertFalse(isCaughtUp(), "one round is not enough");
    rounds(30);
    assertFoundOnce(days + " days of silence, slow answers");
  }

  @Test
  void aQuotaThatEndsInTheMiddleLosesNothing() {
    livedBefore(40);
    silence(30);
    fixture.dingTalk.quota = 9;
    fixture.tick();
    translate();
    assertFalse(isCaughtUp(), "the quota was not enough");
    assertTrue(fixture.notice("patrol:quota").isPresent());
    int calls = fixture.dingTalk.count("instances");
    assertTrue(calls <= 10, "no call is wasted: " + calls);
    fixture.clock.advance(Duration.ofDays(4));
    fixture.dingTalk.quota = Integer.MAX_VALUE;
    rounds(30);
    assertFoundOnce("30 days of silence, quota gone in the middle");
    assertTrue(fixture.notice("patrol:quota").isEmpty());
  }

  @Test
  void whatWasStartedBeforeThereWasSuchATenantIsNotLookedFor() {
    approvals(fixture.clock.instant().minus(Duration.ofDays(2)), 0, 20, false);
    fixture.clock.advance(Duration.ofDays(2));
    fixture.tick();
    fixture.ticksFor(Duration.ofDays(9));
    assertEquals(List.of(), drained());
  }
}

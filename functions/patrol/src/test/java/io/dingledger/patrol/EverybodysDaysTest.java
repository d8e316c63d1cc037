package io.dingledger.patrol;

import static io.dingledger.patrol.PatrolFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.document.Person;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.store.PatrolNotes.Chore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EverybodysDaysTest {
  private static final String WANTS_DAYS =
      """
      ruleBook: 1
      name: 考勤
      currency: CNY
      scope:
        - kind: dailyResult
      """;

  /** The day before the fixture's noon. */
  private static final LocalDate YESTERDAY = LocalDate.of(2026, 3, 9);

  private final PatrolFixture fixture = new PatrolFixture();

  @BeforeEach
  void peopleAreKnown() {
    Instant now = fixture.clock.instant();
    // The nightly reading of people is not what is tested here.
    fixture.platform.notes().done(TENANT, Chore.DIRECTORY, now.plus(Duration.ofDays(365)));
    fixture
        .platform
        .directory()
        .putPeople(
            TENANT, List.of(person("u-1", true), person("u-2", true), person("u-3", false)), now);
  }

  private static Person person(String userId, boolean works) {
    return new Person(userId, "某人", "", List.of(), Optional.empty(), Optional.empty(), works);
  }

  private void ruleBook(String text) {
    fixture.inForce(text, LocalDate.EPOCH.plusDays(1));
  }

  private Set<PersonDay> read() {
    return fixture.events.drain().stream()
        .filter(TranslateWork.DayRead.class::isInstance)
        .map(work -> ((TranslateWork.DayRead) work).day())
        .collect(Collectors.toSet());
  }

  @Test
  void whoNeverClockedInIsReadTooSoThatAbsenceIsSeen() {
    ruleBook(WANTS_DAYS);
    fixture.round();
    assertEquals(Set.of(new PersonDay("u-1", YESTERDAY), new PersonDay("u-2", YESTERDAY)), read());
    assertEquals(1, fixture.dingTalk.count("attendance"));
  }

  @Test
  void aDayIsReadOnceAndTheNextOneAtNoonAfterItsNightShift() {
    ruleBook(WANTS_DAYS);
    fixture.round();
    read();
    fixture.round();
    assertEquals(Set.of(), read());
    fixture.clock.advanceTo(fixture.clock.instant().plus(Duration.ofHours(23)));
    fixture.round();
    assertEquals(Set.of(), read(), "at eleven the day may still change");
    fixture.clock.advanceTo(fixture.clock.instant().plus(Duration.ofHours(1)));
    fixture.round();
    assertEquals(
        Set.of(
            new PersonDay("u-1", YESTERDAY.plusDays(1)),
            new PersonDay("u-2", YESTERDAY.plusDays(1))),
        read());
  }

  @Test
  void daysOfAnOutageAreReadAfterIt() {
    ruleBook(WANTS_DAYS);
    fixture.round();
    read();
    fixture.clock.advanceTo(fixture.clock.instant().plus(Duration.ofDays(12)));
    fixture.round();
    assertEquals(24, read().size());
  }

  @Test
  void aLongOutageIsReadUpToAMonthBack() {
    ruleBook(WANTS_DAYS);
    fixture.round();
    read();
    fixture.clock.advanceTo(fixture.clock.instant().plus(Duration.ofDays(100)));
    fixture.round();
    assertEquals(2 * EverybodysDays.MOST_DAYS, read().size());
  }

  @Test
  void onlyDaysOfAVersionThatWantsThemAreRead() {
    fixture.inForce(WANTS_DAYS, YESTERDAY.plusDays(3));
    fixture.platform.notes().done(TENANT, Chore.EVERYBODYS_DAYS, fixture.clock.instant());
    fixture.clock.advanceTo(fixture.clock.instant().plus(Duration.ofDays(4)));
    fixture.round();
    assertEquals(
        Set.of(YESTERDAY.plusDays(3), YESTERDAY.plusDays(4)),
        read().stream().map(PersonDay::day).collect(Collectors.toSet()));
  }

  @Test
  void withoutARuleBookThatWantsDaysNobodyIsRead() {
    fixture.round();
    assertEquals(Set.of(), read());
    assertEquals(0, fixture.dingTalk.count("attendance"));
  }
}

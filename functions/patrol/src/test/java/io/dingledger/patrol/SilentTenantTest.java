package io.dingledger.patrol;

import static io.dingledger.patrol.PatrolFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.tenant.TenantSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A tenant from which documents used to come, and come no more. */
class SilentTenantTest {
  private static final TenantSettings SETTINGS =
      PatrolFixture.settings(TENANT, PatrolFixture.internal());

  private static List<LocalDate> workdays(String from, String to) {
    return LocalDate.parse(from)
        .datesUntil(LocalDate.parse(to))
        .filter(day -> day.getDayOfWeek().getValue() < 6)
        .toList();
  }

  private static Optional<Integer> silentFor(List<LocalDate> days, String today) {
    return Silence.silentFor(days, LocalDate.parse(today));
  }

  @Nested
  class IsSilent {
    @Test
    void whenMoreThanThreeWorkdaysHavePassedWhereDocumentsCameDaily() {
      List<LocalDate> daily = workdays("2026-05-11", "2026-06-13");
      assertEquals(Optional.empty(), silentFor(daily, "2026-06-18"), "Monday to Wednesday");
      assertEquals(Optional.of(4), silentFor(daily, "2026-06-22"), "Friday was Dragon Boat");
      assertEquals(Optional.of(5), silentFor(daily, "2026-06-23"), "and so was not counted");
    }

    @Test
    void whenItsOwnPausesNeverWereHalfAsLong() {
      List<LocalDate> weekly =
          IntStream.range(0, 6)
              .mapToObj(week -> LocalDate.parse("2026-05-11").plusWeeks(week))
              .toList();
      assertEquals(Optional.empty(), silentFor(weekly, "2026-06-22"));
      assertTrue(silentFor(weekly, "2026-07-01").isPresent());
    }
  }

  @Nested
  class IsNotSilent {
    @Test
    void overSpringFestival() {
      List<LocalDate> daily = workdays("2026-01-05", "2026-02-14");
      assertEquals(Optional.empty(), silentFor(daily, "2026-02-25"), "off from 15 to 23 February");
      assertTrue(silentFor(daily, "2026-03-02").isPresent());
    }

    @Test
    void overAWeekend() {
      assertEquals(Optional.empty(), silentFor(workdays("2026-05-11", "2026-06-13"), "2026-06-15"));
    }

    @Test
    void whenItNeverWasBusyForFourWeeks() {
      assertEquals(Optional.empty(), silentFor(workdays("2026-05-18", "2026-06-06"), "2026-06-30"));
      assertEquals(Optional.empty(), silentFor(List.of(), "2026-06-30"));
    }

    @Test
    void inYearsThatAreNotPublishedYetByWeekdays() {
      assertEquals(Optional.of(4), silentFor(workdays("2031-05-12", "2031-06-14"), "2031-06-20"));
    }
  }

  private final PatrolFixture fixture = new PatrolFixture();
  private final Silence silence = new Silence(fixture.ports, fixture.clock);

  /** A document comes each workday for five weeks, then none for two. */
  void silent(PatrolFixture company) {
    Silence watched = new Silence(company.ports, company.clock);
    for (int day = 0; day < 35; day++) {
      if (day % 7 < 5) {
        comes(company, "instance-" + day);
      }
      watched.of(SETTINGS);
      company.clock.advance(Duration.ofDays(1));
    }
    company.clock.advance(Duration.ofDays(14));
    assertTrue(watched.of(SETTINGS));
  }

  private static void comes(PatrolFixture company, String id) {
    Instant now = company.clock.instant();
    company
        .platform
        .documents()
        .save(
            DocumentRecord.announced(TENANT, new DocumentId(id), Optional.empty(), now)
                .changed()
                .state(DocumentState.IGNORED)
                .build())
        .orElseThrow();
  }

  private boolean stands() {
    return fixture
        .platform
        .documents()
        .find(TENANT, DocumentId.ofNotice(Silence.NOTICE))
        .filter(record -> record.state() == DocumentState.HELD)
        .isPresent();
  }

  @Test
  void peopleAreToldAndTheNextDocumentTakesItBack() {
    silent(fixture);
    assertTrue(stands());
    comes(fixture, "at-last");
    assertTrue(silence.of(SETTINGS), "looked at a few times a day only");
    fixture.clock.advance(Silence.LOOKS_EVERY);
    assertFalse(silence.of(SETTINGS));
    assertFalse(stands());
  }

  @Test
  void whatAPersonDoesWithAnOldDocumentIsNoTraffic() {
    silent(fixture);
    DocumentRecord old =
        fixture.platform.documents().find(TENANT, new DocumentId("instance-0")).orElseThrow();
    fixture.platform.documents().save(old.noting(fixture.clock.instant(), "person", "X", "x"));
    fixture.clock.advance(Silence.LOOKS_EVERY);
    assertTrue(silence.of(SETTINGS));
  }

  @Test
  void parkedDocumentsAreCountedByWhatTheyWaitFor() {
    List<String> things =
        Stream.of("connection (kingdee-cloud)", "period (kingdee-cloud)", "connection (dingtalk)")
            .toList();
    for (int number = 0; number < things.size(); number++) {
      Instant now = fixture.clock.instant();
      fixture
          .platform
          .documents()
          .save(
              DocumentRecord.announced(
                      TENANT, new DocumentId("parked-" + number), Optional.empty(), now)
                  .changed()
                  .state(DocumentState.PARKED)
                  .fetch(Wait.NONE.parked(things.get(number), now.plusSeconds(60)))
                  .build())
          .orElseThrow();
    }
    assertEquals(2, Connections.waitedFor(fixture.platform.documents(), TENANT));
  }
}

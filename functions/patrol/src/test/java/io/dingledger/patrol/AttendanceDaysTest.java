package io.dingledger.patrol;

import static io.dingledger.patrol.PatrolFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.patrol.AttendanceBatches.Batch;
import io.dingledger.platform.store.AttendanceMarks.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AttendanceDaysTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

  private final PatrolFixture fixture = new PatrolFixture();

  private void row(String user, LocalDate day, String json) {
    fixture.dingTalk.rows.add(new DingTalk.AttendanceRow(user, day, json));
  }

  private Map<PersonDay, String> read() {
    Map<PersonDay, String> read = new HashMap<>();
    fixture
        .events
        .drain()
        .forEach(
            work -> {
              TranslateWork.DayRead day = (TranslateWork.DayRead) work;
              assertEquals(TENANT, day.tenant());
              assertTrue(read.put(day.day(), day.results()) == null, "each day is sent once");
            });
    return read;
  }

  private int marked() {
    return fixture.platform.marks().upTo(TENANT, LocalDate.MAX).size();
  }

  @Test
  void aMarkedDayThatIsOverIsReadAndHandedOn() {
    fixture.mark("u-1", DAY);
    fixture.mark("u-2", DAY);
    row("u-1", DAY, "{\"id\":2}");
    row("u-1", DAY, "{\"id\":1}");
    row("u-1", DAY.minusDays(1), "{\"id\":0}");
    row("u-3", DAY, "{\"id\":3}");
    fixture.round();
    assertEquals(
        Map.of(
            new PersonDay("u-1", DAY), "[{\"id\":1}, {\"id\":2}]", new PersonDay("u-2", DAY), "[]"),
        read());
    assertEquals(1, fixture.dingTalk.count("attendance"));
    assertEquals(0, marked());
  }

  @Test
  void theSameRowsInAnotherOrderAreTheSameText() {
    fixture.mark("u-1", DAY);
    row("u-1", DAY, "{\"id\":1}");
    row("u-1", DAY, "{\"id\":2}");
    fixture.round();
    Map<PersonDay, String> first = read();
    fixture.dingTalk.rows.add(fixture.dingTalk.rows.removeFirst());
    fixture.mark("u-1", DAY);
    fixture.round();
    assertEquals(first, read());
  }

  @Test
  void aDayIsNotReadBeforeItIsSettled() {
    LocalDate today = DAY.plusDays(1);
    fixture.mark("u-1", today);
    fixture.round();
    assertEquals(0, fixture.dingTalk.count("attendance"));
    fixture.clock.advanceTo(Instant.parse("2026-03-11T03:59:00Z"));
    fixture.round();
    assertEquals(
        0,
        fixture.dingTalk.count("attendance"),
        "it is 11:59 in China, and a night shift may just be over");
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.round();
    assertEquals(1, fixture.dingTalk.count("attendance"));
  }

  @Test
  void aDayThatIsMarkedAgainWhileItIsReadIsReadOnceMore() {
    fixture.mark("u-1", DAY);
    fixture.dingTalk.whileCalled =
        call -> {
          if (call.startsWith("attendance")) {
            fixture.mark("u-1", DAY);
          }
        };
    fixture.round();
    assertEquals(1, marked());
  }

  @Nested
  class APersonWhomDingTalkRefuses {
    @Test
    void keepsNobodyElseFromBeingReadAndIsShownToAPerson() {
      for (int user = 0; user < 50; user++) {
        fixture.mark("u-" + user, DAY);
      }
      fixture.dingTalk.refusedPerson = "u-17"::equals;
      fixture.round();
      assertEquals(49, read().size());
      assertEquals(0, marked(), "it is not tried for ever");
      String words =
          fixture.notice("patrol:day:2026-03-09:u-17").orElseThrow().reasons().getFirst().english();
      assertTrue(words.contains("u-17") && words.contains("60121"), words);
      assertTrue(fixture.dingTalk.count("attendance") <= 13, "halves find it quickly");
    }
  }

  @Test
  void whatIsNotAllowedStaysMarked() {
    fixture.mark("u-1", DAY);
    fixture.dingTalk.trouble.put("attendance", PatrolFixture.failure(FailureKind.CONFIG));
    fixture.round();
    assertEquals(1, marked());
    assertTrue(fixture.notice("patrol:attendance").isPresent());
  }

  @Nested
  class Batches {
    private static Mark mark(int user, int day) {
      return new Mark(new PersonDay("u-" + user, DAY.plusDays(day)), Instant.EPOCH, 1);
    }

    @Test
    void holdEachMarkOnceAndNoMoreThanDingTalkTakes() {
      Random random = new Random(7);
      for (int round = 0; round < 200; round++) {
        HashSet<Mark> marks = new HashSet<>();
        int users = 1 + random.nextInt(130);
        for (int count = 0; count < random.nextInt(400); count++) {
          marks.add(mark(random.nextInt(users), random.nextInt(30)));
        }
        List<Mark> found = new ArrayList<>();
        for (Batch batch : AttendanceBatches.of(List.copyOf(marks))) {
          assertTrue(batch.people().size() <= AttendanceBatches.MOST_PEOPLE);
          assertTrue(batch.to().isBefore(batch.from().plusDays(AttendanceBatches.MOST_DAYS)));
          batch
              .marks()
              .forEach(
                  mark -> {
                    assertTrue(!mark.day().day().isBefore(batch.from()));
                    assertTrue(!mark.day().day().isAfter(batch.to()));
                  });
          found.addAll(batch.marks());
        }
        assertEquals(marks.size(), found.size());
        assertEquals(marks, new HashSet<>(found));
      }
    }

    @Test
    void ofFewPeopleOnManyDaysAreOneCall() {
      List<Mark> week = new ArrayList<>();
      for (int day = 0; day < 7; day++) {
        week.add(mark(day % 3, day));
      }
      assertEquals(1, AttendanceBatches.of(week).size());
    }

    @Test
    void ofAWholeCompanyOnOneDayAreFiftyEach() {
      List<Mark> day = new ArrayList<>();
      for (int user = 0; user < 100; user++) {
        day.add(mark(user, 0));
      }
      assertEquals(2, AttendanceBatches.of(day).size());
    }
  }
}

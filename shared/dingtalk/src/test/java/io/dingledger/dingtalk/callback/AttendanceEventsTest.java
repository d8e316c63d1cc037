package io.dingledger.dingtalk.callback;

import static io.dingledger.dingtalk.callback.EventTypesTest.assertDoubt;
import static io.dingledger.dingtalk.callback.EventTypesTest.flat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.dingtalk.Apps;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Attendance;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.event.EventSubject.PunchSeen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttendanceEventsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 11);

  @Nested
  class A_punch {
    @Test
    void is_read_whole_with_the_day_it_falls_on_in_china() {
      String row =
          "{'corpId':'%s','userId':'u1','groupId':1001,'bizId':'b1','checkTime':1726020000000,"
              + "'locationMethod':'map','locationResult':'Outside','latitude':30.1,"
              + "'checkByUser':false}";
      Attendance read = punches("[" + row.formatted(Apps.CORP) + "]");
      assertEquals(
          List.of(
              new PunchSeen(
                  "u1", "b1", Instant.ofEpochMilli(1_726_020_000_000L), "MAP", true, false)),
          read.punches());
      assertEquals(List.of(new PersonDay("u1", DAY)), read.days());
    }

    @Test
    void at_night_may_end_the_shift_of_the_day_before() {
      assertEquals(
          List.of(new PersonDay("u1", DAY.minusDays(1)), new PersonDay("u1", DAY)),
          punches("[{'userId':'u1','checkTime':'2024-09-11 05:59:59'}]").days());
      assertEquals(
          List.of(new PersonDay("u1", DAY)),
          punches("[{'userId':'u1','checkTime':'2024-09-11 06:00:00'}]").days());
    }

    @Test
    void is_by_the_person_and_inside_unless_something_else_is_said() {
      PunchSeen bare = punches("{'userId':'u1','checkTime':1726020000000}").punches().getFirst();
      assertEquals(
          new PunchSeen("u1", "", Instant.ofEpochMilli(1_726_020_000_000L), "", false, true), bare);
    }

    @Test
    void told_twice_is_one() {
      String row = "{'userId':'u1','checkTime':1726020000000}";
      Attendance read = punches("[" + row + "," + row + "]");
      assertEquals(1, read.punches().size());
      assertEquals(1, read.days().size());
    }

    @Test
    void without_a_person_or_a_time_leaves_the_whole_event_to_a_person() {
      String good = "{'userId':'u1','checkTime':1726020000000}";
      assertDoubt(EventDoubt.PERSON_UNUSABLE, record("[" + good + ",{'checkTime':1726020000000}]"));
      assertDoubt(EventDoubt.DAY_UNUSABLE, record("[" + good + ",{'userId':'u1'}]"));
      assertDoubt(EventDoubt.ENTRIES_MISSING, record("[" + good + ",7]"));
      assertDoubt(EventDoubt.ENTRIES_MISSING, record("[]"));
    }

    @Test
    void of_another_company_is_not_taken() {
      assertDoubt(
          EventDoubt.OTHER_COMPANY,
          record("[{'corpId':'dingX','userId':'u1','checkTime':1726020000000}]"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"'soon'", "1", "-1726020000000", "9999999999999", "'2024-13-01 00:00:00'"})
    void at_an_absurd_time_is_for_a_person(String time) {
      assertDoubt(EventDoubt.DAY_UNUSABLE, record("[{'userId':'u1','checkTime':" + time + "}]"));
    }
  }

  @Nested
  class A_change_of_schedule {
    @Test
    void names_each_day_of_its_span_for_each_person() {
      Attendance read =
          assertInstanceOf(
              Attendance.class, schedule("2024-09-11", "2024-09-13", "['u1','u2','u1']"));
      assertEquals(6, read.days().size());
      assertTrue(read.days().contains(new PersonDay("u2", DAY.plusDays(2))));
      assertEquals(List.of(), read.punches());
    }

    @Test
    void of_a_month_is_read_and_of_more_is_for_a_person() {
      Attendance month =
          assertInstanceOf(Attendance.class, schedule("2024-10-01", "2024-10-31", "'u1'"));
      assertEquals(31, month.days().size());
      assertDoubt(EventDoubt.SPAN_TOO_LONG, schedule("2024-10-01", "2024-11-01", "'u1'"));
    }

    @Test
    void of_a_great_many_people_is_for_a_person() {
      String people =
          IntStream.range(0, 200)
              .mapToObj(number -> "'person" + number + "'")
              .collect(Collectors.joining(",", "[", "]"));
      assertDoubt(EventDoubt.SPAN_TOO_LONG, schedule("2024-10-01", "2024-10-31", people));
      assertInstanceOf(Attendance.class, schedule("2024-10-01", "2024-10-01", people));
    }

    @Test
    void that_ends_before_it_begins_or_names_somebody_unreadable_is_for_a_person() {
      assertDoubt(EventDoubt.DAY_UNUSABLE, schedule("2024-10-02", "2024-10-01", "'u1'"));
      assertDoubt(EventDoubt.DAY_UNUSABLE, schedule("2024-02-30", "2024-03-01", "'u1'"));
      assertDoubt(EventDoubt.PERSON_UNUSABLE, schedule("2024-10-01", "2024-10-01", "['u1',' ']"));
      assertDoubt(EventDoubt.PERSON_UNUSABLE, schedule("2024-10-01", "2024-10-01", "[]"));
    }

    private EventSubject schedule(String from, String to, String users) {
      String row = "{'workDateBegin':'%s','workDateEnd':'%s','userIds':%s,'type':'modify'}";
      return flat(
          "attendance_schedule_change", "'DataList':[" + row.formatted(from, to, users) + "]");
    }
  }

  @Nested
  class A_day {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "1725984000000",
          "'1726070399999'",
          "'20240911'",
          "'2024-09-11'",
          "'2024-09-11 23:59:59'"
        })
    void is_understood_in_each_of_its_spellings(String day) {
      assertEquals(
          new Attendance(List.of(new PersonDay("u1", DAY)), List.of()),
          flat("attend_user_daily_summary_refresh", "'userId':'u1','workDate':" + day));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"'20240231'", "'1999-12-31'", "'2100-01-01'", "'11/09/2024'", "1725984000"})
    void that_can_not_be_one_is_for_a_person(String day) {
      assertDoubt(
          EventDoubt.DAY_UNUSABLE,
          flat("attend_user_daily_summary_refresh", "'userId':'u1','workDate':" + day));
    }
  }

  private static Attendance punches(String list) {
    return assertInstanceOf(Attendance.class, record(list));
  }

  private static EventSubject record(String list) {
    return flat("attendance_check_record", "'dataList':" + list);
  }
}

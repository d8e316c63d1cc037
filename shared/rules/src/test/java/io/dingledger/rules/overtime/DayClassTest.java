package io.dingledger.rules.overtime;

import static io.dingledger.rules.support.Attendance.by;
import static io.dingledger.rules.support.Attendance.overtime;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.rules.RuleBook;
import io.dingledger.rules.support.Outcomes;
import io.dingledger.rules.support.PayBooks;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What eight hours of overtime at 50 are worth on other days than workdays (facts I1, I4). */
class DayClassTest {
  private static final RuleBook BOOK = PayBooks.of("overtime", PayBooks.OVERTIME);

  private static String eightHoursOn(String day) {
    return Outcomes.amounts(by(BOOK, overtime(day + " 09:00", day + " 18:00", "8"))).getFirst();
  }

  @Nested
  class On_a_rest_day {
    @Test
    void they_are_800() {
      assertEquals("800.00", eightHoursOn("2026-03-14"));
    }

    @Test
    void a_day_off_in_place_of_a_statutory_day_is_a_rest_day_and_no_statutory_one() {
      assertEquals("800.00", eightHoursOn("2026-05-04"));
    }
  }

  @Nested
  class On_a_statutory_day {
    @Test
    void they_are_1200() {
      assertEquals("1200.00", eightHoursOn("2026-10-01"));
    }

    @Test
    void that_falls_on_a_weekend_they_are_1200_all_the_same() {
      assertEquals("1200.00", eightHoursOn("2026-10-03"));
    }

    @Test
    void since_2025_the_last_day_of_the_old_year_is_one() {
      assertEquals("1200.00", eightHoursOn("2026-02-16"));
    }
  }

  @Nested
  class On_a_make_up_day {
    @Test
    void they_are_600_as_on_any_workday_although_it_is_a_weekend() {
      assertEquals("600.00", eightHoursOn("2026-02-14"));
    }
  }

  @Nested
  class Where_the_company_states_a_day_of_its_own {
    @Test
    void it_goes_before_the_country() {
      RuleBook book =
          PayBooks.of(
              "overtime",
              PayBooks.OVERTIME.replace(
                  "{ base: CN }",
                  "{ base: CN, days: [{ date: 2026-03-16, class: restDay, name: 公司年会 }] }"));
      assertEquals(
          List.of("800.00"),
          Outcomes.amounts(by(book, overtime("2026-03-16 09:00", "2026-03-16 18:00", "8"))));
    }

    @Test
    void people_with_a_six_day_week_work_on_saturdays() {
      RuleBook book =
          PayBooks.of(
              "overtime",
              PayBooks.OVERTIME.replace(
                  "{ base: CN }",
                  "{ base: CN, shifts: [{ name: 六天制, departments: [BM01], workweek: [monday,"
                      + " tuesday, wednesday, thursday, friday, saturday], holidays: true }] }"));
      assertEquals(
          List.of("600.00"),
          Outcomes.amounts(by(book, overtime("2026-03-14 09:00", "2026-03-14 18:00", "8"))));
    }
  }
}

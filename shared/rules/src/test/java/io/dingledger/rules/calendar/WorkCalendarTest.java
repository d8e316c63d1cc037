package io.dingledger.rules.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import io.dingledger.rules.calendar.WorkCalendar.CompanyDay;
import io.dingledger.rules.calendar.WorkCalendar.Found;
import io.dingledger.rules.calendar.WorkCalendar.Shift;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The company's own days go before a shift's week, and that before the country's calendar. */
class WorkCalendarTest {
  private static final Person OFFICE = new Person("u1", "张三", "0042");
  private static final Person STORE = new Person("u2", "李四", "0043");
  private static final Person GUARD = new Person("u3", "王五", "0044");
  private static final Department FINANCE = new Department("1", "财务部", "BM01");
  private static final Department STORES = new Department("2", "仓库", "BM09");

  private static final Set<DayOfWeek> SIX_DAYS = EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY));
  private static final Set<DayOfWeek> TUESDAY_TO_SATURDAY =
      EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY);

  private static final WorkCalendar CALENDAR =
      new WorkCalendar(
          Calendars.named("CN").orElseThrow(),
          new BigDecimal("8"),
          Map.of(
              LocalDate.parse("2026-12-31"), new CompanyDay(DayClass.REST_DAY, "公司年会"),
              LocalDate.parse("2027-01-04"), new CompanyDay(DayClass.WORKDAY, "盘点"),
              LocalDate.parse("2026-07-04"), new CompanyDay(DayClass.MAKE_UP_DAY, "补班")),
          List.of(
              new Shift("门卫", Set.of(), Set.of("0044"), TUESDAY_TO_SATURDAY, false),
              new Shift("仓库六天制", Set.of("BM09"), Set.of(), SIX_DAYS, true)));

  private static DayClass office(String day) {
    return found(day, OFFICE, FINANCE).dayClass();
  }

  private static DayClass store(String day) {
    return found(day, STORE, STORES).dayClass();
  }

  private static DayClass guard(String day) {
    return found(day, GUARD, STORES).dayClass();
  }

  private static Found found(String day, Person person, Department department) {
    return CALENDAR.classOf(LocalDate.parse(day), person, department).orElseThrow();
  }

  @Test
  void without_a_shift_the_countrys_calendar_counts() {
    assertEquals(DayClass.WORKDAY, office("2026-03-06"));
    assertEquals(DayClass.REST_DAY, office("2026-03-07"));
    assertEquals(DayClass.STATUTORY, office("2026-02-17"));
    assertEquals(DayClass.MAKE_UP_DAY, office("2026-02-28"));
  }

  @Test
  void the_companys_own_days_go_before_everything_for_everybody() {
    assertEquals(DayClass.REST_DAY, office("2026-12-31"));
    assertEquals(DayClass.REST_DAY, guard("2026-12-31"));
    assertEquals(DayClass.MAKE_UP_DAY, office("2026-07-04"));
    assertEquals(DayClass.MAKE_UP_DAY, store("2026-07-04"));
  }

  @Test
  void a_year_that_is_not_loaded_is_known_only_where_the_company_states_the_day() {
    assertEquals(DayClass.WORKDAY, office("2027-01-04"));
    assertEquals(
        Optional.empty(), CALENDAR.classOf(LocalDate.parse("2027-01-05"), OFFICE, FINANCE));
    assertEquals(Optional.empty(), CALENDAR.classOf(LocalDate.parse("2027-01-05"), STORE, STORES));
  }

  @Test
  void a_shift_that_takes_holidays_works_its_own_week_otherwise() {
    assertEquals(DayClass.WORKDAY, store("2026-03-07"));
    assertEquals(DayClass.REST_DAY, store("2026-03-08"));
  }

  @Test
  void a_shift_that_takes_holidays_is_off_on_a_published_day_even_on_its_working_saturday() {
    assertEquals(DayClass.REST_DAY, store("2026-01-02"));
    assertEquals(DayClass.REST_DAY, store("2026-02-21"));
    assertEquals(DayClass.REST_DAY, store("2026-02-23"));
  }

  @Test
  void a_make_up_day_is_one_for_a_shift_only_if_it_would_not_have_worked_it() {
    assertEquals(DayClass.MAKE_UP_DAY, store("2026-01-04"));
    assertEquals(DayClass.WORKDAY, store("2026-02-28"));
  }

  @Test
  void a_shift_without_holidays_keeps_its_own_week() {
    assertEquals(DayClass.WORKDAY, guard("2026-01-02"));
    assertEquals(DayClass.WORKDAY, guard("2026-02-28"));
    assertEquals(DayClass.REST_DAY, guard("2026-01-04"));
    assertEquals(DayClass.REST_DAY, guard("2026-03-02"));
  }

  @Test
  void a_statutory_day_is_statutory_for_every_shift() {
    assertEquals(DayClass.STATUTORY, store("2026-02-17"));
    assertEquals(DayClass.STATUTORY, guard("2026-02-17"));
    assertEquals(DayClass.STATUTORY, guard("2026-04-05"));
  }

  @Test
  void the_first_shift_that_names_a_person_counts() {
    assertEquals("calendar, shift 门卫", found("2026-03-07", GUARD, STORES).origin());
    assertEquals("calendar, shift 仓库六天制", found("2026-03-07", STORE, STORES).origin());
  }

  @Test
  void each_answer_says_what_it_comes_from() {
    assertEquals("calendar CN 2026", found("2026-03-06", OFFICE, FINANCE).origin());
    assertEquals("calendar CN 2026, 春节", found("2026-02-17", GUARD, STORES).origin());
    assertEquals("calendar CN 2026, 元旦", found("2026-01-02", STORE, STORES).origin());
    assertEquals("calendar, 公司年会", found("2026-12-31", OFFICE, FINANCE).origin());
  }
}

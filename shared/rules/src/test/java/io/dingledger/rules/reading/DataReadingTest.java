package io.dingledger.rules.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.model.pay.PaySign;
import io.dingledger.model.pay.PayUnit;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.PayItemDefinition;
import io.dingledger.rules.book.PayRates;
import io.dingledger.rules.book.PayRates.Per;
import io.dingledger.rules.book.PayRates.Period;
import io.dingledger.rules.book.PayRates.Whose;
import io.dingledger.rules.book.PersonDates;
import io.dingledger.rules.calendar.DayClass;
import io.dingledger.rules.calendar.WorkCalendar;
import io.dingledger.rules.calendar.WorkCalendar.CompanyDay;
import io.dingledger.rules.calendar.WorkCalendar.Shift;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What calendar, people, rates, multipliers and pay items are read as. */
class DataReadingTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

  private static Optional<WorkCalendar> calendar(String yaml) {
    ReadBooks.Read read =
        ReadBooks.read(ReadBooks.HEAD.replace("calendar: { base: CN }\n", "calendar:\n" + yaml));
    assertEquals(List.of(), read.findings());
    return read.book().pay().calendar();
  }

  @Test
  void a_calendar_has_each_day_of_its_ranges_and_its_shifts_in_order() {
    WorkCalendar calendar =
        calendar(
                """
                  base: HK
                  hoursPerDay: 7.5
                  days:
                    - { date: 2026-12-30, class: makeUpDay, name: 补班 }
                    - { from: 2026-08-03, until: 2026-08-04, class: restDay }
                  shifts:
                    - { name: 六天制, departments: ["BM09"], workweek: [monday, saturday] }
                    - { name: 夜班, jobNumbers: ["0042"], workweek: [sunday], holidays: false }
                """)
            .orElseThrow();
    assertEquals("HK", calendar.base().code());
    assertEquals(new BigDecimal("7.5"), calendar.hoursPerDay());
    assertEquals(
        Map.of(
            LocalDate.of(2026, 12, 30), new CompanyDay(DayClass.MAKE_UP_DAY, "补班"),
            LocalDate.of(2026, 8, 3), new CompanyDay(DayClass.REST_DAY, "休息日"),
            LocalDate.of(2026, 8, 4), new CompanyDay(DayClass.REST_DAY, "休息日")),
        calendar.days());
    Set<DayOfWeek> two = Set.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);
    assertEquals(
        List.of(
            new Shift("六天制", Set.of("BM09"), Set.of(), two, true),
            new Shift("夜班", Set.of(), Set.of("0042"), Set.of(DayOfWeek.SUNDAY), false)),
        calendar.shifts());
  }

  @Test
  void a_calendar_of_its_base_alone_has_days_of_eight_hours() {
    WorkCalendar calendar = calendar("  base: CN\n").orElseThrow();
    assertEquals(BigDecimal.valueOf(8), calendar.hoursPerDay());
    assertEquals(Map.of(), calendar.days());
  }

  @Test
  void rates_are_read_by_whose_they_are_in_order_of_time() {
    ReadBooks.Read read =
        ReadBooks.withHead(
            """
            rates:
              wage:
                per: month
                daysPerMonth: 22
                hoursPerDay: 7
                rows:
                  - { userId: u1, from: 2026-07-01, amount: 9000.00 }
                  - { userId: u1, from: 2026-01-01, until: 2026-06-30, amount: 8700.00 }
                  - { jobNumber: "0042", from: 2026-01-01, amount: 1 }
                  - { department: "BM01", from: 2026-01-01, amount: 2 }
                  - { everybody: true, from: 2026-01-01, amount: 3.5 }
            """);
    assertEquals(List.of(), read.findings());
    PayRates rates = assertInstanceOf(Derived.RateOf.class, read.derived("wage.hour")).rates();
    assertEquals(
        new PayRates(
            "wage",
            Per.MONTH,
            BigDecimal.valueOf(22),
            BigDecimal.valueOf(7),
            Map.of(
                new Whose.UserId("u1"),
                List.of(
                    new Period(
                        NEW_YEAR,
                        Optional.of(LocalDate.of(2026, 6, 30)),
                        new BigDecimal("8700.00")),
                    open(LocalDate.of(2026, 7, 1), "9000.00")),
                new Whose.JobNumber("0042"),
                List.of(open(NEW_YEAR, "1")),
                new Whose.DepartmentCode("BM01"),
                List.of(open(NEW_YEAR, "2")),
                new Whose.Everybody(),
                List.of(open(NEW_YEAR, "3.5")))),
        rates);
  }

  private static Period open(LocalDate from, String amount) {
    return new Period(from, Optional.empty(), new BigDecimal(amount));
  }

  @Test
  void rates_that_say_nothing_of_their_own_take_the_laws_divisor_and_the_calendars_hours() {
    String rates =
        "rates: { fee: { per: hour, rows: [{ everybody: true, from: 2026-01-01, amount: 30 }] } }\n";
    ReadBooks.Read read =
        ReadBooks.read(
            ReadBooks.HEAD.replace("{ base: CN }", "{ base: CN, hoursPerDay: 7.5 }") + rates);
    assertEquals(List.of(), read.findings());
    assertEquals(Set.of("fee.hour"), read.book().derived().keySet());
    PayRates fee = assertInstanceOf(Derived.RateOf.class, read.derived("fee.hour")).rates();
    assertEquals(new BigDecimal("21.75"), fee.daysPerMonth());
    assertEquals(new BigDecimal("7.5"), fee.hoursPerDay());
  }

  @Test
  void a_multiplier_has_its_key_and_factors_and_may_be_by_any_text() {
    ReadBooks.Read read =
        ReadBooks.withHead(
            "multipliers: { byContract: { key: person.contract, factors: { 全日制: 1, 实习: 0.5 } } }\n");
    assertEquals(List.of(), read.findings());
    var factor = assertInstanceOf(Derived.FactorOf.class, read.derived("byContract.factor"));
    assertEquals("person.contract", factor.multiplier().key());
    assertEquals(
        Map.of("全日制", BigDecimal.ONE, "实习", new BigDecimal("0.5")), factor.multiplier().factors());
  }

  @Test
  void pay_items_are_read_with_and_without_code() {
    ReadBooks.Read read =
        ReadBooks.withHead(
            """
            payItems:
              加班费: { code: OT, unit: hour, sign: earning }
              迟到: { unit: time, sign: none }
            """);
    assertEquals(List.of(), read.findings());
    assertEquals(
        Map.of(
            "加班费", new PayItemDefinition("加班费", "OT", PayUnit.HOUR, PaySign.EARNING),
            "迟到", new PayItemDefinition("迟到", "", PayUnit.TIME, PaySign.NONE)),
        read.book().pay().items());
  }

  @Test
  void a_persons_contract_is_read_with_or_without_dates() {
    ReadBooks.Read read =
        ReadBooks.withHead(
            """
            people:
              - { jobNumber: "1", contract: 实习 }
              - { userId: u1, hiredOn: 2020-02-03, contract: 全日制 }
            """);
    assertEquals(List.of(), read.findings());
    assertEquals(
        Map.of("1", new PersonDates(Optional.empty(), Optional.empty(), Optional.of("实习"))),
        read.book().people().byJobNumber());
    assertEquals(Optional.of("全日制"), read.book().people().byUserId().get("u1").contract());
  }

  /** Hong Kong knows no statutory pay for overtime. */
  @Test
  void factors_below_the_law_of_the_mainland_are_no_matter_elsewhere() {
    String rest =
        """
        rates: { wage: { per: hour, rows: [{ everybody: true, from: 2026-01-01, amount: 80 }] } }
        multipliers:
          f: { key: day.dayClass, factors: { workday: 1, makeUpDay: 1, restDay: 1, statutory: 1 } }
        payItems: { 加班费: { unit: hour, sign: earning } }
        rules:
          - name: 加班费
            for: overtime
            each: day
            payItem: { item: 加班费, quantity: day.hours, factor: f.factor, rate: wage.hour }
        """;
    assertEquals(
        4,
        ReadBooks.withHead(rest).codes().stream().filter("BOOK-FACTOR-BELOW-LAW"::equals).count());
    ReadBooks.Read elsewhere =
        ReadBooks.read(ReadBooks.HEAD.replace("base: CN", "base: HK") + rest);
    assertEquals(0, elsewhere.codes().stream().filter("BOOK-FACTOR-BELOW-LAW"::equals).count());
  }
}

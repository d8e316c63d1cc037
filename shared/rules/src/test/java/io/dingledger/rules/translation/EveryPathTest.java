package io.dingledger.rules.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.model.document.DailyResult.Outcome;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Leave.Unit;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.OutsideWork;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.Travel;
import io.dingledger.model.pay.PayItem;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.PaySettings;
import io.dingledger.rules.book.People;
import io.dingledger.rules.book.PeriodVouchers.SumBy;
import io.dingledger.rules.calendar.Calendars;
import io.dingledger.rules.calendar.WorkCalendar;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.support.Attendance;
import io.dingledger.rules.support.Outcomes;
import io.dingledger.rules.support.PayBooks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the checker lets rules read is what translation gives them: all of it, and nothing else. */
class EveryPathTest {
  private static final Concerned ZHANG = new Concerned(Attendance.ZHANG, Attendance.FINANCE);
  private static final LocalDate DAY = LocalDate.parse("2026-03-16");
  private static final WorkCalendar CALENDAR =
      new WorkCalendar(
          Calendars.named("CN").orElseThrow(), new BigDecimal("8"), Map.of(), List.of());

  private static Book book(Optional<WorkCalendar> calendar) {
    return new Book(
        "CNY",
        RoundingMode.HALF_UP,
        List.of(),
        People.NOBODY,
        Map.of(),
        Map.of(),
        Map.of(),
        null,
        Map.of(),
        Map.of(),
        Map.of(),
        new PaySettings(calendar, true, Map.of(), Optional.empty()));
  }

  private static FactSheet sheet(SourceDocument document, Optional<WorkCalendar> calendar) {
    return new TypedFacts(book(calendar))
        .sheet(document, Kind.of(document.kind()).orElseThrow(), ZHANG);
  }

  private static void same(Map<String, Type> vocabulary, Map<String, Fact> facts) {
    assertEquals(new TreeMap<>(vocabulary).keySet(), new TreeMap<>(facts).keySet());
    facts.forEach(
        (path, fact) -> {
          switch (fact) {
            case Fact.Given given -> {
              assertEquals(vocabulary.get(path), given.value().type(), path);
              assertFalse(given.origin().isBlank(), path);
            }
            case Fact.Unusable unusable -> assertFalse(unusable.reason().chinese().isBlank(), path);
          }
        });
  }

  private static void complete(SourceDocument document) {
    Kind kind = Kind.of(document.kind()).orElseThrow();
    for (Optional<WorkCalendar> calendar :
        List.of(Optional.of(CALENDAR), Optional.<WorkCalendar>empty())) {
      FactSheet sheet = sheet(document, calendar);
      same(kind.documentFields(), sheet.document());
      sheet.rows().forEach(row -> same(kind.rowFields(), row));
      assertEquals(kind.rowFields().isEmpty(), sheet.rows().isEmpty());
    }
  }

  @Nested
  class Of_a_typed_document {
    @Test
    void that_is_overtime() {
      complete(Attendance.overtime("2026-03-16 18:00", "2026-03-17 02:00", "8"));
    }

    @Test
    void that_is_leave_in_days_or_hours() {
      for (Unit unit : Unit.values()) {
        complete(Attendance.leave("事假", unit, "1", Attendance.leaveDay("2026-03-16", "1", "1")));
      }
    }

    @Test
    void that_is_a_day_of_attendance() {
      complete(Attendance.results("2026-03-16", Attendance.check(Outcome.LATE, 3)));
    }

    @Test
    void that_is_travel() {
      Moment moment = Moment.of(DAY);
      complete(
          new Travel(
              Attendance.header("t", DAY),
              "",
              List.of(
                  new Travel.Journey(
                      "", false, "", "", Optional.empty(), moment, moment, Optional.empty())),
              List.of(),
              Optional.empty(),
              Optional.empty()));
    }

    @Test
    void that_is_work_outside() {
      Moment moment = Moment.of(DAY);
      complete(
          new OutsideWork(
              Attendance.header("o", DAY), "", moment, moment, Optional.empty(), List.of(), ""));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void of_a_form(Kind kind) {
    if (kind.isForm()) {
      Map<String, Fact> header =
          HeaderFacts.of(Attendance.header("f", DAY), kind, ZHANG, People.NOBODY);
      FormFacts facts =
          new FormReader(book(Optional.empty()), WrittenForms.mapping(kind, "", written()))
              .read(written(), header);
      same(kind.documentFields(), facts.document());
      facts.rows().forEach(row -> same(kind.rowFields(), row));
    }
  }

  private static Form written() {
    Form.Component table =
        new Form.Component("lines", "", "", "", "", List.of(), List.of(new Form.Row(List.of())));
    return new Form(List.of(table));
  }

  @Nested
  class Of_a_month_of_pay {
    private final PeriodFacts facts =
        new PeriodFacts(book(Optional.of(CALENDAR)), YearMonth.parse("2026-03"));
    private final PayItem item =
        Outcomes.item(
            Attendance.by(
                PayBooks.of("overtime", PayBooks.OVERTIME),
                Attendance.overtime("2026-03-16 18:00", "2026-03-16 20:00", "2")));

    @Test
    void for_one_person() {
      same(Kind.PERSON_MONTH.documentFields(), facts.of(ZHANG));
      Fact workdays = facts.of(ZHANG).get("period.workdays");
      assertEquals("22", assertInstanceOf(Fact.Given.class, workdays).value().plain());
    }

    @Test
    void for_all_and_each_group() {
      same(Kind.PAY_PERIOD.documentFields(), facts.ofAll(1));
      for (Set<SumBy> apart : List.of(Set.of(SumBy.values()), Set.<SumBy>of())) {
        PayGroup group = PayGroup.of(List.of(item), apart, List.of()).getFirst();
        same(Kind.PAY_PERIOD.rowFields(), facts.of(group, 1, apart));
      }
    }

    @Test
    void whose_year_the_calendar_does_not_have() {
      PeriodFacts unknown =
          new PeriodFacts(book(Optional.of(CALENDAR)), YearMonth.parse("2031-03"));
      reason(PayReason.CALENDAR_YEAR_UNKNOWN, unknown.of(ZHANG).get("period.workdays"));
      PeriodFacts none = new PeriodFacts(book(Optional.empty()), YearMonth.parse("2026-03"));
      reason(PayReason.CALENDAR_MISSING, none.of(ZHANG).get("period.workdays"));
    }
  }

  private static void reason(PayReason expected, Fact fact) {
    assertEquals(expected.code(), assertInstanceOf(Fact.Unusable.class, fact).reason().code());
  }

  @Test
  void without_a_calendar_nothing_says_what_a_day_is_or_how_long() {
    FactSheet leave =
        sheet(
            Attendance.leave("事假", Unit.DAY, "1", Attendance.leaveDay("2026-03-16", "1", "8")),
            Optional.empty());
    reason(PayReason.CALENDAR_MISSING, leave.rows().getFirst().get("day.dayClass"));
    reason(PayReason.CALENDAR_MISSING, leave.rows().getFirst().get("day.hours"));
    FactSheet hours =
        sheet(
            Attendance.leave("事假", Unit.HOUR, "1", Attendance.leaveDay("2026-03-16", "1", "1")),
            Optional.empty());
    reason(PayReason.CALENDAR_MISSING, hours.rows().getFirst().get("day.days"));
    reason(PayReason.CALENDAR_MISSING, hours.document().get("leave.days"));
  }

  @Nested
  class The_department_of_a_person {
    @Test
    void is_their_main_one_whichever_they_started_from() {
      DocumentHeader header = Attendance.header("x", DAY);
      DocumentHeader fromSales =
          new DocumentHeader(
              header.id(), "", "", Attendance.ZHANG, Attendance.SALES, DAY, List.of(), Map.of());
      assertEquals(
          Attendance.FINANCE, Concerned.originator(fromSales, Attendance.DIRECTORY).department());
      assertEquals(
          Attendance.SALES, Concerned.named("u2", Attendance.DIRECTORY).orElseThrow().department());
    }
  }

  @Test
  void kinds_without_rules_have_no_facts() {
    assertEquals(Optional.empty(), Kind.of(DocumentKind.PUNCH));
  }
}

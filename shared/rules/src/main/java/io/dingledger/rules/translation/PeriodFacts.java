package io.dingledger.rules.translation;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.PeriodVouchers.SumBy;
import io.dingledger.rules.calendar.DayClass;
import io.dingledger.rules.calendar.WorkCalendar;
import io.dingledger.rules.calendar.WorkCalendar.Found;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.pay.PayGroupWords;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What rules can read of a month of pay. */
final class PeriodFacts {
  private static final Set<DayClass> WORKED = EnumSet.of(DayClass.WORKDAY, DayClass.MAKE_UP_DAY);

  private final Book book;
  private final YearMonth month;

  PeriodFacts(Book book, YearMonth month) {
    this.book = book;
    this.month = month;
  }

  /** The month as a whole, with the number of its pay items. */
  Map<String, Fact> ofAll(int items) {
    Map<String, Fact> facts = new HashMap<>();
    period(facts).number("items", items, "number of pay items");
    return facts;
  }

  /** The month of one person. */
  Map<String, Fact> of(Concerned who) {
    Map<String, Fact> facts = new HashMap<>();
    HeaderFacts.concerned(facts, who, "pay items", book.people());
    workdays(period(facts), who);
    return facts;
  }

  private FactWriter period(Map<String, Fact> facts) {
    return FactWriter.document(facts, "period", Map.of())
        .text("name", month.toString())
        .day("from", month.atDay(1))
        .day("until", month.atEndOfMonth());
  }

  private void workdays(FactWriter writer, Concerned who) {
    if (book.pay().calendar().isEmpty()) {
      writer.unknown("workdays", Reason.of(PayReason.CALENDAR_MISSING, "period.workdays"));
      return;
    }
    WorkCalendar calendar = book.pay().calendar().get();
    long workdays = 0;
    for (LocalDate day = month.atDay(1);
        !day.isAfter(month.atEndOfMonth());
        day = day.plusDays(1)) {
      Optional<Found> found = calendar.classOf(day, who.person(), who.department());
      if (found.isEmpty()) {
        writer.unknown("workdays", new DayFacts(book.pay().calendar(), who).unknown(day));
        return;
      }
      workdays += WORKED.contains(found.get().dayClass()) ? 1 : 0;
    }
    writer.number("workdays", workdays, "calendar " + calendar.base().code() + ", " + month);
  }

  /** One group; what is not told apart is not filled in. */
  Map<String, Fact> of(PayGroup group, int number, Set<SumBy> apart) {
    PayItem latest = group.latest();
    String origin = words(group, apart);
    FactWriter writer =
        FactWriter.row(number, "group", "groups", Map.of())
            .text("item", group.key().item())
            .text("code", latest.code())
            .text("sign", latest.sign().word())
            .text("month", group.key().month().toString())
            .truth("late", group.key().month().isBefore(month))
            .number("count", group.items().size(), "number of pay items")
            .number("quantity", group.quantity(), origin)
            .number("amount", group.amount().amount(), origin);
    Person person = latest.person();
    boolean people = apart.contains(SumBy.EMPLOYEE);
    text(writer, "userId", person.userId(), people);
    text(writer, "name", person.name(), people);
    text(writer, "jobNumber", person.jobNumber(), people);
    Department department = latest.department();
    boolean departments = apart.contains(SumBy.DEPARTMENT);
    text(writer, "departmentId", department.id(), departments);
    text(writer, "departmentName", department.name(), departments);
    text(writer, "departmentCode", department.code(), departments);
    return writer.facts();
  }

  private static void text(FactWriter writer, String key, String text, boolean told) {
    String origin = told ? "pay items" : "not told apart (vouchers.period.sumBy)";
    boolean filled = told && !text.isBlank();
    writer.put(key, new Fact.Given(new Value.Text(told ? text : ""), origin, filled));
  }

  private static String words(PayGroup group, Set<SumBy> apart) {
    PayItem latest = group.latest();
    return PayGroupWords.of(
        group.items().size(),
        group.key().item(),
        group.key().month(),
        apart.contains(SumBy.DEPARTMENT) ? Optional.of(latest.department()) : Optional.empty(),
        apart.contains(SumBy.EMPLOYEE) ? Optional.of(latest.person().userId()) : Optional.empty());
  }
}

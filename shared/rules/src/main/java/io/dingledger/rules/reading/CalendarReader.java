package io.dingledger.rules.reading;

import io.dingledger.rules.DataFinding;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.calendar.BaseCalendar;
import io.dingledger.rules.calendar.Calendars;
import io.dingledger.rules.calendar.DayClass;
import io.dingledger.rules.calendar.WorkCalendar;
import io.dingledger.rules.calendar.WorkCalendar.CompanyDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code calendar}. */
final class CalendarReader {
  /** The hours of a working day where the book says nothing. */
  static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(8);

  private static final int MOST_HOURS = 24;

  private final Context context;
  private final Findings findings;
  private final List<String> bases;
  private final Function<String, Optional<BaseCalendar>> named;
  private final Map<LocalDate, CompanyDay> days = new LinkedHashMap<>();
  private final Map<LocalDate, Integer> lines = new HashMap<>();

  /** A reader that knows the calendars of the countries. */
  CalendarReader(Context context) {
    this(context, Calendars.codes(), Calendars::named);
  }

  /**
   * A reader.
   *
   * @param bases the names of the countries' calendars
   * @param named the calendar with a name
   */
  CalendarReader(
      Context context, List<String> bases, Function<String, Optional<BaseCalendar>> named) {
    this.context = context;
    this.findings = context.findings();
    this.bases = bases;
    this.named = named;
  }

  /** The calendar; empty when its base is not known. */
  Optional<WorkCalendar> calendar(Section section) {
    Optional<BaseCalendar> base =
        section
            .requiredText("base")
            .filter(word -> context.isChoice(word, bases))
            .flatMap(word -> named.apply(word.text()));
    BigDecimal hours =
        section
            .optional("hoursPerDay")
            .flatMap(
                node ->
                    Numbers.required(node, "hoursPerDay", Numbers.Range.upTo(MOST_HOURS), findings))
            .orElse(HOURS_PER_DAY);
    for (Node item : section.optionalItems("days")) {
      Section.of(item, "days", findings).ifPresent(day -> day(day, base));
    }
    ShiftsReader shifts = new ShiftsReader(context);
    section.optionalItems("shifts").forEach(shifts::shift);
    section.close();
    return base.map(known -> new WorkCalendar(known, hours, days, shifts.shifts()));
  }

  private void day(Section section, Optional<BaseCalendar> base) {
    Optional<Node> date = section.optional("date");
    Optional<Node> from = section.optional("from");
    Optional<Node> until = section.optional("until");
    Optional<DayClass> dayClass =
        section
            .requiredText("class")
            .filter(word -> context.isChoice(word, DayClass.words()))
            .flatMap(word -> DayClass.of(word.text()));
    Optional<Word> name = section.optionalText("name");
    section.close();
    boolean isOne = date.isPresent() && from.isEmpty() && until.isEmpty();
    boolean isRange = date.isEmpty() && from.isPresent() && until.isPresent();
    if (!isOne && !isRange) {
      findings.add(section.node(), DataFinding.DAY_UNCLEAR);
      return;
    }
    Node start = date.or(() -> from).orElseThrow();
    Node end = date.or(() -> until).orElseThrow();
    Optional<LocalDate> first = Section.date(start, isOne ? "date" : "from", findings);
    Optional<LocalDate> last = isOne ? first : Section.date(end, "until", findings);
    if (first.isPresent() && last.isPresent() && isSensible(first.get(), last.get(), end)) {
      DayClass known = dayClass.orElse(DayClass.REST_DAY);
      CompanyDay day = new CompanyDay(known, name.map(Word::text).orElse(known.chinese()));
      put(first.get(), last.get(), day, start);
      base.ifPresent(calendar -> warnOutside(calendar, first.get(), last.get(), start, end));
    }
  }

  private boolean isSensible(LocalDate first, LocalDate last, Node end) {
    if (last.isBefore(first)) {
      findings.add(end, RuleBookFinding.PERIOD_BACKWARDS, first, last);
      return false;
    }
    if (!last.isBefore(first.plusYears(1))) {
      findings.add(end, DataFinding.DAYS_TOO_MANY, first, last);
      return false;
    }
    return true;
  }

  /** Reports a repetition once for an entry, however many days are concerned. */
  private void put(LocalDate first, LocalDate last, CompanyDay day, Node start) {
    Optional<LocalDate> repeated = Optional.empty();
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      if (days.putIfAbsent(date, day) == null) {
        lines.put(date, start.getStartMark().getLine() + 1);
      } else if (repeated.isEmpty()) {
        repeated = Optional.of(date);
      }
    }
    repeated.ifPresent(
        date -> findings.add(start, DataFinding.DAY_REPEATED, date, lines.get(date)));
  }

  private void warnOutside(
      BaseCalendar base, LocalDate first, LocalDate last, Node start, Node end) {
    if (base.classOf(first).isEmpty()) {
      findings.warn(start, DataFinding.DAY_OUTSIDE_CALENDAR, first, base.code());
    } else if (base.classOf(last).isEmpty()) {
      findings.warn(end, DataFinding.DAY_OUTSIDE_CALENDAR, last, base.code());
    }
  }
}

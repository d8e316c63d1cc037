package io.dingledger.rules.written;

import io.dingledger.model.document.DailyResult;
import io.dingledger.model.document.DailyResult.Duty;
import io.dingledger.model.document.DailyResult.Outcome;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.OutsideWork;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.Person;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Punch;
import io.dingledger.model.document.PunchCorrection;
import io.dingledger.model.document.ShiftSwap;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.Travel;
import io.dingledger.model.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the kinds that are typed without a form. */
final class TypedReader {
  /** The kinds, in the order of the page on documents. */
  static final List<DocumentKind> KINDS =
      List.of(
          DocumentKind.TRAVEL,
          DocumentKind.OVERTIME,
          DocumentKind.LEAVE,
          DocumentKind.OUTSIDE_WORK,
          DocumentKind.PUNCH_CORRECTION,
          DocumentKind.SHIFT_SWAP,
          DocumentKind.DAILY_RESULT,
          DocumentKind.PUNCH);

  private static final BigDecimal HOURS_PER_DAY = new BigDecimal("8");

  private static final Map<String, Overtime.Compensation> COMPENSATIONS =
      words(Overtime.Compensation.values());
  private static final Map<String, Leave.Unit> UNITS = words(Leave.Unit.values());
  private static final Map<String, Duty> DUTIES = words(Duty.values());
  private static final Map<String, Outcome> OUTCOMES = words(Outcome.values());

  private final Part part;
  private final Envelope envelope;

  TypedReader(Part part, Envelope envelope) {
    this.part = part;
    this.envelope = envelope;
  }

  /** Reads everything; the document may only be asked for when nothing was wrong. */
  Supplier<SourceDocument> document(DocumentKind kind) {
    return switch (kind) {
      case TRAVEL -> travel();
      case OVERTIME -> overtime();
      case LEAVE -> leave();
      case OUTSIDE_WORK -> outsideWork();
      case PUNCH_CORRECTION -> punchCorrection();
      case SHIFT_SWAP -> shiftSwap();
      case DAILY_RESULT -> dailyResult();
      case PUNCH -> punch();
      case EXPENSE_CLAIM, PAYMENT, PURCHASE, SALE, ADVANCE, CLEARING, PAY_PERIOD, UNRECOGNISED ->
          throw new IllegalArgumentException(kind.word() + " is not typed by hand");
    };
  }

  private Supplier<SourceDocument> travel() {
    String reason = part.text("reason", "");
    List<Travel.Journey> journeys =
        part.parts("journeys").stream().map(TypedReader::journey).toList();
    List<PersonNamed> companions = named("companions");
    Optional<BigDecimal> days = part.optionalNumber("days");
    String currency = currency();
    Optional<BigDecimal> advance = part.optionalNumber("advance");
    advance.ifPresent(amount -> fine(amount, currency));
    return () ->
        new Travel(
            header(),
            reason,
            journeys,
            companions,
            days,
            advance.map(amount -> new Money(amount, currency)));
  }

  private static Travel.Journey journey(Part row) {
    Moment starts = row.moment("starts");
    Travel.Journey journey =
        new Travel.Journey(
            row.text("vehicle", ""),
            row.truth("roundTrip").orElse(false),
            row.text("departure", ""),
            row.text("arrival"),
            row.truth("international"),
            starts,
            ends(row, starts),
            row.optionalNumber("days"));
    row.close();
    return journey;
  }

  private String currency() {
    String currency = part.text("currency", "CNY");
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
      part.fault("currency", WrittenFault.CURRENCY_UNKNOWN, currency);
      return "CNY";
    }
    return currency;
  }

  private void fine(BigDecimal amount, String currency) {
    int scale = Money.scaleOf(currency);
    if (amount.stripTrailingZeros().scale() > scale) {
      part.fault("advance", WrittenFault.AMOUNT_TOO_FINE, amount.toPlainString(), currency, scale);
    }
  }

  private Supplier<SourceDocument> overtime() {
    Moment starts = part.moment("starts");
    Moment ends = ends(part, starts);
    BigDecimal hours = part.number("hours");
    List<Overtime.Day> days =
        part.optionalParts("days").stream().map(TypedReader::overtimeDay).toList();
    Overtime.Compensation compensation =
        part.choice("compensation", COMPENSATIONS, Overtime.Compensation.UNSTATED);
    String type = part.text("type", "");
    List<PersonNamed> people = named("people");
    boolean needsNoSplit = days.isEmpty() && starts.day().equals(ends.day());
    return () ->
        new Overtime(
            header(),
            people.isEmpty() ? List.of(named(envelope.person())) : people,
            starts,
            ends,
            hours,
            needsNoSplit ? List.of(new Overtime.Day(starts.day(), hours)) : days,
            compensation,
            type);
  }

  private static Overtime.Day overtimeDay(Part row) {
    Overtime.Day day = new Overtime.Day(row.date("date"), row.number("hours"));
    row.close();
    return day;
  }

  private Supplier<SourceDocument> leave() {
    String type = part.text("type");
    Leave.Unit unit = part.choice("unit", UNITS);
    Moment starts = part.moment("starts");
    Moment ends = ends(part, starts);
    BigDecimal duration = part.number("duration");
    boolean naturalDays = part.truth("naturalDays").orElse(false);
    List<Leave.Day> days = part.parts("days").stream().map(TypedReader::leaveDay).toList();
    return () -> new Leave(header(), type, unit, starts, ends, duration, naturalDays, days);
  }

  private static Leave.Day leaveDay(Part row) {
    LocalDate date = row.date("date");
    BigDecimal days = row.number("days");
    BigDecimal hours = row.optionalNumber("hours").orElse(days.multiply(HOURS_PER_DAY));
    Leave.Day day = new Leave.Day(date, days, hours, row.truth("rest").orElse(false));
    row.close();
    return day;
  }

  private Supplier<SourceDocument> outsideWork() {
    String type = part.text("type", "");
    Moment starts = part.moment("starts");
    Moment ends = ends(part, starts);
    Optional<BigDecimal> duration = part.optionalNumber("duration");
    List<PersonNamed> people = named("people");
    String reason = part.text("reason", "");
    return () -> new OutsideWork(header(), type, starts, ends, duration, people, reason);
  }

  private Supplier<SourceDocument> punchCorrection() {
    Moment punchedAt = part.moment("punchedAt");
    Optional<LocalDate> workDay = part.optionalDate("workDay");
    String plan = part.text("plan", "");
    String reason = part.text("reason", "");
    return () -> new PunchCorrection(header(), punchedAt, workDay, plan, reason);
  }

  private Supplier<SourceDocument> shiftSwap() {
    Optional<PersonNamed> relief = part.person("relief", envelope.people()).map(TypedReader::named);
    Moment swapped = part.moment("swapped");
    Optional<Moment> back = part.optionalMoment("back");
    String details = part.text("details", "");
    return () ->
        new ShiftSwap(
            header(), named(envelope.person()), relief.orElseThrow(), swapped, back, details);
  }

  private Supplier<SourceDocument> dailyResult() {
    List<DailyResult.Check> checks = part.parts("checks").stream().map(this::check).toList();
    DocumentId own = DocumentId.ofDay(envelope.person().userId(), envelope.date());
    return () -> new DailyResult(envelope.header(own, part.keys()), checks);
  }

  private DailyResult.Check check(Part row) {
    DailyResult.Check check =
        new DailyResult.Check(
            row.choice("duty", DUTIES),
            row.choice("outcome", OUTCOMES),
            row.optionalMinute("planned").map(this::instant),
            row.optionalMinute("actual").map(this::instant),
            row.count("minutes").orElse(0),
            row.truth("outside").orElse(false),
            row.text("approval", ""));
    row.close();
    return check;
  }

  private Supplier<SourceDocument> punch() {
    Instant at = instant(part.minute("at"));
    String method = part.text("method", "");
    boolean outside = part.truth("outside").orElse(false);
    boolean byPerson = part.truth("byPerson").orElse(true);
    DocumentId own = DocumentId.ofPunch(envelope.person().userId(), at);
    return () -> new Punch(envelope.header(own, part.keys()), at, method, outside, byPerson);
  }

  private DocumentHeader header() {
    return envelope.header(new DocumentId(envelope.id()), part.keys());
  }

  private static Moment ends(Part part, Moment starts) {
    Moment ends = part.moment("ends");
    boolean sameDay = ends.day().equals(starts.day());
    boolean backwards =
        ends.day().isBefore(starts.day())
            || sameDay
                && ends.time().isPresent()
                && starts.time().filter(ends.time().get()::isBefore).isPresent();
    if (backwards && part.value("ends").isPresent() && part.value("starts").isPresent()) {
      part.fault("ends", WrittenFault.ENDS_FIRST, starts, ends);
    }
    return ends;
  }

  private Instant instant(Moment minute) {
    return minute
        .day()
        .atTime(minute.time().orElse(LocalTime.MIDNIGHT))
        .atZone(envelope.zone())
        .toInstant();
  }

  private List<PersonNamed> named(String key) {
    return part.persons(key, envelope.people()).stream().map(TypedReader::named).toList();
  }

  private static PersonNamed named(Person person) {
    return new PersonNamed(person.userId(), person.name());
  }

  /** The words of an enumeration, in its order: {@code TIME_OFF} is written {@code timeOff}. */
  private static <T extends Enum<T>> Map<String, T> words(T[] values) {
    Map<String, T> words = new LinkedHashMap<>();
    for (T value : values) {
      String[] parts = value.name().toLowerCase(Locale.ROOT).split("_");
      StringBuilder word = new StringBuilder(parts[0]);
      for (int index = 1; index < parts.length; index++) {
        word.append(Character.toUpperCase(parts[index].charAt(0)))
            .append(parts[index].substring(1));
      }
      words.put(word.toString(), value);
    }
    return Collections.unmodifiableMap(words);
  }
}

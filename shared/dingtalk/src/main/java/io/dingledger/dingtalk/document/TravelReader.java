package io.dingledger.dingtalk.document;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Form.Component;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.Travel;
import io.dingledger.model.document.Travel.Journey;
import io.dingledger.model.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads business trips (出差) from DingTalk's suite. */
final class TravelReader {
  /** A money component states no currency (facts §4.3); its capitals are always of 元. */
  private static final String CURRENCY = "CNY";

  private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(366);

  private final Findings findings;
  private final Sheet sheet;

  TravelReader(Findings findings, Form form) {
    this.findings = findings;
    this.sheet = new Sheet(form.components(), findings, "");
  }

  Reading read() {
    List<Journey> journeys =
        sheet
            .find(TravelVocabulary.ITINERARY)
            .or(this::onlyItinerary)
            .filter(table -> !Sheet.isBlank(table))
            .map(table -> new Journeys(findings).read(table))
            .orElseGet(
                () -> {
                  findings.doubtOf(TravelVocabulary.ITINERARY, DocumentDoubt.FIELD_MISSING);
                  return List.of();
                });
    String reason = reason();
    List<PersonNamed> companions = companions();
    Optional<BigDecimal> days = days(journeys);
    Optional<Money> advance = advance();
    return journeys.isEmpty()
        ? findings.unrecognised(DocumentKind.TRAVEL)
        : findings.typed(header -> new Travel(header, reason, journeys, companions, days, advance));
  }

  private Optional<Component> onlyItinerary() {
    List<Component> tables = sheet.components().stream().filter(Journeys::isItinerary).toList();
    return tables.size() == 1 ? Optional.of(tables.getFirst()) : Optional.empty();
  }

  String reason() {
    return sheet.note(Vocabulary.REASON);
  }

  /** Who travels along, without the originator. */
  List<PersonNamed> companions() {
    return People.withoutOriginator(
        People.read(sheet, TravelVocabulary.COMPANIONS, findings),
        TravelVocabulary.COMPANIONS,
        findings);
  }

  private Optional<BigDecimal> days(List<Journey> journeys) {
    Optional<Component> found =
        sheet.find(TravelVocabulary.DAYS).filter(known -> !Sheet.isBlank(known));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String text = Sheet.text(found.get());
    Optional<Quantity> quantity = Quantity.read(text);
    if (quantity.isEmpty()) {
      findings.doubtOf(TravelVocabulary.DAYS, DocumentDoubt.NUMBER_UNREADABLE, text);
      return Optional.empty();
    }
    Stated stated = Stated.of(found.get().extension(), TravelVocabulary.DAYS, findings);
    boolean inHours =
        stated
            .unit()
            .or(() -> quantity.get().unit())
            .or(() -> Quantity.unitInLabel(found.get().name()))
            .filter(unit -> unit == Leave.Unit.HOUR)
            .isPresent();
    Optional<BigDecimal> days = inHours ? stated.days() : Optional.of(quantity.get().number());
    days.ifPresent(known -> check(known, journeys, findings));
    return days;
  }

  /** More than none, at most a year and no more than the days of its journeys; else a doubt. */
  static void check(BigDecimal days, List<Journey> journeys, Findings findings) {
    if (days.signum() <= 0) {
      findings.doubt(DocumentDoubt.DURATION_NOT_POSITIVE, days.toPlainString());
    } else if (days.compareTo(MOST_DAYS.min(daysAway(journeys))) > 0) {
      findings.doubt(DocumentDoubt.DURATION_TOO_LONG, days.toPlainString());
    }
  }

  /** From the first day to the last; without any journey nobody knows. */
  private static BigDecimal daysAway(List<Journey> journeys) {
    Optional<LocalDate> first =
        journeys.stream().map(journey -> journey.starts().day()).min(Comparator.naturalOrder());
    Optional<LocalDate> last =
        journeys.stream().map(journey -> journey.ends().day()).max(Comparator.naturalOrder());
    return first
        .map(day -> BigDecimal.valueOf(ChronoUnit.DAYS.between(day, last.orElse(day)) + 1))
        .orElse(MOST_DAYS);
  }

  Optional<Money> advance() {
    Optional<Component> found =
        sheet.find(TravelVocabulary.ADVANCE).filter(known -> !Sheet.isBlank(known));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String text = Sheet.text(found.get());
    Optional<BigDecimal> amount =
        Quantity.read(text)
            .filter(quantity -> quantity.unit().isEmpty())
            .map(Quantity::number)
            .filter(number -> number.signum() >= 0)
            .filter(number -> number.stripTrailingZeros().scale() <= Money.scaleOf(CURRENCY));
    if (amount.isEmpty()) {
      findings.doubtOf(TravelVocabulary.ADVANCE, DocumentDoubt.NUMBER_UNREADABLE, text);
    }
    return amount.map(number -> new Money(number, CURRENCY));
  }
}

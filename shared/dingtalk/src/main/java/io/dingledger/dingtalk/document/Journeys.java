package io.dingledger.dingtalk.document;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.model.document.Form.Component;
import io.dingledger.model.document.Form.Row;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Travel.Journey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of an itinerary (facts §4.3). */
final class Journeys {
  private static final Set<String> WAYS = Set.of("往返", "单程", "roundtrip", "oneway");

  private final Findings findings;

  Journeys(Findings findings) {
    this.findings = findings;
  }

  /** Whether a table can be nothing else than an itinerary. */
  static boolean isItinerary(Component table) {
    return table.rows().stream()
        .map(Row::cells)
        .anyMatch(
            cells ->
                cells.stream().anyMatch(cell -> cell.bizAlias().equals("departure"))
                    && cells.stream().anyMatch(cell -> cell.bizAlias().equals("arrival")));
  }

  /** The journeys; a doubt for each row that is none. */
  List<Journey> read(Component table) {
    if (table.rows().isEmpty()) {
      findings.doubtOf(TravelVocabulary.ITINERARY, DocumentDoubt.TABLE_UNREADABLE);
    }
    List<Journey> journeys = new ArrayList<>();
    for (int index = 0; index < table.rows().size(); index++) {
      String number = String.valueOf(index + 1);
      Sheet row = new Sheet(table.rows().get(index).cells(), findings, "journeys[" + number + "].");
      Optional<Journey> journey = journey(row);
      journey.ifPresent(journeys::add);
      if (journey.isEmpty()) {
        findings.doubtOf(TravelVocabulary.ITINERARY, DocumentDoubt.ROW_UNREADABLE, number);
      }
    }
    return journeys;
  }

  private Optional<Journey> journey(Sheet row) {
    Optional<Span> span = row.requireSpan(TravelVocabulary.STARTS, TravelVocabulary.ENDS);
    Optional<Component> arrival =
        row.find(TravelVocabulary.ARRIVAL).filter(known -> !city(known).isEmpty());
    if (arrival.isEmpty()) {
      findings.doubtOf(TravelVocabulary.ARRIVAL, DocumentDoubt.FIELD_MISSING);
    }
    String departure = row.find(TravelVocabulary.DEPARTURE).map(Journeys::city).orElse("");
    String vehicle = row.find(TravelVocabulary.VEHICLE).map(Sheet::choice).orElse("");
    boolean roundTrip = isRoundTrip(way(row).map(Sheet::choice));
    if (span.isEmpty() || arrival.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> days =
        row.find(TravelVocabulary.LENGTH)
            .filter(known -> !Sheet.isBlank(known))
            .flatMap(known -> days(known, span.get()));
    return Optional.of(
        new Journey(
            vehicle,
            roundTrip,
            departure,
            city(arrival.get()),
            isInternational(arrival.get()),
            span.get().starts(),
            span.get().ends(),
            days));
  }

  /** By its field; else by its options, which nothing else has. */
  private static Optional<Component> way(Sheet row) {
    return row.find(TravelVocabulary.ROUND_TRIP)
        .or(
            () ->
                row.components().stream()
                    .filter(cell -> WAYS.contains(plain(Sheet.choice(cell))))
                    .findFirst());
  }

  private static String plain(String word) {
    return word.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }

  private boolean isRoundTrip(Optional<String> chosen) {
    return isRoundTrip(chosen.orElse(""), findings);
  }

  /** 往返 or 单程; a doubt for all else that is not blank. */
  static boolean isRoundTrip(String word, Findings findings) {
    return switch (plain(word)) {
      case "往返", "roundtrip", "return" -> true;
      case "", "单程", "oneway", "single" -> false;
      default -> {
        findings.doubtOf(TravelVocabulary.ROUND_TRIP, DocumentDoubt.CHOICE_UNKNOWN, word);
        yield false;
      }
    };
  }

  /** The name as shown, else that of the extension ({@code n}). */
  private static String city(Component component) {
    String shown = Sheet.choice(component);
    return shown.isEmpty()
        ? scalar(field(Sheet.json(component.extension()), "n", "name")).strip()
        : shown;
  }

  /** {@code region}: 0 domestic, 1 international. */
  private static Optional<Boolean> isInternational(Component arrival) {
    JsonNode region = field(Sheet.json(arrival.extension()), "region");
    return switch (scalar(region).strip()) {
      case "0" -> Optional.of(false);
      case "1" -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  /** Days, when it says so, or when the number can be nothing else. */
  private Optional<BigDecimal> days(Component length, Span span) {
    Optional<Quantity> quantity = Quantity.read(Sheet.text(length));
    if (quantity.isEmpty()) {
      findings.doubtOf(
          TravelVocabulary.LENGTH, DocumentDoubt.NUMBER_UNREADABLE, Sheet.text(length));
      return Optional.empty();
    }
    Stated stated = Stated.of(length.extension(), TravelVocabulary.LENGTH, findings);
    Optional<Leave.Unit> unit =
        stated
            .unit()
            .or(() -> quantity.get().unit())
            .or(() -> Quantity.unitInLabel(length.name()))
            .or(
                () ->
                    length.name().endsWith("天数") ? Optional.of(Leave.Unit.DAY) : Optional.empty());
    BigDecimal number = quantity.get().number();
    boolean inDays =
        unit.map(known -> known != Leave.Unit.HOUR)
            .orElseGet(() -> number.compareTo(span.mostDays()) == 0);
    if (unit.isEmpty() && !inDays && !span.canOnlyBeHours(number)) {
      findings.doubt(DocumentDoubt.UNIT_UNSTATED, number.toPlainString());
    }
    Optional<BigDecimal> days = inDays ? Optional.of(number) : stated.days();
    days.ifPresent(known -> check(known, span));
    return days;
  }

  private void check(BigDecimal days, Span span) {
    if (days.signum() <= 0) {
      findings.doubt(DocumentDoubt.DURATION_NOT_POSITIVE, days.toPlainString());
    } else if (span.isShorterThanDays(days)) {
      findings.doubt(DocumentDoubt.DURATION_TOO_LONG, days.toPlainString());
    }
  }
}

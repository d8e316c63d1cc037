package io.dingledger.dingtalk.document;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.form.FormParser;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.Travel;
import io.dingledger.model.document.Travel.Journey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads business trips from {@code trip/processes/details} (facts §4.3). */
final class TripReader {
  private final Findings findings;
  private final ApprovalDetail detail;

  TripReader(Findings findings, ApprovalDetail detail) {
    this.findings = findings;
    this.detail = detail;
  }

  /**
   * @param text the answer, or the {@code result} within it
   */
  Reading read(String text) {
    Optional<ObjectNode> answer = JsonTexts.parseObject(text);
    JsonNode trip =
        answer
            .map(known -> known.path("result").isObject() ? known.path("result") : known)
            .orElseGet(JsonTexts::object);
    JsonNode rows = field(trip, "journeys");
    if (!rows.isArray() || rows.isEmpty()) {
      findings.doubt(DocumentDoubt.TRIP_UNREADABLE);
      return findings.unrecognised(DocumentKind.TRAVEL);
    }
    String told = text(trip, "processInstanceId");
    if (!told.isEmpty() && !told.equals(detail.id().value())) {
      findings.doubt(DocumentDoubt.OTHER_DOCUMENT, "出差详情", "details of the trip");
      return findings.unrecognised(DocumentKind.TRAVEL);
    }
    List<Journey> journeys = journeys(rows);
    Form form = form(trip);
    TravelReader within = new TravelReader(findings, form);
    String reason = within.reason().isEmpty() ? text(trip, "remark") : within.reason();
    JsonNode travelers = field(trip, "travelers");
    if (travelers.isMissingNode() && within.companions().isEmpty()) {
      findings.doubtOf(TravelVocabulary.COMPANIONS, DocumentDoubt.FIELD_MISSING);
    }
    List<PersonNamed> companions = travelers.isArray() ? travelers(travelers) : within.companions();
    Optional<BigDecimal> days = days(trip, journeys);
    var advance = within.advance();
    return journeys.isEmpty()
        ? findings.unrecognised(DocumentKind.TRAVEL)
        : findings.typed(header -> new Travel(header, reason, journeys, companions, days, advance));
  }

  /** The form that the details repeat, else the approval's own. */
  private Form form(JsonNode trip) {
    return FormParser.parse(field(trip, "extFormComponent"))
        .filter(form -> !form.components().isEmpty())
        .orElse(detail.form());
  }

  private List<Journey> journeys(JsonNode rows) {
    List<Journey> journeys = new ArrayList<>();
    for (int index = 0; index < rows.size(); index++) {
      Optional<Journey> journey = journey(rows.get(index));
      journey.ifPresent(journeys::add);
      if (journey.isEmpty()) {
        findings.doubtOf(
            TravelVocabulary.ITINERARY, DocumentDoubt.ROW_UNREADABLE, String.valueOf(index + 1));
      }
    }
    findings.origin("journeys", "trip/processes/details, journeys");
    return journeys;
  }

  private Optional<Journey> journey(JsonNode row) {
    Optional<Span> span =
        moment(row, "startTime", "startTimeAcc", TravelVocabulary.STARTS)
            .flatMap(
                starts ->
                    moment(row, "endTime", "endTimeAcc", TravelVocabulary.ENDS)
                        .map(ends -> new Span(starts, ends)))
            .filter(known -> known.isForward(findings));
    JsonNode arrival = field(row, "arrival");
    String place = place(arrival);
    boolean roundTrip = Journeys.isRoundTrip(text(row, "tripWay"), findings);
    if (place.isEmpty()) {
      findings.doubtOf(TravelVocabulary.ARRIVAL, DocumentDoubt.FIELD_MISSING);
    }
    return span.filter(known -> !place.isEmpty())
        .map(
            known ->
                new Journey(
                    text(row, "travelType"),
                    roundTrip,
                    place(field(row, "departure")),
                    place,
                    isInternational(arrival),
                    known.starts(),
                    known.ends(),
                    Optional.empty()));
  }

  /** A day, and the half of it when the second field names one. */
  private Optional<Moment> moment(JsonNode row, String name, String accuracy, Field field) {
    String day = text(row, name);
    Optional<Moment> moment = WallTimes.moment(day);
    if (moment.isEmpty()) {
      findings.doubtOf(field, DocumentDoubt.TIME_UNREADABLE, day);
    }
    String half = text(row, accuracy);
    return half.isEmpty() || moment.filter(known -> known.time().isPresent()).isPresent()
        ? moment
        : moment.map(known -> within(known, half, field));
  }

  private Moment within(Moment day, String half, Field field) {
    Optional<Moment> within = WallTimes.moment(day.day() + " " + half);
    if (within.isEmpty()) {
      findings.doubtOf(field, DocumentDoubt.TIME_UNREADABLE, half);
    }
    return within.orElse(day);
  }

  private static String place(JsonNode place) {
    return place.isObject() ? text(place, "name") : scalar(place).strip();
  }

  /** Hong Kong, Macao and Taiwan are booked differently by companies: not judged here. */
  private static Optional<Boolean> isInternational(JsonNode arrival) {
    return switch (text(arrival, "countryCode").toUpperCase(Locale.ROOT)) {
      case "", "HK", "MO", "TW", "HKG", "MAC", "TWN" -> Optional.empty();
      case "CN", "CHN" -> Optional.of(false);
      default -> Optional.of(true);
    };
  }

  /** All who travel, of whom the originator must be one: else nobody knows whether he does. */
  private List<PersonNamed> travelers(JsonNode travelers) {
    List<PersonNamed> people = new ArrayList<>();
    for (JsonNode traveler : travelers) {
      PersonNamed person = traveler(traveler);
      people.add(person);
      if (person.userId().isEmpty()) {
        findings.doubtOf(TravelVocabulary.COMPANIONS, DocumentDoubt.PERSON_WITHOUT_ID);
      }
    }
    findings.origin("companions", "trip/processes/details, travelers");
    List<PersonNamed> others =
        People.withoutOriginator(people, TravelVocabulary.COMPANIONS, findings);
    if (!people.isEmpty() && others.size() == people.size()) {
      findings.doubtOf(TravelVocabulary.COMPANIONS, DocumentDoubt.PEOPLE_UNCLEAR);
    }
    return others;
  }

  private static PersonNamed traveler(JsonNode traveler) {
    return traveler.isObject()
        ? new PersonNamed(
            text(traveler, "userId", "staffId", "emplId"), text(traveler, "userName", "name"))
        : new PersonNamed(text(traveler), "");
  }

  private Optional<BigDecimal> days(JsonNode trip, List<Journey> journeys) {
    JsonNode told = field(trip, "tripDays");
    Optional<BigDecimal> days = Quantity.number(told);
    if (!told.isMissingNode() && days.isEmpty()) {
      findings.doubtOf(TravelVocabulary.DAYS, DocumentDoubt.NUMBER_UNREADABLE, scalar(told));
    }
    findings.origin("days", "trip/processes/details, tripDays");
    days.ifPresent(known -> TravelReader.check(known, journeys, findings));
    return days;
  }

  private static String text(JsonNode object, String... names) {
    String text = scalar(names.length == 0 ? object : field(object, names)).strip();
    return text.equals("null") ? "" : text;
  }
}

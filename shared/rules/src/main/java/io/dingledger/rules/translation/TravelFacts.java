package io.dingledger.rules.translation;

import io.dingledger.model.document.Moment;
import io.dingledger.model.document.Travel;
import io.dingledger.model.document.Travel.Journey;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.expression.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What rules can read of a business trip (出差). */
final class TravelFacts {
  private TravelFacts() {}

  static FactSheet sheet(
      Travel travel, Map<String, Fact> facts, FactWriter writer, String currency) {
    List<Journey> journeys = travel.journeys();
    writer
        .text("reason", travel.reason())
        .day("starts", days(journeys, Journey::starts).min(Comparator.naturalOrder()).get())
        .day("ends", days(journeys, Journey::ends).max(Comparator.naturalOrder()).get())
        .number("days", travel.days(), "出差天数")
        .number("journeys", journeys.size(), "rows")
        .number("companions", travel.companions().size(), "number of companions");
    advance(travel, writer, currency);
    List<Map<String, Fact>> rows = new ArrayList<>();
    for (Journey journey : journeys) {
      rows.add(row(rows.size() + 1, journey, travel.header().origins()));
    }
    return new FactSheet(facts, rows, Set.of());
  }

  private static Stream<LocalDate> days(List<Journey> journeys, Function<Journey, Moment> which) {
    return journeys.stream().map(which).map(Moment::day);
  }

  /** Nothing asked for is an advance of nothing. */
  private static void advance(Travel travel, FactWriter writer, String currency) {
    Money advance = travel.advance().orElseGet(() -> Money.zero(currency));
    if (!advance.currency().equals(currency)) {
      Reason foreign =
          Reason.of(
              HoldReason.CURRENCY_FOREIGN,
              Where.HEADER.chinese(),
              "预支金额",
              Where.HEADER.english(),
              advance.currency(),
              currency);
      writer.put("advance", new Fact.Unusable(foreign, true));
    } else if (travel.advance().isPresent()) {
      writer.number("advance", advance.amount());
    } else {
      writer.put(
          "advance",
          new Fact.Given(new Value.Decimal(advance.amount()), "Header (not stated)", false));
    }
  }

  private static Map<String, Fact> row(int number, Journey journey, Map<String, String> origins) {
    FactWriter writer =
        FactWriter.row(number, "journey", "journeys", origins)
            .text("departure", journey.departure())
            .text("arrival", journey.arrival())
            .text("vehicle", journey.vehicle())
            .truth("roundTrip", journey.roundTrip())
            .day("starts", journey.starts().day())
            .day("ends", journey.ends().day())
            .number("days", journey.days(), "时长");
    journey
        .international()
        .ifPresentOrElse(
            abroad -> writer.truth("international", abroad),
            () -> writer.missing("international", "是否国际"));
    return writer.facts();
  }
}

package io.dingledger.dingtalk.document.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.Travel;
import io.dingledger.model.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TravelSuiteTest {
  private static final String CATEGORY = "alitrip.business";

  private static Reading read(TripSample trip) {
    return Samples.read(CATEGORY, trip.suite());
  }

  private static Travel travel(TripSample trip) {
    return Samples.certain(Travel.class, read(trip));
  }

  @Nested
  class A_trip {
    @Test
    void has_its_journeys_its_reason_and_its_companions_without_the_originator() {
      Travel travel = travel(TripSample.twoJourneys());
      assertEquals("拜访客户", travel.reason());
      assertEquals(List.of(new PersonNamed("u2", "乙二")), travel.companions());
      assertEquals(
          List.of(
              new Travel.Journey(
                  "火车",
                  true,
                  "杭州",
                  "上海",
                  Optional.of(false),
                  Moment.of(LocalDate.of(2024, 9, 11)),
                  Moment.of(LocalDate.of(2024, 9, 12)),
                  Optional.empty()),
              new Travel.Journey(
                  "飞机",
                  false,
                  "上海",
                  "东京",
                  Optional.of(true),
                  Moment.of(LocalDate.of(2024, 9, 13), Moment.Half.MORNING),
                  Moment.of(LocalDate.of(2024, 9, 13), Moment.Half.AFTERNOON),
                  Optional.empty())),
          travel.journeys());
      assertEquals("by bizAlias startTime", travel.header().origins().get("journeys[1].starts"));
    }

    @Test
    void is_read_by_its_labels_where_the_aliases_are_gone() {
      TripSample trip = TripSample.twoJourneys();
      Travel expected = travel(trip);
      trip.journeys.forEach(
          row -> row.get("rowValue").forEach(cell -> ((ObjectNode) cell).remove("bizAlias")));
      Travel travel = travel(trip);
      assertEquals(expected.journeys(), travel.journeys());
      assertEquals("by name 开始时间", travel.header().origins().get("journeys[1].starts"));
    }

    @Test
    void takes_a_city_from_what_is_said_besides_when_nothing_is_shown() {
      TripSample trip = TripSample.twoJourneys();
      trip.cell(1, 3).put("value", "");
      trip.cell(1, 3).putObject("extendValue").put("n", "大阪").put("region", 1);
      assertEquals("大阪", travel(trip).journeys().get(1).arrival());
    }

    @ParameterizedTest
    @CsvSource({"时长(天),2,2", "时长,2天,2", "天数,1.5,1.5", "时长,2,2", "时长(小时),16,", "时长,16小时,"})
    void counts_days_only_where_they_can_be_nothing_else(
        String label, String value, BigDecimal days) {
      TripSample trip = TripSample.twoJourneys();
      trip.cell(0, 0).put("label", label).put("bizAlias", "").put("value", value);
      assertEquals(Optional.ofNullable(days), travel(trip).journeys().getFirst().days());
    }

    @Test
    void has_no_days_where_a_length_between_times_can_only_count_hours() {
      TripSample trip = TripSample.twoJourneys();
      trip.cell(0, 0).put("label", "时长").put("bizAlias", "").put("value", "16");
      trip.cell(0, 4).put("value", "2024-09-11 09:00");
      trip.cell(0, 5).put("value", "2024-09-12 18:00");
      assertEquals(Optional.empty(), travel(trip).journeys().getFirst().days());
    }

    @Test
    void is_read_by_english_labels() {
      TripSample trip = TripSample.twoJourneys();
      List<Travel.Journey> expected = travel(trip).journeys();
      List<String> labels =
          List.of(
              "Vehicle",
              "One-way/Round-trip",
              "Departure City",
              "Destination City",
              "Start Time",
              "End Time");
      for (int journey = 0; journey < 2; journey++) {
        for (int cell = 0; cell < labels.size(); cell++) {
          trip.cell(journey, cell).put("label", labels.get(cell)).remove("bizAlias");
        }
      }
      trip.cell(0, 1).put("value", "Round Trip");
      trip.cell(1, 1).put("value", "One-way");
      assertEquals(expected, travel(trip).journeys());
    }

    @Test
    void knows_one_way_from_return_by_these_words_when_their_component_was_renamed() {
      TripSample trip = TripSample.twoJourneys();
      trip.cell(0, 1).put("label", "行程类型").remove("bizAlias");
      assertTrue(travel(trip).journeys().getFirst().roundTrip());
    }

    @Test
    void has_its_days_and_its_advance_when_the_form_has_them() {
      TripSample trip = TripSample.twoJourneys();
      trip.children.add(Samples.child("NumberField", "", "出差天数", "3"));
      trip.children.add(Samples.child("MoneyField", "", "预支金额（元）", "1500.50"));
      Travel travel = travel(trip);
      assertEquals(Optional.of(new BigDecimal("3")), travel.days());
      assertEquals(Optional.of(Money.of("1500.50", "CNY")), travel.advance());
    }
  }

  @Nested
  class Is_doubted {
    @Test
    void when_one_of_its_rows_cannot_be_read() {
      TripSample trip = TripSample.twoJourneys();
      trip.cell(1, 4).put("value", "nächste Woche");
      Reading reading = read(trip);
      assertEquals(Set.of("DOC-TIME-UNREADABLE", "DOC-ROW-UNREADABLE"), Samples.codes(reading));
      assertEquals(1, ((Travel) reading.document()).journeys().size());
    }

    @Test
    void when_its_days_or_its_advance_are_no_sensible_numbers() {
      for (String[] odd : new String[][] {{"出差天数", "x"}, {"预支金额", "1.005"}, {"预支金额", "-1"}}) {
        TripSample trip = TripSample.twoJourneys();
        trip.children.add(Samples.child("NumberField", "", odd[0], odd[1]));
        assertEquals(Set.of("DOC-NUMBER-UNREADABLE"), Samples.codes(read(trip)), odd[1]);
      }
      for (String[] odd :
          new String[][] {{"0", "DOC-DURATION-NOT-POSITIVE"}, {"3650", "DOC-DURATION-TOO-LONG"}}) {
        TripSample trip = TripSample.twoJourneys();
        trip.children.add(Samples.child("NumberField", "", "出差天数", odd[0]));
        assertEquals(Set.of(odd[1]), Samples.codes(read(trip)), odd[0]);
      }
    }

    @Test
    void when_a_journey_is_longer_than_its_dates() {
      TripSample trip = TripSample.twoJourneys();
      trip.cell(0, 0).put("label", "天数").put("bizAlias", "").put("value", "9");
      assertEquals(Set.of("DOC-DURATION-TOO-LONG"), Samples.codes(read(trip)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "16"})
    void when_a_length_may_count_days_or_hours(String length) {
      TripSample trip = TripSample.twoJourneys();
      trip.cell(0, 0).put("label", "时长").put("bizAlias", "").put("value", length);
      assertEquals(Set.of("DOC-UNIT-UNSTATED"), Samples.codes(read(trip)));
    }

    @Test
    void when_its_days_are_more_than_from_its_first_day_to_its_last() {
      TripSample trip = TripSample.twoJourneys();
      trip.children.add(Samples.child("NumberField", "", "出差天数", "4"));
      assertEquals(Set.of("DOC-DURATION-TOO-LONG"), Samples.codes(read(trip)));
    }

    @Test
    void when_one_way_or_return_is_some_other_word() {
      TripSample trip = TripSample.twoJourneys();
      trip.cell(0, 1).put("value", "环球");
      assertEquals(Set.of("DOC-CHOICE-UNKNOWN"), Samples.codes(read(trip)));
    }

    @Test
    void when_what_is_said_of_a_city_is_broken() {
      TripSample trip = TripSample.twoJourneys();
      trip.cell(0, 3).put("extendValue", "{\"n\":");
      assertEquals(Set.of("DOC-EXTENSION-UNREADABLE"), Samples.codes(read(trip)));
    }
  }

  @Test
  void without_a_place_to_go_to_a_journey_is_none() {
    TripSample trip = TripSample.twoJourneys();
    trip.cell(1, 3).put("value", "").remove("extendValue");
    Reading reading = read(trip);
    assertEquals(Set.of("DOC-FIELD-MISSING", "DOC-ROW-UNREADABLE"), Samples.codes(reading));
  }

  @Nested
  class Is_not_typed {
    @Test
    void when_it_has_no_itinerary_or_a_broken_one() {
      TripSample broken = TripSample.twoJourneys();
      broken.itinerary = "[{\"rowValue\":";
      assertEquals(Set.of("DOC-TABLE-UNREADABLE"), Samples.codes(read(broken)));
      assertTrue(Samples.isUnrecognised(read(broken), "travel"));
      Reading none = Samples.read(CATEGORY, Samples.child("TextareaField", "reason", "出差事由", "x"));
      assertTrue(Samples.isUnrecognised(none, "travel"));
      assertEquals(Set.of("DOC-FIELD-MISSING"), Samples.codes(none));
    }
  }
}

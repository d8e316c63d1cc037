package io.dingledger.dingtalk.document.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.dingtalk.document.Documents;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.Travel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TripDetailsTest {
  private static final String DETAILS = TripDetailsSample.JSON;

  private static Reading read(String json) {
    return Documents.trip(
        Samples.detail("alitrip.business", new Form(List.of())), Samples.header(), json);
  }

  @Test
  void have_journeys_travellers_and_days() {
    Travel travel = Samples.certain(Travel.class, read(DETAILS));
    assertEquals(
        List.of(
            new Travel.Journey(
                "飞机",
                true,
                "杭州",
                "东京",
                Optional.of(true),
                Moment.of(LocalDate.of(2024, 9, 11), Moment.Half.MORNING),
                Moment.of(LocalDate.of(2024, 9, 12), Moment.Half.AFTERNOON),
                Optional.empty())),
        travel.journeys());
    assertEquals(List.of(new PersonNamed("u2", "")), travel.companions());
    assertEquals(Optional.of(new BigDecimal("2")), travel.days());
    assertEquals("展会", travel.reason());
  }

  @Test
  void are_the_same_with_their_envelope() {
    assertEquals(read(DETAILS), read("{\"success\":true,\"result\":" + DETAILS + "}"));
  }

  @ParameterizedTest
  @CsvSource({"CN,false", "JP,true", "HK,", "'',"})
  void say_whether_a_place_lies_abroad_where_nobody_argues_about_it(
      String country, Boolean international) {
    Travel travel =
        Samples.certain(Travel.class, read(DETAILS.replace("\"JP\"", "\"" + country + "\"")));
    assertEquals(Optional.ofNullable(international), travel.journeys().getFirst().international());
  }

  @Test
  void repeat_the_form_with_the_reason() {
    String form =
        "\"extFormComponent\":[{\"componentType\":\"TextareaField\",\"bizAlias\":\"reason\","
            + "\"value\":\"拜访客户\"}],\"journeys\"";
    Travel travel = Samples.certain(Travel.class, read(DETAILS.replace("\"journeys\"", form)));
    assertEquals("拜访客户", travel.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"journeys\":[]}", "{\"journeys\":{}}", "{", "null"})
  void that_are_none_leave_the_trip_untyped(String json) {
    Reading reading = read(json);
    assertTrue(Samples.isUnrecognised(reading, "travel"));
    assertEquals(Set.of("DOC-TRIP-UNREADABLE"), Samples.codes(reading));
  }

  @Test
  void of_another_trip_are_not_taken() {
    Reading reading = read(DETAILS.replace("kQ8xAbCdEf", "other"));
    assertEquals(Set.of("DOC-OTHER-DOCUMENT"), Samples.codes(reading));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "2024-09-12"  | "soon"       | DOC-TIME-UNREADABLE
          "2024-09-12"  | "2024-09-01" | DOC-TIMES-REVERSED
          "上午"         | "noonish"    | DOC-TIME-UNREADABLE
          "tripDays":2  | "tripDays":3     | DOC-DURATION-TOO-LONG
          "往返"         | "环球"        | DOC-CHOICE-UNKNOWN
          "东京"         | ""           | DOC-FIELD-MISSING
          "tripDays":2  | "tripDays":"two" | DOC-NUMBER-UNREADABLE
          "tripDays":2  | "tripDays":-2    | DOC-DURATION-NOT-POSITIVE
          "u2"          | {"userName":"x"} | DOC-PERSON-WITHOUT-ID
          "u1","u2"     | "u3","u2"        | DOC-PEOPLE-UNCLEAR
          "u2"          | {"userId":"u2","userName":"甲一"} | DOC-PEOPLE-CONTRADICTORY
          "travelers"   | "others"         | DOC-FIELD-MISSING
          """)
  void that_make_no_sense_are_doubted(String told, String instead, String code) {
    assertTrue(DETAILS.contains(told), told);
    Reading reading = read(DETAILS.replace(told, instead));
    assertTrue(Samples.codes(reading).contains(code), reading.doubts().toString());
  }
}

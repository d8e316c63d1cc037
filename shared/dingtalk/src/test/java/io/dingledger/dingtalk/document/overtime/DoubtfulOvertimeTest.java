package io.dingledger.dingtalk.document.overtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtfulOvertimeTest {
  private static Reading changed(Consumer<OvertimeSample> change) {
    OvertimeSample sample = new OvertimeSample();
    change.accept(sample);
    return sample.read();
  }

  private static void assertDoubts(String code, Consumer<OvertimeSample> change) {
    assertEquals(Set.of(code), Samples.codes(changed(change)));
  }

  @Nested
  class Is_doubted {
    @Test
    void when_its_days_do_not_add_up() {
      Reading reading = changed(it -> it.day("2024-09-14", "5").day("2024-09-15", "4"));
      assertEquals(Set.of("DOC-SPLIT-CONTRADICTORY", "DOC-SPLIT-OUTSIDE"), Samples.codes(reading));
      assertEquals(2, ((Overtime) reading.document()).days().size(), "the table is kept");
    }

    @ParameterizedTest
    @CsvSource({"2024-09-14,1.5,2024-09-15,5", "2024-09-13,4,2024-09-14,2.5"})
    void when_more_counts_for_a_day_than_the_clock_has_until_the_noon_after_it(
        String one, String hours, String other, String more) {
      OvertimeSample sample = OvertimeSample.overnight();
      sample.days.removeAll();
      Reading reading = sample.day(one, hours).day(other, more).read();
      assertTrue(Samples.codes(reading).contains("DOC-SPLIT-OUTSIDE"));
    }

    @ParameterizedTest
    @CsvSource({"2024-09-14 20:00,2034-09-15 02:30", "2014-09-14 20:00,2024-09-15 02:30"})
    void when_its_days_do_not_reach_from_its_start_to_its_end(String from, String to) {
      OvertimeSample sample = OvertimeSample.overnight();
      sample.from = from;
      sample.to = to;
      assertEquals(Set.of("DOC-SPLIT-INCOMPLETE"), Samples.codes(sample.read()));
    }

    @ParameterizedTest
    @CsvSource({"2024-09-14,acht", "2024-09-14,''", "morgen,8", "'',8", "2024-09-14,1天"})
    void when_a_row_of_its_days_cannot_be_read(String date, String hours) {
      Reading reading = changed(it -> it.day(date, hours));
      assertTrue(Samples.codes(reading).contains("DOC-ROW-UNREADABLE"));
    }

    @Test
    void when_the_table_of_its_days_is_broken() {
      OvertimeSample sample = new OvertimeSample();
      List<ObjectNode> children = sample.children();
      children.get(4).put("value", "[{\"rowValue\":[");
      Reading reading =
          Samples.read(sample.category, Samples.suiteOf("加班", children.toArray(ObjectNode[]::new)));
      assertEquals(Set.of("DOC-TABLE-UNREADABLE"), Samples.codes(reading));
    }

    @Test
    void when_it_shows_other_hours_than_were_calculated() {
      assertDoubts("DOC-DURATION-CONTRADICTORY", it -> it.duration = "7");
    }

    @Test
    void when_its_hours_are_more_than_the_clock_has() {
      assertDoubts(
          "DOC-DURATION-TOO-LONG",
          it -> {
            it.duration = "80";
            it.calculated.put("durationInHour", 80);
          });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3"})
    void when_its_hours_are_nothing_or_less(String hours) {
      assertDoubts(
          "DOC-DURATION-NOT-POSITIVE",
          it -> {
            it.duration = hours;
            it.calculated.put("durationInHour", new BigDecimal(hours));
          });
    }

    @Test
    void when_what_is_given_for_it_is_not_known_or_told_in_two_ways() {
      assertDoubts(
          "DOC-CHOICE-UNKNOWN",
          it -> {
            it.compensation = "发红包";
            it.compensationKey = "gift";
          });
      assertDoubts("DOC-CHOICE-CONTRADICTORY", it -> it.compensation = "转调休");
    }

    @Test
    void when_a_person_has_no_id_or_other_names_are_shown() {
      assertDoubts("DOC-PERSON-WITHOUT-ID", it -> it.people = "");
      assertDoubts("DOC-PEOPLE-CONTRADICTORY", it -> it.names = "甲一,丙三");
    }

    @Test
    void when_it_names_people_and_nothing_says_as_what() {
      OvertimeSample sample = new OvertimeSample();
      List<ObjectNode> children = sample.children();
      children.set(
          1,
          Samples.with(
              Samples.child("InnerContactField", "who", "谁", "乙二"), Samples.people("u2", "乙二")));
      Reading reading =
          Samples.read(sample.category, Samples.suiteOf("加班", children.toArray(ObjectNode[]::new)));
      assertEquals(Set.of("DOC-PEOPLE-UNCLEAR"), Samples.codes(reading));
    }
  }

  @Nested
  class Is_not_typed {
    @Test
    void when_nothing_tells_hours_from_days() {
      Reading reading =
          changed(
              it -> {
                it.calculated.removeAll();
                it.duration = "1";
              });
      assertEquals(Set.of("DOC-UNIT-UNSTATED"), Samples.codes(reading));
      assertTrue(Samples.isUnrecognised(reading, "overtime"));
    }

    @Test
    void when_it_counts_days_and_its_hours_are_those_of_the_clock_or_none() {
      Consumer<OvertimeSample> days =
          it -> {
            it.duration = "1";
            it.calculated.put("unit", "DAY");
          };
      assertDoubts(
          "DOC-HOURS-UNSTATED", days.andThen(it -> it.calculated.put("durationInHour", 24)));
      assertDoubts(
          "DOC-HOURS-UNSTATED", days.andThen(it -> it.calculated.remove("durationInHour")));
    }

    @Test
    void when_its_length_is_no_number() {
      assertDoubts("DOC-NUMBER-UNREADABLE", it -> it.duration = "1e1");
    }

    @Test
    void when_a_time_is_missing_none_or_before_the_other() {
      assertTrue(Samples.codes(changed(it -> it.from = "")).contains("DOC-FIELD-MISSING"));
      assertTrue(
          Samples.codes(changed(it -> it.to = "2024-09-14 25:00")).contains("DOC-TIME-UNREADABLE"));
      assertTrue(
          Samples.codes(changed(it -> it.to = "2024-09-14 08:00")).contains("DOC-TIMES-REVERSED"));
    }

    @Test
    void when_the_suite_was_emptied_or_is_broken() {
      for (String value : new String[] {"", "[]", "null", "[{\"componentType\":"}) {
        Reading reading = Samples.read("", Samples.suiteOf("加班").put("value", value));
        assertTrue(Samples.isUnrecognised(reading, "overtime"), value);
      }
    }
  }
}

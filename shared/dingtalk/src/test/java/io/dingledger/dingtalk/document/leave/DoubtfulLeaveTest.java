package io.dingledger.dingtalk.document.leave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Reading;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtfulLeaveTest {
  private static Reading changed(Consumer<LeaveSample> change) {
    LeaveSample sample = LeaveSample.twoDays();
    change.accept(sample);
    return sample.read();
  }

  private static void assertDoubted(String code, Consumer<LeaveSample> change) {
    Reading reading = changed(change);
    assertEquals(Set.of(code), Samples.codes(reading));
    assertInstanceOf(Leave.class, reading.document());
  }

  private static void assertUnrecognised(String code, Consumer<LeaveSample> change) {
    Reading reading = changed(change);
    assertTrue(Samples.codes(reading).contains(code), reading.doubts().toString());
    assertTrue(Samples.isUnrecognised(reading, "leave"));
  }

  @Nested
  class Is_typed_and_doubted {
    @Test
    void when_the_form_shows_another_length_than_was_calculated() {
      assertDoubted("DOC-DURATION-CONTRADICTORY", it -> it.value.set(2, it.value.numberNode(3)));
    }

    @Test
    void when_its_days_do_not_add_up() {
      Reading reading =
          LeaveSample.inDays("2024-09-10", "2024-09-11", "2", "16", "day")
              .day("2024-09-10", "1", "8", false)
              .day("2024-09-11", "0.5", "4", false)
              .read();
      assertEquals(Set.of("DOC-SPLIT-CONTRADICTORY"), Samples.codes(reading));
    }

    @Test
    void when_a_day_lies_outside_or_stands_twice() {
      Reading outside = changed(it -> it.day("2024-10-09", "0", "0", false));
      assertEquals(Set.of("DOC-SPLIT-OUTSIDE"), Samples.codes(outside));
      Reading twice = changed(it -> it.day("2024-09-10", "0", "0", false));
      assertEquals(Set.of("DOC-SPLIT-OUTSIDE"), Samples.codes(twice));
    }

    @Test
    void when_a_part_counts_for_the_day_before_it_starts() {
      Reading reading =
          LeaveSample.inDays("2025-01-01", "2025-01-02", "2", "16", "day")
              .day("2024-12-31", "1", "8", false)
              .day("2025-01-01", "1", "8", false)
              .day("2025-01-02", "0", "0", true)
              .read();
      assertEquals(Set.of("DOC-SPLIT-OUTSIDE"), Samples.codes(reading));
    }

    @Test
    void when_more_than_its_half_counts_for_the_first_or_last_day() {
      Reading reading =
          LeaveSample.inDays("2024-12-31 下午", "2025-01-02 上午", "2", "16", "halfDay")
              .day("2024-12-31", "1", "8", false)
              .day("2025-01-01", "0", "0", true)
              .day("2025-01-02", "1", "8", false)
              .read();
      assertEquals(Set.of("DOC-SPLIT-OUTSIDE"), Samples.codes(reading));
      assertEquals(2, reading.doubts().size());
    }

    @ParameterizedTest
    @CsvSource({"2024-12-30 下午,2035-01-02 上午", "2014-12-30 下午,2025-01-02 上午"})
    void when_its_days_do_not_reach_from_its_start_to_its_end(String from, String to) {
      LeaveSample sample = LeaveSample.overNewYear();
      sample.value.set(0, from);
      sample.value.set(1, to);
      assertEquals(Set.of("DOC-SPLIT-INCOMPLETE"), Samples.codes(sample.read()));
    }

    @Test
    void when_a_day_of_leave_in_hours_is_longer_than_a_day() {
      Reading reading =
          LeaveSample.inHours("2024-09-10 09:00", "2024-09-10 09:30", "0.06", "0.5")
              .day("2024-09-10", "1.06", "0.5", false)
              .read();
      assertEquals(Set.of("DOC-SPLIT-OUTSIDE"), Samples.codes(reading));
    }

    @Test
    void when_a_day_is_longer_than_a_day_or_negative() {
      Reading reading =
          LeaveSample.inDays("2024-09-10", "2024-09-11", "2", "16", "day")
              .day("2024-09-10", "3", "24", false)
              .day("2024-09-11", "-1", "-8", false)
              .read();
      assertEquals(Set.of("DOC-SPLIT-OUTSIDE"), Samples.codes(reading));
    }

    @Test
    void when_several_days_are_not_split() {
      assertDoubted("DOC-SPLIT-MISSING", it -> it.days.removeAll());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1725897600001", "1725897660000", "x", "0", ""})
    void when_a_day_of_the_split_starts_at_no_midnight(String workDate) {
      Reading reading = changed(it -> it.days.addObject().put("workDate", workDate));
      assertTrue(Samples.codes(reading).contains("DOC-SPLIT-UNREADABLE"));
    }

    @Test
    void when_a_working_day_has_no_lengths() {
      Reading reading = changed(it -> ((ObjectNode) it.days.get(1)).remove("approveInfo"));
      assertTrue(Samples.codes(reading).contains("DOC-SPLIT-UNREADABLE"));
    }

    @Test
    void when_the_packed_split_is_broken() {
      Reading reading =
          changed(
              it -> {
                it.packed();
                it.extension.put("compressedValue", "1f8b08ff");
              });
      assertEquals(Set.of("DOC-EXTENSION-UNREADABLE", "DOC-SPLIT-MISSING"), Samples.codes(reading));
    }

    @Test
    void when_its_type_is_told_in_two_ways() {
      assertDoubted("DOC-CHOICE-CONTRADICTORY", it -> it.value.set(4, "事假"));
    }

    @ParameterizedTest
    @CsvSource({
      "2024-09-10 下午,2024-09-11 上午,2",
      "2024-09-10,2024-09-10,1.5",
      "2024-09-10 09:00,2024-09-11 18:00,2.5"
    })
    void when_it_is_longer_than_from_its_start_to_its_end(String from, String to, String days) {
      LeaveSample sample = LeaveSample.inDays(from, to, days, "8", "halfDay");
      sample.day("2024-09-10", "1", "8", false);
      sample.day("2024-09-11", new BigDecimal(days).subtract(BigDecimal.ONE) + "", "8", false);
      assertTrue(Samples.codes(sample.read()).contains("DOC-DURATION-TOO-LONG"));
    }

    @Test
    void when_its_hours_are_more_than_the_clock_has() {
      LeaveSample sample =
          LeaveSample.inHours("2024-09-10 09:00", "2024-09-10 11:00", "0.38", "3")
              .day("2024-09-10", "0.38", "3", false);
      assertEquals(
          Set.of("DOC-DURATION-TOO-LONG", "DOC-SPLIT-OUTSIDE"), Samples.codes(sample.read()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void when_its_length_is_nothing_or_less(String days) {
      LeaveSample sample = LeaveSample.inDays("2024-09-10", "2024-09-10", days, "0", "day");
      assertTrue(Samples.codes(sample.read()).contains("DOC-DURATION-NOT-POSITIVE"));
    }

    @Test
    void when_its_unit_is_none_that_is_known() {
      assertDoubted("DOC-UNIT-UNKNOWN", it -> it.value.set(3, "fortnight"));
      assertDoubted("DOC-UNIT-UNKNOWN", it -> it.extension.put("unit", "MOON"));
    }
  }

  @Nested
  class Is_not_typed {
    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]"})
    void when_its_component_was_emptied(String nothing) {
      Reading reading = Samples.read("", LeaveSample.twoDays().entry().put("value", nothing));
      assertTrue(Samples.isUnrecognised(reading, "leave"));
      assertEquals(Set.of("DOC-FIELD-MISSING"), Samples.codes(reading));
    }

    @Test
    void when_its_value_is_no_list() {
      Reading reading =
          Samples.read("", LeaveSample.twoDays().entry().put("value", "[\"2024-09-10"));
      assertTrue(Samples.isUnrecognised(reading, "leave"));
      assertEquals(Set.of("DOC-SUITE-UNREADABLE"), Samples.codes(reading));
    }

    @Test
    void when_there_are_two_of_them() {
      Reading reading =
          Samples.read("", LeaveSample.twoDays().entry(), LeaveSample.overNewYear().entry());
      assertEquals(Set.of("DOC-FIELD-AMBIGUOUS"), Samples.codes(reading));
    }

    @Test
    void when_a_time_is_missing_or_none() {
      assertUnrecognised("DOC-FIELD-MISSING", it -> it.value.set(1, ""));
      assertUnrecognised("DOC-TIME-UNREADABLE", it -> it.value.set(1, "2024-02-30"));
      assertUnrecognised("DOC-TIME-UNREADABLE", it -> it.value.set(0, "2024-09-10T09:00Z"));
    }

    @Test
    void when_it_ends_before_it_starts() {
      assertUnrecognised("DOC-TIMES-REVERSED", it -> it.value.set(1, "2024-09-09 下午"));
    }

    @Test
    void when_it_has_no_type() {
      assertUnrecognised(
          "DOC-FIELD-MISSING",
          it -> {
            it.value.setNull(4);
            it.extension.remove("extension");
          });
    }

    @Test
    void when_no_unit_is_told() {
      assertUnrecognised(
          "DOC-UNIT-UNSTATED",
          it -> {
            it.value.setNull(3);
            it.extension.remove("unit");
          });
    }

    @Test
    void when_the_length_in_its_unit_is_not_told() {
      assertUnrecognised(
          "DOC-FIELD-MISSING",
          it -> {
            it.extension.put("unit", "HOUR");
            it.extension.remove("durationInHour");
          });
    }
  }

  @Test
  void an_extension_that_is_broken_never_passes_for_none() {
    Reading reading = changed(it -> it.extensionText = "{\"unit\":\"DAY\",");
    assertTrue(Samples.codes(reading).contains("DOC-EXTENSION-UNREADABLE"));
  }
}

package io.dingledger.dingtalk.document.leave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedLeaveTest {
  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void restore() {
    TimeZone.setDefault(before);
  }

  private static Leave leave(LeaveSample sample) {
    return Samples.certain(Leave.class, sample.read());
  }

  @Nested
  class Leave_in_half_days {
    @Test
    void has_its_type_its_halves_and_its_days() {
      Leave leave = leave(LeaveSample.twoDays());
      assertEquals("年假", leave.type());
      assertEquals(Leave.Unit.HALF_DAY, leave.unit());
      assertEquals(Moment.of(LocalDate.of(2024, 9, 10), Moment.Half.MORNING), leave.starts());
      assertEquals(Moment.of(LocalDate.of(2024, 9, 11), Moment.Half.AFTERNOON), leave.ends());
      assertEquals(new BigDecimal("2"), leave.duration());
      assertFalse(leave.naturalDays());
      assertEquals(
          List.of(
              new Leave.Day(
                  LocalDate.of(2024, 9, 10), new BigDecimal("1.0"), new BigDecimal("8.0"), false),
              new Leave.Day(
                  LocalDate.of(2024, 9, 11), new BigDecimal("1.0"), new BigDecimal("8.0"), false)),
          leave.days());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Shanghai", "Pacific/Kiritimati"})
    void over_new_year_falls_on_its_days_whatever_zone_this_machine_is_in(String zone) {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Leave leave = leave(LeaveSample.overNewYear());
      Map<YearMonth, BigDecimal> months =
          leave.days().stream()
              .collect(
                  Collectors.toMap(
                      day -> YearMonth.from(day.date()), Leave.Day::days, BigDecimal::add));
      assertEquals(
          Map.of(
              YearMonth.of(2024, 12), new BigDecimal("1.5"),
              YearMonth.of(2025, 1), new BigDecimal("0.5")),
          months);
      assertTrue(leave.days().get(2).rest(), "New Year's day is off");
    }

    @Test
    void says_halves_in_english_too() {
      LeaveSample sample = LeaveSample.twoDays();
      sample.value.set(0, "2024-09-10 AM");
      sample.value.set(1, "2024-09-11 PM");
      assertEquals(leave(LeaveSample.twoDays()), leave(sample));
    }
  }

  @Nested
  class What_counts_is_what_was_calculated {
    @Test
    void when_the_text_counts_hours_and_the_calculation_days() {
      LeaveSample sample = LeaveSample.twoDays();
      sample.value.set(2, sample.value.numberNode(16));
      sample.value.set(3, "hour");
      Leave leave = leave(sample);
      assertEquals(Leave.Unit.DAY, leave.unit());
      assertEquals(new BigDecimal("2"), leave.duration());
    }

    @Test
    void and_hours_of_the_clock_that_stand_beside_half_a_day_do_not() {
      Leave leave =
          leave(
              LeaveSample.inDays("2024-09-10 上午", "2024-09-10 上午", "0.5", "12.0", "halfDay")
                  .day("2024-09-10", "0.5", "12.0", false));
      assertEquals(new BigDecimal("0.5"), leave.duration());
      assertEquals(new BigDecimal("12.0"), leave.days().getFirst().hours());
    }

    @Test
    void in_hours_when_the_unit_is_hours() {
      Leave leave =
          leave(
              LeaveSample.inHours("2024-09-10 09:00", "2024-09-10 11:30", "0.31", "2.5")
                  .day("2024-09-10", "0.31", "2.5", false));
      assertEquals(Leave.Unit.HOUR, leave.unit());
      assertEquals(new BigDecimal("2.5"), leave.duration());
      assertEquals(Moment.of(LocalDate.of(2024, 9, 10), LocalTime.of(11, 30)), leave.ends());
    }

    @Test
    void and_days_that_were_rounded_each_on_their_own_are_no_contradiction() {
      Leave leave =
          leave(
              LeaveSample.inHours("2024-09-10 17:00", "2024-09-12 10:00", "0.38", "3.33")
                  .day("2024-09-10", "0.12", "1.11", false)
                  .day("2024-09-11", "0.13", "1.11", false)
                  .day("2024-09-12", "0.12", "1.12", false));
      assertEquals(new BigDecimal("3.33"), leave.duration());
    }
  }

  @Nested
  class The_split {
    @Test
    void may_come_packed() {
      Leave plain = leave(LeaveSample.overNewYear());
      assertEquals(plain, leave(LeaveSample.overNewYear().packed()));
    }

    @Test
    void may_leave_out_the_lengths_of_days_off() {
      LeaveSample sample = LeaveSample.overNewYear();
      ((ObjectNode) sample.days.get(2)).remove("approveInfo");
      assertEquals(leave(LeaveSample.overNewYear()).duration(), leave(sample).duration());
      assertEquals(BigDecimal.ZERO, leave(sample).days().get(2).days());
    }

    @Test
    void is_put_in_order() {
      LeaveSample sample = LeaveSample.inDays("2024-09-10", "2024-09-11", "2", "16", "day");
      sample.day("2024-09-11", "1", "8", false).day("2024-09-10", "1", "8", false);
      assertEquals(LocalDate.of(2024, 9, 10), leave(sample).days().getFirst().date());
    }

    @Test
    void of_a_night_shift_may_begin_on_the_day_before() {
      Leave leave =
          leave(
              LeaveSample.inHours("2024-09-11 01:00", "2024-09-11 05:00", "0.5", "4")
                  .day("2024-09-10", "0.5", "4", false));
      assertEquals(LocalDate.of(2024, 9, 10), leave.days().getFirst().date());
    }

    @Test
    void is_not_needed_within_one_day() {
      LeaveSample sample = LeaveSample.inDays("2024-09-10", "2024-09-10", "1", "8", "day");
      sample.extension.remove("detailList");
      assertEquals(
          List.of(
              new Leave.Day(
                  LocalDate.of(2024, 9, 10), new BigDecimal("1"), new BigDecimal("8"), false)),
          leave(sample).days());
    }
  }

  @Test
  void natural_days_are_told() {
    LeaveSample sample = LeaveSample.twoDays();
    sample.extension.put("isNaturalDay", true);
    assertTrue(leave(sample).naturalDays());
  }

  @Test
  void the_type_may_stand_in_the_tag_alone() {
    LeaveSample sample = LeaveSample.twoDays();
    sample.value.setNull(4);
    assertEquals("年假", leave(sample).type());
  }

  @Test
  void where_its_fields_were_found_is_told() {
    Map<String, String> origins = leave(LeaveSample.twoDays()).header().origins();
    assertEquals("by type DDHolidayField, value[0]", origins.get("starts"));
    assertEquals("by type DDHolidayField, extValue.unit", origins.get("unit"));
  }
}

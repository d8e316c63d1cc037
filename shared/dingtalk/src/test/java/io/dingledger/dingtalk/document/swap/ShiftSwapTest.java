package io.dingledger.dingtalk.document.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.ExtractedSamples;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.ShiftSwap;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftSwapTest {
  private static final String CATEGORY = "attendance.relieve";
  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void restore() {
    TimeZone.setDefault(before);
  }

  @Test
  void has_both_people_both_days_and_both_shifts() {
    ShiftSwap swap =
        Samples.certain(ShiftSwap.class, Samples.read(CATEGORY, ExtractedSamples.swap()));
    assertEquals(new PersonNamed("u1", "甲一"), swap.applicant());
    assertEquals(new PersonNamed("u2", "乙二"), swap.relief());
    assertEquals(Moment.of(LocalDate.of(2024, 9, 14)), swap.swapped());
    assertEquals(Optional.of(Moment.of(LocalDate.of(2024, 9, 21))), swap.back());
    assertEquals("早班 09:00; 晚班 18:00", swap.details());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Shanghai"})
  void told_in_milliseconds_has_the_same_days_in_every_zone(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    ObjectNode[] entries = ExtractedSamples.swap();
    entries[2].put("value", Samples.midnight("2024-09-14"));
    ShiftSwap swap = Samples.certain(ShiftSwap.class, Samples.read(CATEGORY, entries));
    assertEquals(Moment.of(LocalDate.of(2024, 9, 14)), swap.swapped());
  }

  @Test
  void without_an_applicant_is_that_of_who_started_it() {
    ObjectNode[] entries = ExtractedSamples.swap();
    entries[0].put("value", "").remove("extValue");
    ShiftSwap swap = Samples.certain(ShiftSwap.class, Samples.read(CATEGORY, entries));
    assertEquals("u1", swap.applicant().userId());
  }

  @Test
  void without_a_relief_or_a_day_is_not_typed() {
    for (int missing : new int[] {1, 2}) {
      ObjectNode[] entries = ExtractedSamples.swap();
      entries[missing].put("value", "").remove("extValue");
      Reading reading = Samples.read(CATEGORY, entries);
      assertTrue(Samples.isUnrecognised(reading, "shiftSwap"));
      assertEquals(Set.of("DOC-FIELD-MISSING"), Samples.codes(reading));
    }
  }

  @Test
  void with_two_reliefs_is_not_typed() {
    ObjectNode[] entries = ExtractedSamples.swap();
    entries[1].put("value", "乙二,丙三").put("extValue", Samples.people("u2", "乙二", "u3", "丙三"));
    Reading reading = Samples.read(CATEGORY, entries);
    assertEquals(Set.of("DOC-FIELD-AMBIGUOUS"), Samples.codes(reading));
  }
}

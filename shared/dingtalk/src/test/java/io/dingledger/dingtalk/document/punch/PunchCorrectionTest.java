package io.dingledger.dingtalk.document.punch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.ExtractedSamples;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.PunchCorrection;
import io.dingledger.model.document.Reading;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PunchCorrectionTest {
  private static final String CATEGORY = "attendance.supply";
  private static final long NINE = Samples.midnight("2024-09-14") + 9 * 3_600_000L;

  private static String day(String day) {
    return String.valueOf(Samples.midnight(day));
  }

  @Test
  void has_the_moment_the_working_day_and_the_plan() {
    PunchCorrection correction =
        Samples.certain(
            PunchCorrection.class,
            Samples.read(
                CATEGORY,
                ExtractedSamples.punch("2024-09-14 09:00", day("2024-09-14"), NINE + 30_000),
                Samples.entry("TextareaField", "", "补卡理由", "忘了")));
    assertEquals(Moment.of(LocalDate.of(2024, 9, 14), LocalTime.of(9, 0)), correction.punchedAt());
    assertEquals(Optional.of(LocalDate.of(2024, 9, 14)), correction.workDay());
    assertEquals("上班 09:00", correction.plan());
    assertEquals("忘了", correction.reason());
  }

  @Test
  void of_a_night_shift_belongs_to_the_day_before() {
    PunchCorrection correction =
        Samples.certain(
            PunchCorrection.class,
            Samples.read(
                CATEGORY, ExtractedSamples.punch("2024-09-14 09:00", day("2024-09-13"), NINE)));
    assertEquals(Optional.of(LocalDate.of(2024, 9, 13)), correction.workDay());
  }

  @Test
  void is_known_by_its_own_data_where_its_alias_is_gone() {
    ObjectNode entry = ExtractedSamples.punch("2024-09-14 09:00", day("2024-09-14"), NINE);
    entry.put("bizAlias", "").put("name", "什么时候");
    assertTrue(Samples.read("", entry).doubts().isEmpty());
  }

  @Test
  void that_shows_another_time_than_its_data_is_doubted() {
    Reading reading =
        Samples.read(CATEGORY, ExtractedSamples.punch("2024-09-14 09:01", day("2024-09-14"), NINE));
    assertEquals(Set.of("DOC-PUNCH-CONTRADICTORY"), Samples.codes(reading));
  }

  @Test
  void of_a_working_day_far_away_is_doubted() {
    Reading reading =
        Samples.read(CATEGORY, ExtractedSamples.punch("2024-09-14 09:00", day("2024-09-24"), NINE));
    assertEquals(Set.of("DOC-TIME-UNREADABLE"), Samples.codes(reading));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "2024-09-14", "heute 9 Uhr"})
  void without_a_minute_is_not_typed(String shown) {
    Reading reading =
        Samples.read(CATEGORY, ExtractedSamples.punch(shown, day("2024-09-14"), NINE));
    assertTrue(Samples.isUnrecognised(reading, "punchCorrection"));
  }
}

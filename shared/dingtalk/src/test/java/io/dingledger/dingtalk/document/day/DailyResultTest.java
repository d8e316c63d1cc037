package io.dingledger.dingtalk.document.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.Documents;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.model.document.DailyResult;
import io.dingledger.model.document.DailyResult.Check;
import io.dingledger.model.document.DailyResult.Duty;
import io.dingledger.model.document.DailyResult.Outcome;
import io.dingledger.model.document.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DailyResultTest {
  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void restore() {
    TimeZone.setDefault(before);
  }

  private static DailyResult result(DaySample day) {
    return Samples.certain(DailyResult.class, day.read());
  }

  private static Check only(DaySample day) {
    assertEquals(1, result(day).checks().size());
    return result(day).checks().getFirst();
  }

  private static Reading changed(Consumer<ObjectNode> change) {
    DaySample day = new DaySample();
    change.accept(day.row("OnDuty", "Late", "09:00:00", "09:05:00"));
    return day.read();
  }

  @Nested
  class Minutes_are_counted {
    @ParameterizedTest
    @CsvSource({
      "OnDuty,Late,09:00:00,09:05:59,LATE,5",
      "OnDuty,Late,09:00:00,09:00:59,LATE,0",
      "OnDuty,SeriousLate,09:00:00,10:31:00,SERIOUSLY_LATE,91",
      "OffDuty,Early,18:00:00,17:29:30,EARLY,30",
      "OffDuty,Early,18:00:00,17:30:00,EARLY,30",
      "OnDuty,Normal,09:00:00,08:55:00,NORMAL,0",
      "OffDuty,Normal,18:00:00,19:30:00,NORMAL,0",
      "OnDuty,Absenteeism,09:00:00,13:00:00,ABSENT,0"
    })
    void whole_with_the_seconds_cut_off(
        String duty, String word, String plan, String made, Outcome outcome, long minutes) {
      Check check = only(new DaySample().with(duty, word, plan, made));
      assertEquals(outcome, check.outcome());
      assertEquals(minutes, check.minutes());
      assertTrue(check.actual().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Shanghai"})
    void the_same_in_every_zone(String zone) {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      DaySample day = new DaySample();
      ObjectNode row = day.row("OnDuty", "Late", "09:00:00", "09:05:59");
      row.put("userCheckTime", "2024-09-14 09:05:59").put("workDate", "2024-09-14 00:00:00");
      Check check = only(day);
      assertEquals(5, check.minutes());
      assertEquals(Optional.of(Instant.parse("2024-09-14T01:00:00Z")), check.planned());
    }
  }

  @Nested
  class A_day {
    @Test
    void has_its_checks_in_the_order_of_the_plan() {
      DailyResult result =
          result(
              new DaySample()
                  .with("OffDuty", "Normal", "18:00:00", "18:01:00")
                  .with("OnDuty", "Normal", "13:00:00", "12:58:00")
                  .with("OffDuty", "Normal", "12:00:00", "12:03:00")
                  .with("OnDuty", "Late", "09:00:00", "09:01:00"));
      assertEquals(
          List.of(Duty.ON, Duty.OFF, Duty.ON, Duty.OFF),
          result.checks().stream().map(Check::duty).toList());
      assertEquals(Outcome.LATE, result.checks().getFirst().outcome());
      assertFalse(result.isNormal());
    }

    @Test
    void without_rows_has_no_checks_any_more() {
      assertEquals(List.of(), result(new DaySample()).checks());
    }

    @Test
    void that_was_told_twice_counts_once() {
      DaySample day = new DaySample().with("OnDuty", "Late", "09:00:00", "09:01:00");
      day.rows.add(day.rows.get(0));
      assertEquals(1, result(day).checks().size());
    }

    @Test
    void on_which_nobody_signed_has_no_punch_whatever_time_stands_there() {
      DaySample day = new DaySample();
      day.row("OffDuty", "NotSigned", "18:00:00", "18:00:00").put("locationResult", "NotSigned");
      assertEquals(Optional.empty(), only(day).actual());
      assertEquals(Outcome.NOT_SIGNED, only(day).outcome());
    }

    @Test
    void tells_the_place_and_the_approval_that_explains_it() {
      DaySample day = new DaySample();
      day.row("OnDuty", "Late", "09:00:00", "09:10:00")
          .put("locationResult", "Outside")
          .put("approveId", 9)
          .put("procInstId", "proc-1");
      assertTrue(only(day).outside());
      assertEquals("proc-1", only(day).approvalId());
      ((ObjectNode) day.rows.get(0)).put("procInstId", "");
      assertEquals("9", only(day).approvalId());
      ((ObjectNode) day.rows.get(0)).put("approveId", 0);
      assertEquals("", only(day).approvalId());
    }
  }

  @Test
  void when_one_planned_punch_has_two_results() {
    DaySample day =
        new DaySample()
            .with("OnDuty", "Late", "09:00:00", "09:05:00")
            .with("OnDuty", "Late", "09:00:00", "09:06:00");
    assertEquals(Set.of("DOC-RESULT-CONTRADICTORY"), Samples.codes(day.read()));
  }

  @Nested
  class Is_doubted {
    @ParameterizedTest
    @CsvSource({
      "OnDuty,Late,09:00:00,08:59:00",
      "OnDuty,Late,09:00:00,''",
      "OffDuty,Late,18:00:00,18:10:00",
      "OnDuty,Early,09:00:00,08:50:00",
      "OffDuty,Early,18:00:00,18:00:00"
    })
    void when_the_times_do_not_make_it_what_it_is_said_to_be(
        String duty, String word, String plan, String made) {
      Reading reading = new DaySample().with(duty, word, plan, made).read();
      assertEquals(Set.of("DOC-RESULT-CONTRADICTORY"), Samples.codes(reading));
    }
  }

  @Nested
  class Is_not_typed {
    @Test
    void when_a_judgement_is_not_known() {
      Reading reading = changed(row -> row.put("timeResult", "VeryLate"));
      assertEquals(Set.of("DOC-RESULT-UNKNOWN"), Samples.codes(reading));
      assertTrue(Samples.isUnrecognised(reading, "dailyResult"));
    }

    @Test
    void when_a_row_lacks_what_it_must_have() {
      for (String field : new String[] {"timeResult", "checkType"}) {
        Reading reading = changed(row -> row.remove(field));
        assertTrue(Samples.isUnrecognised(reading, "dailyResult"), field);
        assertEquals(Set.of("DOC-RESULT-UNREADABLE"), Samples.codes(reading));
      }
    }

    @Test
    void when_a_time_is_none_or_far_away() {
      for (String time : new String[] {"soon", "2024-09-24 09:00:00", "999"}) {
        Reading reading = changed(row -> row.put("userCheckTime", time));
        assertEquals(Set.of("DOC-RESULT-UNREADABLE"), Samples.codes(reading), time);
      }
    }

    @Test
    void when_a_row_belongs_to_somebody_else_or_another_day() {
      Reading other = changed(row -> row.put("userId", "u9"));
      assertEquals(Set.of("DOC-OTHER-DOCUMENT"), Samples.codes(other));
      Reading day = changed(row -> row.put("workDate", Samples.midnight("2024-09-15")));
      assertTrue(Samples.isUnrecognised(day, "dailyResult"));
      Reading noon = changed(row -> row.put("workDate", DaySample.at("12:00:00")));
      assertTrue(Samples.isUnrecognised(noon, "dailyResult"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[7]", "[", "[[]]"})
    void when_the_rows_are_none(String json) {
      assertTrue(
          Samples.isUnrecognised(Documents.dailyResult(Samples.header(), json), "dailyResult"));
    }
  }
}

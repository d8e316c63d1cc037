package io.dingledger.dingtalk.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.Leave;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @Nested
  class A_moment {
    @ParameterizedTest
    @CsvSource({
      "2024-09-10,2024-09-10",
      "2024/9/1,2024-09-01",
      "2024-09-10 09:05,2024-09-10 09:05",
      "2024-09-10 9:05:00,2024-09-10 09:05",
      "2024-09-10T23:59,2024-09-10 23:59",
      "2024-09-10 上午,2024-09-10 上午",
      "2024-09-10  PM,2024-09-10 下午",
      "2024-02-29,2024-02-29",
      "1725897600000,2024-09-10",
      "1725930300000,2024-09-10 09:05"
    })
    void is_read_from_these(String text, String moment) {
      assertEquals(moment, WallTimes.moment(text).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "null",
          "2023-02-29",
          "2024-09-10 24:00",
          "2024-09-10 09:60",
          "2024-09-10T09:00Z",
          "2024-09-10 09:00+08:00",
          "10.09.2024",
          "20240910",
          "2024-09-10 晚上",
          "1999-12-31",
          "2100-01-01",
          "0724-09-10",
          "99999999999",
          "9999999999999"
        })
    void is_not_read_from_these(String text) {
      assertEquals(Optional.empty(), WallTimes.moment(text));
    }

    @Test
    void that_starts_a_day_does_so_in_shanghai_only() {
      assertEquals(Optional.of(LocalDate.of(2024, 9, 10)), WallTimes.midnight("1725897600000"));
      assertEquals(Optional.empty(), WallTimes.midnight("1725926400000"), "midnight of UTC");
    }
  }

  @Nested
  class A_number {
    @ParameterizedTest
    @CsvSource({
      "8,8,",
      "8.0,8.0,",
      "-1,-1,",
      "8小时,8,HOUR",
      "0.5 天,0.5,DAY",
      "２天,2,DAY",
      "3 hours,3,HOUR",
      "0.30000000000000004,0.30000000000000004,"
    })
    void keeps_every_figure_and_its_unit(String text, BigDecimal number, Leave.Unit unit) {
      Quantity quantity = Quantity.read(text).orElseThrow();
      assertEquals(number, quantity.number());
      assertEquals(Optional.ofNullable(unit), quantity.unit());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "1e3", "1,5", "1 2", "NaN", "8月", "30分钟", ".5", "5.", "--1", "9999999999"})
    void is_not_read_from_these(String text) {
      assertEquals(Optional.empty(), Quantity.read(text));
    }

    @Test
    void has_the_unit_that_its_label_states_in_brackets() {
      assertEquals(Optional.of(Leave.Unit.HOUR), Quantity.unitInLabel("时长（小时）"));
      assertEquals(Optional.of(Leave.Unit.DAY), Quantity.unitInLabel("Duration (days)"));
      assertEquals(Optional.empty(), Quantity.unitInLabel("时长（必填）"));
    }
  }

  @Nested
  class What_is_packed {
    @Test
    void is_unpacked() {
      assertEquals(
          "{\"a\":1}",
          CompressedDetails.unpacked(Samples.packed("{\"a\":1}")).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "zz", "1f8b08", "00", "1f8b0800000000000000"})
    void and_broken_is_none(String packed) {
      assertEquals(Optional.empty(), CompressedDetails.unpacked(packed));
    }

    @Test
    void and_grows_beyond_the_limit_is_none() {
      String bomb = Samples.packed("{\"a\":\"" + "0".repeat(50 * 1024 * 1024) + "\"}");
      assertTrue(bomb.length() < 200_000, "small on the way in");
      assertEquals(Optional.empty(), CompressedDetails.unpacked(bomb));
    }

    @Test
    void and_no_object_is_none() {
      assertEquals(Optional.empty(), CompressedDetails.unpacked(Samples.packed("[1]")));
      assertEquals(Optional.empty(), CompressedDetails.unpacked(Samples.packed("not JSON")));
    }
  }
}

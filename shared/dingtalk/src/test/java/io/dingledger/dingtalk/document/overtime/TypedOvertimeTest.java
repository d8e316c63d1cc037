package io.dingledger.dingtalk.document.overtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.Overtime.Compensation;
import io.dingledger.model.document.PersonNamed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedOvertimeTest {
  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void restore() {
    TimeZone.setDefault(before);
  }

  private static Overtime overtime(OvertimeSample sample) {
    return Samples.certain(Overtime.class, sample.read());
  }

  @Nested
  class The_suite {
    @Test
    void has_its_people_its_times_its_hours_and_what_is_given_for_it() {
      Overtime overtime = overtime(new OvertimeSample().day("2024-09-14", "8.0"));
      assertEquals(
          List.of(new PersonNamed("u1", "甲一"), new PersonNamed("u2", "乙二")), overtime.people());
      assertEquals(Moment.of(LocalDate.of(2024, 9, 14), LocalTime.of(9, 0)), overtime.starts());
      assertEquals(new BigDecimal("8.0"), overtime.hours());
      assertEquals(
          List.of(new Overtime.Day(LocalDate.of(2024, 9, 14), new BigDecimal("8.0"))),
          overtime.days());
      assertEquals(Compensation.PAY, overtime.compensation());
      assertEquals("工作日加班", overtime.type());
      assertFalse(overtime.isOvernight());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Shanghai"})
    void that_crosses_midnight_keeps_its_days_apart_in_every_zone(String zone) {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Overtime overtime = overtime(OvertimeSample.overnight());
      assertTrue(overtime.isOvernight());
      assertEquals(
          List.of(
              new Overtime.Day(LocalDate.of(2024, 9, 14), new BigDecimal("4")),
              new Overtime.Day(LocalDate.of(2024, 9, 15), new BigDecimal("2.5"))),
          overtime.days());
    }

    @Test
    void that_crosses_midnight_may_count_for_the_day_on_which_its_shift_began() {
      OvertimeSample sample = OvertimeSample.overnight();
      sample.days.removeAll();
      sample.day("2024-09-14", "6.5");
      assertEquals(
          List.of(new Overtime.Day(LocalDate.of(2024, 9, 14), new BigDecimal("6.5"))),
          overtime(sample).days());
    }

    @Test
    void without_a_table_takes_its_days_from_the_calculation() {
      OvertimeSample sample = new OvertimeSample();
      ObjectNode day =
          sample.calculated.putArray("detailList").addObject().put("workDate", 1726243200000L);
      day.putObject("approveInfo").put("durationInDay", 1).put("durationInHour", 8);
      assertEquals(
          List.of(new Overtime.Day(LocalDate.of(2024, 9, 14), new BigDecimal("8"))),
          overtime(sample).days());
    }

    @Test
    void within_one_day_needs_no_split() {
      assertEquals(
          List.of(new Overtime.Day(LocalDate.of(2024, 9, 14), new BigDecimal("8.0"))),
          overtime(new OvertimeSample()).days());
    }

    @Test
    void of_several_days_that_nothing_splits_is_left_to_the_rule_book() {
      OvertimeSample sample = OvertimeSample.overnight();
      sample.days.removeAll();
      assertEquals(Set.of(), Samples.codes(sample.read()));
      assertEquals(List.of(), overtime(sample).days());
    }

    @Test
    void without_people_is_of_who_started_it() {
      OvertimeSample sample = new OvertimeSample();
      sample.names = "";
      sample.people = "";
      assertEquals(List.of(new PersonNamed("u1", "甲一")), overtime(sample).people());
    }

    @Test
    void counts_the_hours_that_were_calculated_when_it_shows_days() {
      OvertimeSample sample = new OvertimeSample();
      sample.duration = "1";
      sample.calculated.put("unit", "DAY");
      assertEquals(new BigDecimal("8.0"), overtime(sample).hours());
    }

    @ParameterizedTest
    @CsvSource({"8小时,时长,8", "8.50,时长（小时）,8.50", "8,时长(hours),8", "9,时长,9", "8,加班时长,8"})
    void without_a_calculation_counts_hours_when_they_can_be_nothing_else(
        String shown, String label, String hours) {
      OvertimeSample sample = new OvertimeSample();
      sample.calculated.removeAll();
      sample.duration = shown;
      sample.durationLabel = label;
      assertEquals(new BigDecimal(hours), overtime(sample).hours());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "转调休,vacation,TIME_OFF",
    "加班费,charge,PAY",
    "调休,'',TIME_OFF",
    "转加班费,'',PAY",
    "Overtime Pay,'',PAY",
    "改了名的选项,vacation,TIME_OFF",
    "'','',UNSTATED"
  })
  void what_is_given_for_it_is_told_by_key_or_label(
      String label, String key, Compensation expected) {
    OvertimeSample sample = new OvertimeSample();
    sample.compensation = label;
    sample.compensationKey = key;
    assertEquals(expected, overtime(sample).compensation());
  }

  @Test
  void what_is_given_for_it_is_found_by_its_options_where_its_component_was_made_anew() {
    OvertimeSample sample = new OvertimeSample();
    List<ObjectNode> children = sample.children();
    children.set(
        6,
        Samples.with(Samples.child("DDSelectField", "", "怎么算", "转调休"), "{\"key\":\"vacation\"}"));
    Overtime overtime =
        Samples.certain(
            Overtime.class,
            Samples.read(
                sample.category, Samples.suiteOf("加班", children.toArray(ObjectNode[]::new))));
    assertEquals(Compensation.TIME_OFF, overtime.compensation());
  }

  @Nested
  class The_old_field {
    private ObjectNode field(String value) {
      return Samples.entry("DDOvertimeField", "", "[\"开始时间\",\"结束时间\"]", value);
    }

    @Test
    void has_six_elements_and_no_type() {
      Overtime overtime =
          Samples.certain(
              Overtime.class,
              Samples.read(
                  "",
                  field("[\"2019-03-02 18:00\",\"2019-03-02 21:30\",3.5,\"hour\",null,\"加班类型\"]")));
      assertEquals(new BigDecimal("3.5"), overtime.hours());
      assertEquals("", overtime.type());
      assertEquals(Compensation.UNSTATED, overtime.compensation());
      assertEquals("by type DDOvertimeField", overtime.header().origins().get("starts"));
    }

    @Test
    void that_is_broken_or_counts_days_is_doubtful() {
      assertTrue(Samples.isUnrecognised(Samples.read("", field("[\"\"]")), "overtime"));
      var days = Samples.read("", field("[\"2019-03-02\",\"2019-03-02\",1,\"day\",null,\"加班类型\"]"));
      assertTrue(Samples.codes(days).contains("DOC-HOURS-UNSTATED"));
      var moons =
          Samples.read("", field("[\"2019-03-02\",\"2019-03-02\",1,\"moon\",null,\"加班类型\"]"));
      assertTrue(Samples.codes(moons).contains("DOC-UNIT-UNKNOWN"));
    }
  }
}

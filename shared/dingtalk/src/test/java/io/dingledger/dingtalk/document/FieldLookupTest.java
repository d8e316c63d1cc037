package io.dingledger.dingtalk.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.OutsideWork;
import io.dingledger.model.document.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldLookupTest {
  private static final ObjectNode END =
      Samples.entry("DDDateField", "finishTime", "结束时间", "2024-09-20");

  private static ObjectNode day(String alias, String id, String name, String value) {
    return Samples.entry("DDDateField", alias, name, value).put("id", id);
  }

  private static Reading read(ObjectNode... entries) {
    ObjectNode[] all = Arrays.copyOf(entries, entries.length + 1);
    all[entries.length] = END;
    return Samples.read("attendance.goout", all);
  }

  private static void assertStarts(int dayOfMonth, String origin, ObjectNode... entries) {
    OutsideWork work = Samples.certain(OutsideWork.class, read(entries));
    assertEquals(Moment.of(LocalDate.of(2024, 9, dayOfMonth)), work.starts());
    assertEquals(origin, work.header().origins().get("starts"));
  }

  @Test
  void goes_by_alias_then_by_id_then_by_name() {
    ObjectNode byName = day("", "D-1", "开始时间", "2024-09-11");
    ObjectNode byId = day("", "startTime", "什么时候", "2024-09-12");
    ObjectNode byAlias = day("startTime", "D-3", "何时", "2024-09-13");
    assertStarts(13, "by bizAlias startTime", byName, byId, byAlias);
    assertStarts(12, "by id startTime", byName, byId);
    assertStarts(11, "by name 开始时间", byName);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "开始时间",
        " 开始 时间：",
        "开始时间*",
        "Start Time",
        "开始时间 Start Time",
        "Start time/开始时间",
        "开始时间（必填）",
        "开始日期",
        "start_time",
        "{\"zh_CN\":\"开始时间\",\"en_US\":\"Start\"}"
      })
  void knows_the_label_in_both_languages(String label) {
    assertStarts(11, "by name " + label, day("", "D-1", label, "2024-09-11"));
  }

  @Test
  void takes_the_one_that_is_filled_in_where_a_component_was_made_anew() {
    assertStarts(
        11,
        "by bizAlias startTime",
        day("startTime", "D-1", "开始时间", ""),
        day("startTime", "D-2", "开始时间", "2024-09-11"));
  }

  @Test
  void doubts_where_two_are_filled_in() {
    Reading reading =
        read(
            day("startTime", "D-1", "开始时间", "2024-09-10"),
            day("startTime", "D-2", "开始时间", "2024-09-11"));
    assertEquals(Set.of("DOC-FIELD-AMBIGUOUS"), Samples.codes(reading));
  }

  @Test
  void never_takes_another_component_for_one_that_was_emptied() {
    Reading reading =
        read(day("startTime", "D-1", "开始时间", "null"), day("", "D-2", "开始日期", "2024-09-11"));
    assertEquals(Set.of("DOC-FIELD-MISSING"), Samples.codes(reading));
  }
}

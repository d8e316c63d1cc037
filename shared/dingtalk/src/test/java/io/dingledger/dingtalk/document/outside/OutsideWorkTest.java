package io.dingledger.dingtalk.document.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.ExtractedSamples;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.OutsideWork;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideWorkTest {
  private static final String CATEGORY = "attendance.goout";

  @Test
  void has_its_times_its_length_and_its_people() {
    OutsideWork work =
        Samples.certain(OutsideWork.class, Samples.read(CATEGORY, ExtractedSamples.outside()));
    assertEquals("市内", work.type());
    assertEquals(Moment.of(LocalDate.of(2024, 9, 14), LocalTime.of(17, 30)), work.ends());
    assertEquals(Optional.of(new BigDecimal("4.5")), work.duration());
    assertEquals(List.of(new PersonNamed("u2", "乙二")), work.people());
    assertEquals("送货", work.reason());
  }

  @Test
  void may_have_its_times_in_one_range() {
    ObjectNode range =
        Samples.entry(
            "DDDateRangeField",
            "",
            "[\"开始时间\",\"结束时间\"]",
            "[\"2024-09-14 13:00\",\"2024-09-14 17:30\",null]");
    OutsideWork work = Samples.certain(OutsideWork.class, Samples.read(CATEGORY, range));
    assertEquals(Moment.of(LocalDate.of(2024, 9, 14), LocalTime.of(13, 0)), work.starts());
    assertEquals("by name 开始时间", work.header().origins().get("starts"));
  }

  @ParameterizedTest
  @CsvSource({
    "viel,DOC-NUMBER-UNREADABLE",
    "0,DOC-DURATION-NOT-POSITIVE",
    "4,DOC-DURATION-CONTRADICTORY"
  })
  void with_a_length_that_makes_no_sense_is_doubted(String length, String code) {
    ObjectNode[] entries = ExtractedSamples.outside();
    entries[3].put("value", length);
    assertTrue(Samples.codes(Samples.read(CATEGORY, entries)).contains(code));
  }

  @Test
  void longer_than_its_times_is_doubted() {
    ObjectNode[] entries = ExtractedSamples.outside();
    entries[3].put("value", "40").remove("extValue");
    assertEquals(Set.of("DOC-DURATION-TOO-LONG"), Samples.codes(Samples.read(CATEGORY, entries)));
  }

  @Test
  void without_its_times_is_not_typed() {
    ObjectNode[] entries = ExtractedSamples.outside();
    entries[2].put("value", "");
    Reading reading = Samples.read(CATEGORY, entries);
    assertTrue(Samples.isUnrecognised(reading, "outsideWork"));
  }
}

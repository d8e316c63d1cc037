package io.dingledger.dingtalk.document.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.document.ExtractedSamples;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.dingtalk.document.leave.LeaveSample;
import io.dingledger.dingtalk.document.overtime.OvertimeSample;
import io.dingledger.dingtalk.document.travel.TripSample;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Reading;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhichKindTest {
  private static ObjectNode[] entries(DocumentKind kind) {
    return switch (kind) {
      case LEAVE -> new ObjectNode[] {LeaveSample.twoDays().entry()};
      case OVERTIME -> new ObjectNode[] {new OvertimeSample().day("2024-09-14", "8").suite()};
      case TRAVEL -> new ObjectNode[] {TripSample.twoJourneys().suite()};
      case OUTSIDE_WORK -> ExtractedSamples.outside();
      case SHIFT_SWAP -> ExtractedSamples.swap();
      default ->
          new ObjectNode[] {
            ExtractedSamples.punch(
                "2024-09-14 09:00",
                "" + Samples.midnight("2024-09-14"),
                Samples.midnight("2024-09-14") + 32_400_000L)
          };
    };
  }

  @ParameterizedTest
  @CsvSource({
    "LEAVE,attendance.leave",
    "OVERTIME,attendance.batchovertime",
    "TRAVEL,alitrip.business",
    "OUTSIDE_WORK,attendance.goout",
    "PUNCH_CORRECTION,attendance.supply",
    "PUNCH_CORRECTION,open.com.dd.at.approveCheck",
    "SHIFT_SWAP,attendance.relieve"
  })
  void is_told_by_the_category_and_by_the_form_alone(DocumentKind kind, String category) {
    Reading byBoth = Samples.read(category, entries(kind));
    assertEquals(kind, byBoth.document().kind());
    assertTrue(byBoth.doubts().isEmpty(), byBoth.doubts().toString());
    assertEquals(byBoth, Samples.read("", entries(kind)));
    assertEquals(byBoth, Samples.read("some.other.category", entries(kind)));
  }

  @ParameterizedTest
  @CsvSource({
    "leave,Leave",
    "overtime,Overtime",
    "travel,Business Trip",
    "outsideWork,Go Out",
    "punchCorrection,Missed Punch",
    "shiftSwap,Shift Swap"
  })
  void is_told_by_the_english_name_of_a_suite(String kind, String name) {
    Reading reading = Samples.read("", Samples.suiteOf(name).put("value", "[]"));
    assertTrue(Samples.isUnrecognised(reading, kind));
  }

  @ParameterizedTest
  @CsvSource({
    "leave,attendance.leave",
    "overtime,attendance.batchovertime",
    "travel,alitrip.business",
    "outsideWork,attendance.goout",
    "punchCorrection,attendance.supply",
    "punchCorrection,open.com.dd.at.approveCheck",
    "shiftSwap,attendance.relieve"
  })
  void that_the_category_tells_is_supposed_when_the_form_tells_nothing(
      String kind, String category) {
    Reading reading = Samples.read(category, Samples.entry("TextField", "", "随便", "x"));
    assertTrue(Samples.isUnrecognised(reading, kind));
    assertTrue(Samples.isUnrecognised(Samples.read(category), kind), "a form without components");
  }

  @Nested
  class Leave_that_has_no_category {
    @Test
    void is_known_by_its_tag_where_its_type_is_new() {
      LeaveSample sample = LeaveSample.twoDays();
      sample.type = "BrandNewHolidayField";
      Reading reading = sample.read();
      assertEquals(DocumentKind.LEAVE, reading.document().kind());
      assertEquals(Set.of(), Samples.codes(reading));
      assertEquals("by pushTag 请假, value[0]", reading.document().header().origins().get("starts"));
    }

    @Test
    void is_known_by_its_type_where_it_has_no_tag() {
      LeaveSample sample = LeaveSample.twoDays();
      sample.extension.remove("pushTag");
      assertEquals(DocumentKind.LEAVE, sample.read().document().kind());
    }
  }

  @Nested
  class Is_no_suite {
    @Test
    void when_a_form_merely_has_times_and_durations() {
      ObjectNode[] dinner = {
        Samples.entry("DDDateField", "", "开始时间", "2024-09-14 18:00"),
        Samples.entry("DDDateField", "", "结束时间", "2024-09-14 21:00"),
        Samples.entry("NumberField", "duration", "时长", "3"),
        Samples.entry("MoneyField", "amount", "金额", "300")
      };
      assertEquals(Optional.empty(), Samples.suite("", dinner));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dingtalk.businessFinance.reimbursement", "hrm.regular"})
    void when_the_category_is_that_of_finance_or_personnel(String category) {
      assertEquals(Optional.empty(), Samples.suite(category, TripSample.twoJourneys().suite()));
    }

    @Test
    void when_somebody_typed_the_words_of_one() {
      assertEquals(
          Optional.empty(),
          Samples.suite(
              "", Samples.entry("TextField", "", "说明", LeaveSample.twoDays().entry().toString())));
    }
  }

  @Nested
  class Is_left_to_a_person {
    @Test
    void when_category_and_form_disagree() {
      Reading reading = Samples.read("attendance.batchovertime", LeaveSample.twoDays().entry());
      assertTrue(Samples.isUnrecognised(reading, "overtime"));
      assertEquals(Set.of("DOC-KIND-CONTRADICTORY"), Samples.codes(reading));
    }

    @Test
    void when_the_tag_says_another_kind_than_the_type() {
      LeaveSample sample = LeaveSample.twoDays();
      sample.extension.put("pushTag", "外出");
      assertEquals(Set.of("DOC-KIND-CONTRADICTORY"), Samples.codes(sample.read()));
    }

    @Test
    void when_the_category_is_of_attendance_and_not_known() {
      Reading reading = Samples.read("attendance.leaveBack", LeaveSample.twoDays().entry());
      assertTrue(Samples.isUnrecognised(reading, "leave"));
      assertEquals(Set.of("DOC-KIND-UNKNOWN"), Samples.codes(reading));
    }

    @Test
    void when_a_suite_cannot_be_read_and_nothing_says_which() {
      Reading reading = Samples.read("", Samples.suiteOf("套件").put("value", "[{\"x\":"));
      assertTrue(Samples.isUnrecognised(reading, ""));
      assertEquals(Set.of("DOC-SUITE-UNREADABLE"), Samples.codes(reading));
    }

    @ParameterizedTest
    @CsvSource({"加班,overtime", "出差,travel", "外出套件,outsideWork", "补卡,punchCorrection"})
    void when_a_suite_was_emptied_and_only_its_name_is_left(String name, String kind) {
      Reading reading = Samples.read("", Samples.suiteOf(name).put("value", ""));
      assertTrue(Samples.isUnrecognised(reading, kind));
    }
  }
}

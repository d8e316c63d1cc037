package io.dingledger.rules;

import io.dingledger.model.document.DailyResult;
import io.dingledger.model.document.DailyResult.Check;
import io.dingledger.model.document.DailyResult.Duty;
import io.dingledger.model.document.DailyResult.Outcome;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.Person;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Punch;
import io.dingledger.model.document.PunchCorrection;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.ShiftSwap;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.Unrecognised;
import io.dingledger.model.failure.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Documents as DingTalk's suites and attendance give them. */
final class Readings {
  static final DocumentHeader HEADER =
      new DocumentHeader(
          new DocumentId("doc-1"),
          "202603310001",
          "张三提交的申请",
          new Person("u1", "张三", "0042"),
          new Department("123", "财务部", "BM000001"),
          LocalDate.parse("2026-04-01"),
          List.of(),
          Map.of("starts", "by bizAlias startTime"));
  static final Reason DOUBT = new Reason("TEST-DOUBT", "单位不一致。", "The units disagree.");

  private static final LocalDate DAY = LocalDate.parse("2026-03-30");
  private static final PersonNamed WORKER = new PersonNamed("u1", "张三");

  private Readings() {}

  static Reading of(SourceDocument document, Reason... doubts) {
    return new Reading(document, List.of(doubts));
  }

  static Leave leave() {
    return new Leave(
        HEADER,
        "年假",
        Leave.Unit.DAY,
        Moment.of(DAY),
        Moment.of(DAY),
        BigDecimal.ONE,
        false,
        List.of());
  }

  /** Overtime from 20:00 until 23:00 this day or 02:00 the next. */
  static Overtime overtime(boolean overnight) {
    return new Overtime(
        HEADER,
        List.of(WORKER),
        Moment.of(DAY, LocalTime.of(20, 0)),
        overnight
            ? Moment.of(DAY.plusDays(1), LocalTime.of(2, 0))
            : Moment.of(DAY, LocalTime.of(23, 0)),
        new BigDecimal("3"),
        List.of(),
        Overtime.Compensation.PAY,
        "");
  }

  static PunchCorrection punchCorrection() {
    return new PunchCorrection(
        HEADER, Moment.of(DAY, LocalTime.of(9, 0)), Optional.of(DAY), "", "忘记打卡");
  }

  static ShiftSwap shiftSwap() {
    return new ShiftSwap(
        HEADER, WORKER, new PersonNamed("u2", "李四"), Moment.of(DAY), Optional.empty(), "");
  }

  static Punch punch() {
    return new Punch(HEADER, Instant.parse("2026-03-30T01:00:00Z"), "WIFI", false, true);
  }

  static DailyResult day(Outcome... outcomes) {
    return new DailyResult(
        HEADER,
        Arrays.stream(outcomes)
            .map(
                outcome ->
                    new Check(Duty.ON, outcome, Optional.empty(), Optional.empty(), 0, false, ""))
            .toList());
  }

  static Unrecognised unrecognised(String supposedKind) {
    return new Unrecognised(HEADER, supposedKind);
  }
}

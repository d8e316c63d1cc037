package io.dingledger.rules.support;

import io.dingledger.model.document.DailyResult;
import io.dingledger.model.document.DailyResult.Check;
import io.dingledger.model.document.DailyResult.Duty;
import io.dingledger.model.document.DailyResult.Outcome;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.Person;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Documents of attendance for tests, as DingTalk's suites give them, and people who have them. */
public final class Attendance {
  /** Whose pay it is in most tests. */
  public static final Person ZHANG =
      new Person(
          "u1",
          "张三",
          "0042",
          List.of("123"),
          Optional.of(LocalDate.parse("2023-03-01")),
          Optional.empty(),
          true);

  /** A colleague in another department. */
  public static final Person LI =
      new Person("u2", "李四", "0043", List.of("456"), Optional.empty(), Optional.empty(), true);

  public static final Department FINANCE =
      new Department("123", "财务部", "BM01", "1", List.of("示例公司", "财务部"));
  public static final Department SALES = new Department("456", "销售部", "BM02");

  /** Both people and their departments. */
  public static final Directory DIRECTORY =
      new Directory(Map.of("u1", ZHANG, "u2", LI), Map.of("123", FINANCE, "456", SALES));

  public static final RuleBook.Context CONTEXT =
      new RuleBook.Context(Tenant.verified("t1"), ZoneId.of("Asia/Shanghai"), "v7");

  private Attendance() {}

  /** The header of a document of 张三, approved or worked on a day. */
  public static DocumentHeader header(String id, LocalDate day) {
    return new DocumentHeader(
        new DocumentId(id),
        "202603310001",
        "张三提交的申请",
        ZHANG,
        FINANCE,
        day,
        List.of(),
        Map.of("starts", "by bizAlias startTime"));
  }

  /** What a book makes of a document, whatever its scope wants. */
  public static Translation by(RuleBook book, SourceDocument document) {
    return by(book, CONTEXT, document);
  }

  public static Translation by(RuleBook book, RuleBook.Context context, SourceDocument document) {
    return book.translateWritten(context, new Reading(document, List.of()), DIRECTORY);
  }

  /** Overtime that is paid, of so many hours from a moment on. */
  public static Overtime overtime(String from, String until, String hours, Overtime.Day... days) {
    return new Overtime(
        header("ot-" + from, moment(from).day()),
        List.of(new PersonNamed("u1", "张三")),
        moment(from),
        moment(until),
        new BigDecimal(hours),
        List.of(days),
        Overtime.Compensation.PAY,
        "");
  }

  public static Overtime.Day day(String date, String hours) {
    return new Overtime.Day(LocalDate.parse(date), new BigDecimal(hours));
  }

  /** The same overtime, in return for something else. */
  public static Overtime compensated(Overtime overtime, Overtime.Compensation by) {
    return new Overtime(
        overtime.header(),
        overtime.people(),
        overtime.starts(),
        overtime.ends(),
        overtime.hours(),
        overtime.days(),
        by,
        overtime.type());
  }

  /** The same overtime of other people. */
  public static Overtime of(Overtime overtime, PersonNamed... people) {
    return new Overtime(
        overtime.header(),
        List.of(people),
        overtime.starts(),
        overtime.ends(),
        overtime.hours(),
        overtime.days(),
        overtime.compensation(),
        overtime.type());
  }

  /** Leave in days; its days are date, length and whether it is a day off, in turns. */
  public static Leave leave(String type, Leave.Unit unit, String duration, Leave.Day... days) {
    LocalDate first = days[0].date();
    return new Leave(
        header("leave-" + type + first, first),
        type,
        unit,
        Moment.of(first),
        Moment.of(days[days.length - 1].date()),
        new BigDecimal(duration),
        false,
        List.of(days));
  }

  /** A day of leave, with the hours that DingTalk states beside it. */
  public static Leave.Day leaveDay(String date, String days, String hours) {
    return new Leave.Day(LocalDate.parse(date), new BigDecimal(days), new BigDecimal(hours), false);
  }

  /** A day off within leave. */
  public static Leave.Day restDay(String date) {
    return new Leave.Day(LocalDate.parse(date), BigDecimal.ZERO, BigDecimal.ZERO, true);
  }

  /** The results of a day: late by these minutes at each check. */
  public static DailyResult late(String day, long... minutes) {
    return results(
        day,
        Arrays.stream(minutes).mapToObj(late -> check(Outcome.LATE, late)).toArray(Check[]::new));
  }

  public static DailyResult results(String day, Check... checks) {
    LocalDate date = LocalDate.parse(day);
    DocumentHeader header = header(DocumentId.ofDay("u1", date).value(), date);
    return new DailyResult(header, new ArrayList<>(List.of(checks)));
  }

  public static Check check(Outcome outcome, long minutes) {
    return new Check(Duty.ON, outcome, Optional.empty(), Optional.empty(), minutes, false, "");
  }

  /** {@code 2026-03-16 18:00}, or a day. */
  public static Moment moment(String text) {
    LocalDate day = LocalDate.parse(text.substring(0, 10));
    return text.length() == 10
        ? Moment.of(day)
        : Moment.of(day, LocalTime.parse(text.substring(11)));
  }
}

package io.dingledger.rules.translation;

import io.dingledger.model.document.DailyResult;
import io.dingledger.model.document.DailyResult.Check;
import io.dingledger.model.document.DailyResult.Outcome;
import io.dingledger.rules.book.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What rules can read of the result of a day (考勤结果). */
final class AttendanceFacts {
  private static final Set<Outcome> LATE = EnumSet.of(Outcome.LATE, Outcome.SERIOUSLY_LATE);

  private AttendanceFacts() {}

  static FactSheet sheet(
      DailyResult day, Map<String, Fact> facts, FactWriter writer, DayFacts calendar) {
    List<Check> checks = day.checks();
    calendar.write(writer, day.header().businessDate(), "attendance");
    writer
        .number("checks", checks.size(), "number of checks")
        .number("lateTimes", times(checks, LATE), "number of checks that are late")
        .number("lateMinutes", minutes(checks, LATE), "minutes of checks that are late")
        .number("earlyTimes", times(checks, Set.of(Outcome.EARLY)), "number of checks left early")
        .number("earlyMinutes", minutes(checks, Set.of(Outcome.EARLY)), "minutes left early")
        .number("absentTimes", times(checks, Set.of(Outcome.ABSENT)), "number of checks absent")
        .number(
            "notSignedTimes",
            times(checks, Set.of(Outcome.NOT_SIGNED)),
            "number of checks not signed")
        .number("explained", explained(checks), "number of checks that an approval explains");
    List<Map<String, Fact>> rows = new ArrayList<>();
    for (Check check : checks) {
      rows.add(row(rows.size() + 1, check, day.header().origins()));
    }
    return new FactSheet(facts, rows, Set.of());
  }

  private static long times(List<Check> checks, Set<Outcome> outcomes) {
    return checks.stream().filter(check -> outcomes.contains(check.outcome())).count();
  }

  private static long minutes(List<Check> checks, Set<Outcome> outcomes) {
    return checks.stream()
        .filter(check -> outcomes.contains(check.outcome()))
        .mapToLong(Check::minutes)
        .sum();
  }

  private static long explained(List<Check> checks) {
    return checks.stream()
        .filter(check -> check.outcome() != Outcome.NORMAL)
        .filter(check -> !check.approvalId().isEmpty())
        .count();
  }

  private static Map<String, Fact> row(int number, Check check, Map<String, String> origins) {
    return FactWriter.row(number, "check", "checks", origins)
        .text("duty", Words.of(check.duty()))
        .text("outcome", Words.of(check.outcome()))
        .number("minutes", BigDecimal.valueOf(check.minutes()))
        .truth("outside", check.outside())
        .truth("explained", !check.approvalId().isEmpty())
        .facts();
  }
}

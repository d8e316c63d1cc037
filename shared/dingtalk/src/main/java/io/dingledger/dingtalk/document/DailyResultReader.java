package io.dingledger.dingtalk.document;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.DailyResult;
import io.dingledger.model.document.DailyResult.Check;
import io.dingledger.model.document.DailyResult.Duty;
import io.dingledger.model.document.DailyResult.Outcome;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the rows of {@code /attendance/list} (API0195) of one person and day. A day of which one
 * row can't be read is not typed at all: what is missing may be what is abnormal.
 */
final class DailyResultReader {
  private static final int MOST_ROWS = 200;
  private static final Duration LONGEST_DAY = Duration.ofHours(36);
  private static final Field ROW =
      new Field("rows", "考勤结果", "attendance result", List.of(), List.of());

  private final Findings findings;

  DailyResultReader(Findings findings) {
    this.findings = findings;
  }

  Reading read(String rowsJsonArray) {
    JsonNode rows = JsonTexts.parse(rowsJsonArray).orElseGet(MissingNode::getInstance);
    if (!rows.isArray() || rows.size() > MOST_ROWS) {
      findings.doubt(DocumentDoubt.RESULT_UNREADABLE, 0);
      return findings.unrecognised(DocumentKind.DAILY_RESULT);
    }
    List<Check> checks = new ArrayList<>();
    Set<JsonNode> seen = new HashSet<>();
    boolean whole = true;
    for (int index = 0; index < rows.size(); index++) {
      if (seen.add(rows.get(index))) {
        Optional<Check> check = check(rows.get(index), index + 1);
        check.ifPresent(checks::add);
        whole &= check.isPresent();
      }
    }
    if (!whole) {
      return findings.unrecognised(DocumentKind.DAILY_RESULT);
    }
    requireOneEach(checks);
    checks.sort(Comparator.comparing(DailyResultReader::order).thenComparing(Check::duty));
    findings.origin("checks", "attendance/list");
    return findings.typed(header -> new DailyResult(header, checks));
  }

  /** One planned punch has one result; a page that was read anew may bring another. */
  private void requireOneEach(List<Check> checks) {
    Set<List<Object>> planned = new HashSet<>();
    for (Check check : checks) {
      if (check.planned().isPresent() && !planned.add(List.of(check.duty(), check.planned()))) {
        findings.doubt(DocumentDoubt.RESULT_CONTRADICTORY, check.outcome());
      }
    }
  }

  /** By the planned time; of a punch without a plan by its own. */
  private static Instant order(Check check) {
    return check.planned().or(check::actual).orElse(Instant.MAX);
  }

  private Optional<Check> check(JsonNode row, int number) {
    if (!belongsHere(row)) {
      findings.doubtOf(ROW, DocumentDoubt.OTHER_DOCUMENT);
      return Optional.empty();
    }
    Optional<Duty> duty = duty(text(row, "checkType"));
    String result = text(row, "timeResult");
    Optional<Outcome> outcome = outcome(result);
    Optional<Instant> planned = time(row, "baseCheckTime");
    Optional<Instant> made = time(row, "userCheckTime");
    boolean broken =
        isUnread(row, "baseCheckTime", planned) || isUnread(row, "userCheckTime", made);
    if (duty.isEmpty() || result.isEmpty() || broken) {
      findings.doubt(DocumentDoubt.RESULT_UNREADABLE, number);
      return Optional.empty();
    }
    if (outcome.isEmpty()) {
      findings.doubt(DocumentDoubt.RESULT_UNKNOWN, Findings.shown(result));
      return Optional.empty();
    }
    String place = text(row, "locationResult");
    boolean unsigned = outcome.get() == Outcome.NOT_SIGNED || place.equals("NotSigned");
    Optional<Instant> actual = made.filter(known -> !unsigned);
    long minutes = minutes(duty.get(), outcome.get(), planned, actual, result);
    return Optional.of(
        new Check(
            duty.get(),
            outcome.get(),
            planned,
            actual,
            minutes,
            place.equals("Outside"),
            approval(row)));
  }

  private boolean belongsHere(JsonNode row) {
    String user = text(row, "userId");
    String day = text(row, "workDate");
    boolean sameDay =
        WallTimes.workDay(day).filter(findings.header().businessDate()::equals).isPresent();
    return user.equals(findings.header().originator().userId()) && sameDay;
  }

  /** A plan and a punch lie about the working day; night shifts reach into the next one. */
  private Optional<Instant> time(JsonNode row, String name) {
    Instant day =
        findings.header().businessDate().atStartOfDay(WallTimes.DINGTALK_ZONE).toInstant();
    return WallTimes.instantOrWall(text(row, name))
        .filter(moment -> !moment.isBefore(day.minus(LONGEST_DAY)))
        .filter(moment -> moment.isBefore(day.plus(LONGEST_DAY).plus(LONGEST_DAY)));
  }

  private static boolean isUnread(JsonNode row, String name, Optional<Instant> read) {
    String text = text(row, name);
    return read.isEmpty() && !text.isEmpty() && !text.equals("0");
  }

  private static Optional<Duty> duty(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "onduty" -> Optional.of(Duty.ON);
      case "offduty" -> Optional.of(Duty.OFF);
      default -> Optional.empty();
    };
  }

  private static Optional<Outcome> outcome(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "normal" -> Optional.of(Outcome.NORMAL);
      case "late" -> Optional.of(Outcome.LATE);
      case "seriouslate" -> Optional.of(Outcome.SERIOUSLY_LATE);
      case "early" -> Optional.of(Outcome.EARLY);
      case "absenteeism" -> Optional.of(Outcome.ABSENT);
      case "notsigned" -> Optional.of(Outcome.NOT_SIGNED);
      default -> Optional.empty();
    };
  }

  /** Whole minutes, seconds cut off; a doubt when the times do not make it late or early. */
  private long minutes(
      Duty duty,
      Outcome outcome,
      Optional<Instant> planned,
      Optional<Instant> actual,
      String result) {
    boolean late = outcome == Outcome.LATE || outcome == Outcome.SERIOUSLY_LATE;
    boolean early = outcome == Outcome.EARLY;
    if (!late && !early) {
      return 0;
    }
    boolean fits = duty == (late ? Duty.ON : Duty.OFF);
    Duration gap =
        planned
            .flatMap(plan -> actual.map(made -> Duration.between(plan, made)))
            .map(after -> late ? after : after.negated())
            .orElse(Duration.ZERO);
    if (!fits || !gap.isPositive()) {
      findings.doubt(DocumentDoubt.RESULT_CONTRADICTORY, Findings.shown(result));
      return 0;
    }
    return gap.toMinutes();
  }

  private static String approval(JsonNode row) {
    String instance = text(row, "procInstId");
    String approval = instance.isEmpty() ? text(row, "approveId") : instance;
    return approval.equals("0") ? "" : approval;
  }

  private static String text(JsonNode row, String name) {
    String text = scalar(field(row, name)).strip();
    return text.equals("null") ? "" : text;
  }
}

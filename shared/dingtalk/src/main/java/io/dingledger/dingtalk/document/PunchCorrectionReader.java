package io.dingledger.dingtalk.document;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Form.Component;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.PunchCorrection;
import io.dingledger.model.document.Reading;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the correction of a missed punch (补卡), and approvals of punches (打卡审批). */
final class PunchCorrectionReader {
  private final Findings findings;
  private final Sheet sheet;

  PunchCorrectionReader(Findings findings, Form form) {
    this.findings = findings;
    this.sheet = new Sheet(form.components(), findings, "");
  }

  /** Whether a component's own data are those of a punch. */
  static boolean isPunch(Component component) {
    JsonNode told = Sheet.json(component.extension());
    return told.hasNonNull("planId") && told.hasNonNull("userCheckTime");
  }

  Reading read() {
    Optional<Component> found =
        sheet
            .find(Vocabulary.PUNCHED_AT)
            .or(
                () ->
                    sheet.components().stream().filter(PunchCorrectionReader::isPunch).findFirst());
    if (found.isEmpty()) {
      sheet.require(Vocabulary.PUNCHED_AT);
    }
    Optional<Moment> punchedAt = found.flatMap(this::punchedAt);
    String reason = sheet.note(Vocabulary.REASON);
    if (punchedAt.isEmpty()) {
      return findings.unrecognised(DocumentKind.PUNCH_CORRECTION);
    }
    JsonNode told = Sheet.json(found.get().extension());
    checkAgainst(told, punchedAt.get());
    Optional<LocalDate> workDay = workDay(told, punchedAt.get());
    String plan = scalar(field(told, "planText", "planTip")).strip();
    return findings.typed(
        header -> new PunchCorrection(header, punchedAt.get(), workDay, plan, reason));
  }

  private Optional<Moment> punchedAt(Component component) {
    String text = Sheet.text(component);
    Optional<Moment> moment =
        WallTimes.moment(text).filter(known -> known.time().isPresent() || isMidnight(text));
    if (moment.isEmpty()) {
      findings.doubtOf(
          Vocabulary.PUNCHED_AT,
          text.isEmpty() ? DocumentDoubt.FIELD_MISSING : DocumentDoubt.TIME_UNREADABLE,
          text);
    }
    return moment;
  }

  private static boolean isMidnight(String text) {
    return WallTimes.midnight(text).isPresent();
  }

  /** The extension says the same moment in milliseconds; seconds are not shown in the form. */
  private void checkAgainst(JsonNode told, Moment punchedAt) {
    String stated = scalar(field(told, "userCheckTime")).strip();
    Optional<Moment> moment =
        WallTimes.instant(stated).map(WallTimes::moment).or(() -> WallTimes.moment(stated));
    boolean agrees = moment.filter(known -> isSameMinute(known, punchedAt)).isPresent();
    if (!stated.isEmpty() && !agrees) {
      findings.doubt(DocumentDoubt.PUNCH_CONTRADICTORY, punchedAt, Findings.shown(stated));
    }
  }

  private static boolean isSameMinute(Moment one, Moment other) {
    return one.day().equals(other.day()) && minute(one) == minute(other);
  }

  private static int minute(Moment moment) {
    return moment.time().map(time -> time.getHour() * 60 + time.getMinute()).orElse(0);
  }

  /** The punch of a night shift belongs to the day before. */
  private Optional<LocalDate> workDay(JsonNode told, Moment punchedAt) {
    String stated = scalar(field(told, "workDate")).strip();
    Optional<LocalDate> day = WallTimes.workDay(stated);
    boolean near =
        day.filter(known -> known.minusDays(1).compareTo(punchedAt.day()) <= 0)
            .filter(known -> known.plusDays(1).compareTo(punchedAt.day()) >= 0)
            .isPresent();
    if (!stated.isEmpty() && !near) {
      findings.doubtOf(Vocabulary.PUNCHED_AT, DocumentDoubt.TIME_UNREADABLE, stated);
      return Optional.empty();
    }
    return day;
  }
}

package io.dingledger.dingtalk.document;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Form.Component;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads leave (请假). What counts for pay is what DingTalk calculated ({@code extValue}), not what
 * the form shows; where the two can't both be true, a person looks.
 */
final class LeaveReader {
  private static final String COMPONENT = "DDHolidayField";
  private static final Field SUITE =
      new Field("leave", "请假套件", "leave suite", List.of(), List.of());
  private static final Field DURATION =
      new Field("duration", "请假时长", "length of leave", List.of(), List.of());
  private static final Field TYPE =
      new Field("type", "请假类型", "type of leave", List.of(), List.of());

  private final Findings findings;
  private final Form form;

  LeaveReader(Findings findings, Form form) {
    this.findings = findings;
    this.form = form;
  }

  /** Whether a component is that of leave: by its type, or by the tag of its own data. */
  static boolean isLeave(Component component) {
    return component.type().equalsIgnoreCase(COMPONENT) || isTagged(component);
  }

  private static boolean isTagged(Component component) {
    return scalar(field(Sheet.json(component.extension()), "pushTag")).strip().equals("请假");
  }

  Reading read() {
    List<Component> suites = form.components().stream().filter(LeaveReader::isLeave).toList();
    List<Component> filled = suites.stream().filter(suite -> !Sheet.isBlank(suite)).toList();
    if (filled.size() != 1) {
      findings.doubtOf(
          SUITE, filled.isEmpty() ? DocumentDoubt.FIELD_MISSING : DocumentDoubt.FIELD_AMBIGUOUS);
      return findings.unrecognised(DocumentKind.LEAVE);
    }
    Component suite = filled.getFirst();
    Optional<SixElements> value = SixElements.of(suite);
    if (value.isEmpty()) {
      findings.doubtOf(SUITE, DocumentDoubt.SUITE_UNREADABLE);
      return findings.unrecognised(DocumentKind.LEAVE);
    }
    return read(suite, value.get()).orElseGet(() -> findings.unrecognised(DocumentKind.LEAVE));
  }

  private Optional<Reading> read(Component suite, SixElements value) {
    if (!suite.extension().isBlank() && !Sheet.json(suite.extension()).isObject()) {
      findings.doubtOf(SUITE, DocumentDoubt.EXTENSION_UNREADABLE);
    }
    Stated stated = Stated.of(suite.extension(), DURATION, findings);
    Optional<Span> span = value.span(findings);
    Optional<Leave.Unit> unit = unit(value, stated);
    Optional<BigDecimal> duration = unit.flatMap(known -> duration(value, stated, known));
    String type = type(value, stated);
    origins(suite, stated);
    if (span.isEmpty() || duration.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    check(duration.get(), unit.get(), span.get());
    List<Leave.Day> days = days(stated, span.get(), unit.get(), duration.get());
    return Optional.of(
        findings.typed(
            header ->
                new Leave(
                    header,
                    type,
                    unit.get(),
                    span.get().starts(),
                    span.get().ends(),
                    duration.get(),
                    stated.naturalDays(),
                    days)));
  }

  private void origins(Component suite, Stated stated) {
    String how =
        suite.type().equalsIgnoreCase(COMPONENT) ? "by type " + suite.type() : "by pushTag 请假";
    findings.origin("starts", how + ", value[0]");
    findings.origin("ends", how + ", value[1]");
    findings.origin("type", how + ", value[4]");
    findings.origin("unit", how + (stated.unit().isPresent() ? ", extValue.unit" : ", value[3]"));
    findings.origin("duration", how + (stated.isStated() ? ", extValue" : ", value[2]"));
    findings.origin("days", how + ", extValue.detailList");
  }

  /** The text's own unit can disagree; it only tells halves of days from days. */
  private Optional<Leave.Unit> unit(SixElements value, Stated stated) {
    Optional<Leave.Unit> shown = Quantity.unit(value.unit());
    if (!value.unit().isEmpty() && shown.isEmpty()) {
      findings.doubt(DocumentDoubt.UNIT_UNKNOWN, Findings.shown(value.unit()));
    }
    Optional<Leave.Unit> unit = stated.unit().or(() -> shown);
    if (unit.isEmpty()) {
      findings.doubt(DocumentDoubt.UNIT_UNSTATED, Findings.shown(value.duration()));
    }
    boolean halves = shown.equals(Optional.of(Leave.Unit.HALF_DAY));
    return unit.map(known -> known == Leave.Unit.DAY && halves ? Leave.Unit.HALF_DAY : known);
  }

  private Optional<BigDecimal> duration(SixElements value, Stated stated, Leave.Unit unit) {
    Optional<BigDecimal> shown = Quantity.read(value.duration()).map(Quantity::number);
    if (shown.isEmpty() && !value.duration().isEmpty()) {
      findings.doubtOf(DURATION, DocumentDoubt.NUMBER_UNREADABLE, value.duration());
    }
    Optional<BigDecimal> calculated = unit == Leave.Unit.HOUR ? stated.hours() : stated.days();
    if (stated.isStated() && shown.isPresent() && !stated.agreesWith(shown.get())) {
      findings.doubt(
          DocumentDoubt.DURATION_CONTRADICTORY,
          shown.get().toPlainString(),
          calculated.or(stated::days).or(stated::hours).orElseThrow().toPlainString());
    }
    boolean shownInUnit =
        Quantity.unit(value.unit())
            .filter(known -> (known == Leave.Unit.HOUR) == (unit == Leave.Unit.HOUR))
            .isPresent();
    Optional<BigDecimal> duration = calculated.or(() -> shown.filter(known -> shownInUnit));
    if (duration.isEmpty()) {
      findings.doubtOf(DURATION, DocumentDoubt.FIELD_MISSING);
    }
    return duration;
  }

  private String type(SixElements value, Stated stated) {
    if (value.type().isEmpty() && stated.tag().isEmpty()) {
      findings.doubtOf(TYPE, DocumentDoubt.FIELD_MISSING);
    }
    boolean both = !value.type().isEmpty() && !stated.tag().isEmpty();
    if (both && !value.type().equals(stated.tag())) {
      findings.doubtOf(TYPE, DocumentDoubt.CHOICE_CONTRADICTORY, value.type(), stated.tag());
    }
    return value.type().isEmpty() ? stated.tag() : value.type();
  }

  private void check(BigDecimal duration, Leave.Unit unit, Span span) {
    boolean inHours = unit == Leave.Unit.HOUR;
    if (duration.signum() <= 0) {
      findings.doubt(DocumentDoubt.DURATION_NOT_POSITIVE, duration.toPlainString());
    } else if (inHours ? span.isShorterThanHours(duration) : span.isShorterThanDays(duration)) {
      findings.doubt(DocumentDoubt.DURATION_TOO_LONG, duration.toPlainString());
    }
  }

  private List<Leave.Day> days(Stated stated, Span span, Leave.Unit unit, BigDecimal duration) {
    List<DaySplit.Part> parts = DaySplit.read(stated.entries(), findings);
    if (parts.isEmpty()) {
      return onlyDay(stated, span);
    }
    DaySplit.check(parts, span, duration, unit == Leave.Unit.HOUR, findings);
    return parts.stream()
        .map(part -> new Leave.Day(part.date(), part.days(), part.hours(), part.rest()))
        .toList();
  }

  /** Leave within one day needs no split; but both lengths must be stated. */
  private List<Leave.Day> onlyDay(Stated stated, Span span) {
    if (span.isWithinOneDay() && stated.days().isPresent() && stated.hours().isPresent()) {
      return List.of(
          new Leave.Day(span.starts().day(), stated.days().get(), stated.hours().get(), false));
    }
    findings.doubt(DocumentDoubt.SPLIT_MISSING);
    return List.of();
  }
}

package io.dingledger.dingtalk.document;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Form.Component;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.Overtime.Compensation;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads overtime (加班): DingTalk's suite, and the old field of six elements. */
final class OvertimeReader {
  private static final String OLD_COMPONENT = "DDOvertimeField";
  private static final Field SUITE =
      new Field("overtime", "加班套件", "overtime suite", List.of(), List.of());

  private final Findings findings;
  private final Sheet sheet;
  private final List<Component> oldFields;

  OvertimeReader(Findings findings, Form form) {
    this.findings = findings;
    this.sheet = new Sheet(form.components(), findings, "");
    this.oldFields =
        form.components().stream()
            .filter(OvertimeReader::isOldField)
            .filter(field -> !Sheet.isBlank(field))
            .toList();
  }

  static boolean isOldField(Component component) {
    return component.type().equalsIgnoreCase(OLD_COMPONENT);
  }

  /** Over what time, and how long. */
  private record Length(Span span, BigDecimal hours, Stated stated, String type) {}

  Reading read() {
    Optional<Length> length = oldFields.isEmpty() ? ofSuite() : ofOldField();
    List<PersonNamed> named = People.read(sheet, Vocabulary.OVERTIME_PEOPLE, findings);
    Compensation compensation = compensation();
    if (length.isEmpty()) {
      return findings.unrecognised(DocumentKind.OVERTIME);
    }
    Length known = length.get();
    List<Overtime.Day> days =
        new OvertimeDays(findings, known.span(), known.hours()).read(sheet, known.stated());
    List<PersonNamed> people =
        named.isEmpty() ? List.of(People.named(findings.header().originator())) : named;
    return findings.typed(
        header ->
            new Overtime(
                header,
                people,
                known.span().starts(),
                known.span().ends(),
                known.hours(),
                days,
                compensation,
                known.type()));
  }

  private Optional<Length> ofSuite() {
    Optional<Span> span = sheet.requireSpan(Vocabulary.STARTS, Vocabulary.ENDS);
    Optional<Component> duration = sheet.require(Vocabulary.DURATION);
    String type = sheet.find(Vocabulary.OVERTIME_TYPE).map(Sheet::choice).orElse("");
    if (span.isEmpty() || duration.isEmpty()) {
      return Optional.empty();
    }
    Stated stated = Stated.of(duration.get().extension(), Vocabulary.DURATION, findings);
    return new OvertimeHours(findings, span.get())
        .of(Sheet.text(duration.get()), Quantity.unitInLabel(duration.get().name()), stated)
        .map(hours -> new Length(span.get(), hours, stated, type));
  }

  private Optional<Length> ofOldField() {
    boolean told = sheet.find(Vocabulary.STARTS).filter(known -> !Sheet.isBlank(known)).isPresent();
    Optional<SixElements> value = SixElements.of(oldFields.getFirst());
    if (told || oldFields.size() > 1 || value.isEmpty()) {
      findings.doubtOf(
          SUITE, value.isEmpty() ? DocumentDoubt.SUITE_UNREADABLE : DocumentDoubt.FIELD_AMBIGUOUS);
      return Optional.empty();
    }
    String extension = oldFields.getFirst().extension();
    if (!extension.isBlank() && !Sheet.json(extension).isObject()) {
      findings.doubtOf(SUITE, DocumentDoubt.EXTENSION_UNREADABLE);
    }
    SixElements elements = value.get();
    Optional<Span> span = elements.span(findings);
    Optional<Leave.Unit> unit = Quantity.unit(elements.unit());
    if (!elements.unit().isEmpty() && unit.isEmpty()) {
      findings.doubt(DocumentDoubt.UNIT_UNKNOWN, Findings.shown(elements.unit()));
    }
    for (String field : List.of("starts", "ends", "duration")) {
      findings.origin(field, "by type " + OLD_COMPONENT);
    }
    Stated stated = Stated.of(extension, Vocabulary.DURATION, findings);
    return span.flatMap(
        known ->
            new OvertimeHours(findings, known)
                .of(elements.duration(), unit, stated)
                .map(hours -> new Length(known, hours, stated, elements.type())));
  }

  /** By its field; else by its options, which nothing else has. */
  private Compensation compensation() {
    Optional<Component> found =
        sheet
            .find(Vocabulary.COMPENSATION)
            .or(
                () ->
                    sheet.components().stream()
                        .filter(known -> byKey(Sheet.key(known)).isPresent())
                        .findFirst());
    if (found.isEmpty()) {
      return Compensation.UNSTATED;
    }
    String label = Sheet.choice(found.get());
    String key = Sheet.key(found.get());
    Optional<Compensation> byLabel = byLabel(label);
    Optional<Compensation> byKey = byKey(key);
    if (byLabel.isPresent() && byKey.isPresent() && !byLabel.equals(byKey)) {
      findings.doubtOf(Vocabulary.COMPENSATION, DocumentDoubt.CHOICE_CONTRADICTORY, label, key);
      return Compensation.UNSTATED;
    }
    Optional<Compensation> compensation = byKey.or(() -> byLabel);
    if (compensation.isEmpty() && !label.isEmpty()) {
      findings.doubtOf(Vocabulary.COMPENSATION, DocumentDoubt.CHOICE_UNKNOWN, label);
    }
    return compensation.orElse(Compensation.UNSTATED);
  }

  private static Optional<Compensation> byKey(String key) {
    return switch (key) {
      case "vacation" -> Optional.of(Compensation.TIME_OFF);
      case "charge" -> Optional.of(Compensation.PAY);
      default -> Optional.empty();
    };
  }

  private static Optional<Compensation> byLabel(String label) {
    return switch (label.replaceAll("\\s", "").toLowerCase(Locale.ROOT)) {
      case "转调休", "调休", "转为调休", "timeoff", "timeoffinlieu", "compensatoryleave" ->
          Optional.of(Compensation.TIME_OFF);
      case "加班费", "转加班费", "计加班费", "计为加班费", "overtimepay" -> Optional.of(Compensation.PAY);
      default -> Optional.empty();
    };
  }
}

package io.dingledger.dingtalk.document;

import io.dingledger.model.document.Form.Component;
import io.dingledger.model.document.Form.Row;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Overtime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the hours of each day of overtime: from the form's own table, else from the split. */
final class OvertimeDays {
  private final Findings findings;
  private final Span span;
  private final BigDecimal hours;

  OvertimeDays(Findings findings, Span span, BigDecimal hours) {
    this.findings = findings;
    this.span = span;
    this.hours = hours;
  }

  /** The days, oldest first; empty when nothing splits several. */
  List<Overtime.Day> read(Sheet sheet, Stated stated) {
    Optional<Component> table = sheet.find(Vocabulary.OVERTIME_DAYS).or(() -> tableOfDays(sheet));
    List<DaySplit.Part> parts =
        table.filter(known -> !Sheet.isBlank(known)).isPresent()
            ? rows(table.get())
            : DaySplit.read(stated.entries(), findings);
    if (parts.isEmpty()) {
      return onlyDay();
    }
    DaySplit.check(parts, span, hours, true, findings);
    return parts.stream().map(part -> new Overtime.Day(part.date(), part.hours())).toList();
  }

  /** Within one day nothing need be split; whether the clock may split a night, rules say. */
  private List<Overtime.Day> onlyDay() {
    return span.isWithinOneDay()
        ? List.of(new Overtime.Day(span.starts().day(), hours))
        : List.of();
  }

  private static Optional<Component> tableOfDays(Sheet sheet) {
    return sheet.components().stream()
        .filter(component -> component.rows().stream().anyMatch(OvertimeDays::isDay))
        .findFirst();
  }

  static boolean isDay(Row row) {
    return row.cells().stream()
        .anyMatch(cell -> Vocabulary.OVERTIME_DATE.aliases().contains(cell.bizAlias()));
  }

  private List<DaySplit.Part> rows(Component table) {
    if (table.rows().isEmpty()) {
      findings.doubtOf(Vocabulary.OVERTIME_DAYS, DocumentDoubt.TABLE_UNREADABLE);
    }
    List<DaySplit.Part> parts = new ArrayList<>();
    for (int index = 0; index < table.rows().size(); index++) {
      String number = String.valueOf(index + 1);
      Optional<DaySplit.Part> part =
          part(new Sheet(table.rows().get(index).cells(), findings, "days[" + number + "]."));
      part.ifPresent(parts::add);
      if (part.isEmpty()) {
        findings.doubtOf(Vocabulary.OVERTIME_DAYS, DocumentDoubt.ROW_UNREADABLE, number);
      }
    }
    parts.sort((one, other) -> one.date().compareTo(other.date()));
    return parts;
  }

  private static Optional<DaySplit.Part> part(Sheet row) {
    Optional<LocalDate> date =
        row.requireMoment(Vocabulary.OVERTIME_DATE).map(moment -> moment.day());
    return row.require(Vocabulary.OVERTIME_HOURS)
        .flatMap(OvertimeDays::hours)
        .flatMap(hours -> date.map(day -> new DaySplit.Part(day, BigDecimal.ZERO, hours, false)));
  }

  /** Hours; a row that counts days is not read. */
  private static Optional<BigDecimal> hours(Component cell) {
    return Quantity.read(Sheet.text(cell))
        .filter(
            quantity ->
                quantity
                    .unit()
                    .or(() -> Quantity.unitInLabel(cell.name()))
                    .filter(unit -> unit != Leave.Unit.HOUR)
                    .isEmpty())
        .map(Quantity::number);
  }
}

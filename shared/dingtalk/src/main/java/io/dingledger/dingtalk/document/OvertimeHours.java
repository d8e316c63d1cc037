package io.dingledger.dingtalk.document;

import io.dingledger.model.document.Leave;
import java.math.BigDecimal;
import java.util.Optional;

/** Finds out how many hours a duration is that may count days. */
final class OvertimeHours {
  private static final BigDecimal HOURS_OF_CLOCK = BigDecimal.valueOf(24);

  private final Findings findings;
  private final Span span;

  OvertimeHours(Findings findings, Span span) {
    this.findings = findings;
    this.span = span;
  }

  /**
   * The hours; empty, with a doubt, when they can't be told.
   *
   * @param text the duration as the form shows it
   * @param written the unit that the form writes beside it, if it does
   * @param stated what DingTalk calculated
   */
  Optional<BigDecimal> of(String text, Optional<Leave.Unit> written, Stated stated) {
    Optional<Quantity> shown = Quantity.read(text);
    if (shown.isEmpty()) {
      findings.doubtOf(Vocabulary.DURATION, DocumentDoubt.NUMBER_UNREADABLE, text);
      return Optional.empty();
    }
    BigDecimal number = shown.get().number();
    if (stated.isStated() && !stated.agreesWith(number)) {
      findings.doubt(
          DocumentDoubt.DURATION_CONTRADICTORY,
          number.toPlainString(),
          stated.hours().or(stated::days).orElseThrow().toPlainString());
    }
    Optional<Leave.Unit> unit = stated.unit().or(() -> shown.get().unit()).or(() -> written);
    Optional<BigDecimal> hours = hours(number, unit, stated);
    hours.ifPresent(this::check);
    return hours;
  }

  private Optional<BigDecimal> hours(BigDecimal number, Optional<Leave.Unit> unit, Stated stated) {
    boolean inDays = unit.filter(known -> known != Leave.Unit.HOUR).isPresent();
    if (stated.hours().isPresent() && !(inDays && isHoursOfClock(stated))) {
      return stated.hours();
    }
    if (inDays) {
      findings.doubt(DocumentDoubt.HOURS_UNSTATED, number.toPlainString());
      return Optional.empty();
    }
    if (unit.isEmpty() && !canOnlyBeHours(number)) {
      findings.doubt(DocumentDoubt.UNIT_UNSTATED, number.toPlainString());
      return Optional.empty();
    }
    return Optional.of(number);
  }

  /** Of days off DingTalk may count the hours of the clock, which nobody works. */
  private static boolean isHoursOfClock(Stated stated) {
    return stated
        .days()
        .map(days -> days.multiply(HOURS_OF_CLOCK).compareTo(stated.hours().orElseThrow()) <= 0)
        .orElse(true);
  }

  private boolean canOnlyBeHours(BigDecimal number) {
    return span.isHours(number) || span.isShorterThanDays(number);
  }

  private void check(BigDecimal hours) {
    if (hours.signum() <= 0) {
      findings.doubt(DocumentDoubt.DURATION_NOT_POSITIVE, hours.toPlainString());
    } else if (span.isShorterThanHours(hours)) {
      findings.doubt(DocumentDoubt.DURATION_TOO_LONG, hours.toPlainString());
    }
  }
}

package io.dingledger.dingtalk.document;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Form.Component;
import io.dingledger.model.document.OutsideWork;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads work outside (外出). */
final class OutsideWorkReader {
  private final Findings findings;
  private final Sheet sheet;

  OutsideWorkReader(Findings findings, Form form) {
    this.findings = findings;
    this.sheet = new Sheet(form.components(), findings, "");
  }

  Reading read() {
    Optional<Span> span = sheet.requireSpan(Vocabulary.STARTS, Vocabulary.ENDS);
    String type = sheet.find(Vocabulary.OUTSIDE_TYPE).map(Sheet::choice).orElse("");
    List<PersonNamed> people =
        People.withoutOriginator(
            People.read(sheet, Vocabulary.OUTSIDE_PEOPLE, findings),
            Vocabulary.OUTSIDE_PEOPLE,
            findings);
    String reason = sheet.note(Vocabulary.REASON);
    if (span.isEmpty()) {
      return findings.unrecognised(DocumentKind.OUTSIDE_WORK);
    }
    Optional<BigDecimal> duration =
        sheet
            .find(Vocabulary.DURATION)
            .filter(known -> !Sheet.isBlank(known))
            .flatMap(known -> duration(known, span.get()));
    return findings.typed(
        header ->
            new OutsideWork(
                header, type, span.get().starts(), span.get().ends(), duration, people, reason));
  }

  /** In the form's own unit: no more than its hours, whichever it is. */
  private Optional<BigDecimal> duration(Component component, Span span) {
    String text = Sheet.text(component);
    Optional<BigDecimal> number = Quantity.read(text).map(Quantity::number);
    if (number.isEmpty()) {
      findings.doubtOf(Vocabulary.DURATION, DocumentDoubt.NUMBER_UNREADABLE, text);
      return number;
    }
    BigDecimal shown = number.get();
    Stated stated = Stated.of(component.extension(), Vocabulary.DURATION, findings);
    if (stated.isStated() && !stated.agreesWith(shown)) {
      findings.doubt(
          DocumentDoubt.DURATION_CONTRADICTORY,
          shown.toPlainString(),
          stated.hours().or(stated::days).orElseThrow().toPlainString());
    }
    if (shown.signum() <= 0) {
      findings.doubt(DocumentDoubt.DURATION_NOT_POSITIVE, shown.toPlainString());
    } else if (span.isShorterThanHours(shown) && span.isShorterThanDays(shown)) {
      findings.doubt(DocumentDoubt.DURATION_TOO_LONG, shown.toPlainString());
    }
    return number;
  }
}

package io.dingledger.dingtalk.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.Form.Component;
import io.dingledger.model.document.Moment;
import java.util.Optional;

/**
 * The value of {@code DDHolidayField} and of the old {@code DDOvertimeField}: {@code
 * ["from","to",duration,"unit","type","label"]}, as texts.
 */
record SixElements(String from, String to, String duration, String unit, String type) {
  /** Empty when the value is no such array, or names no start. */
  static Optional<SixElements> of(Component component) {
    JsonNode elements = Sheet.json(component.value());
    if (!elements.isArray() || text(elements, 0).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SixElements(
            text(elements, 0),
            text(elements, 1),
            text(elements, 2),
            text(elements, 3),
            text(elements, 4)));
  }

  private static String text(JsonNode elements, int index) {
    String text = JsonTexts.scalar(elements.path(index)).strip();
    return text.equals("null") ? "" : text;
  }

  /** From when until when; a doubt when it can't be told. */
  Optional<Span> span(Findings findings) {
    return moment(from, Vocabulary.STARTS, findings)
        .flatMap(start -> moment(to, Vocabulary.ENDS, findings).map(end -> new Span(start, end)))
        .filter(span -> span.isForward(findings));
  }

  private static Optional<Moment> moment(String text, Field field, Findings findings) {
    Optional<Moment> moment = WallTimes.moment(text);
    if (text.isEmpty()) {
      findings.doubtOf(field, DocumentDoubt.FIELD_MISSING);
    } else if (moment.isEmpty()) {
      findings.doubtOf(field, DocumentDoubt.TIME_UNREADABLE, text);
    }
    return moment;
  }
}

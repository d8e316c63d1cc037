package io.dingledger.dingtalk.document;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;
import static io.dingledger.dingtalk.json.JsonTexts.unwrapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dingledger.model.document.Leave;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What DingTalk calculated for a duration and states in {@code extValue} (facts §4.3).
 *
 * @param days {@code durationInDay}
 * @param hours {@code durationInHour}
 * @param unit {@code unit}
 * @param naturalDays {@code isNaturalDay}
 * @param tag the type of leave, from {@code extension}
 * @param entries {@code detailList}, also from {@code compressedValue}; missing when there is none
 */
record Stated(
    Optional<BigDecimal> days,
    Optional<BigDecimal> hours,
    Optional<Leave.Unit> unit,
    boolean naturalDays,
    String tag,
    JsonNode entries) {
  /** What an extension states; its doubts are about {@code of}. */
  static Stated of(String extension, Field of, Findings findings) {
    JsonNode stated = Sheet.json(extension);
    return new Stated(
        number(stated, "durationInDay", of, findings),
        number(stated, "durationInHour", of, findings),
        unit(stated, findings),
        scalar(field(stated, "isNaturalDay")).equalsIgnoreCase("true"),
        scalar(field(unwrapped(field(stated, "extension")), "tag")).strip(),
        entries(stated, of, findings));
  }

  /** Whether anything of the duration itself is stated. */
  boolean isStated() {
    return days.isPresent() || hours.isPresent();
  }

  /** Whether a number is the stated one, in days or in hours, apart from rounding. */
  boolean agreesWith(BigDecimal number) {
    return days.filter(stated -> DaySplit.isRounding(stated, number, 1)).isPresent()
        || hours.filter(stated -> DaySplit.isRounding(stated, number, 1)).isPresent();
  }

  private static Optional<BigDecimal> number(
      JsonNode stated, String name, Field of, Findings findings) {
    JsonNode node = field(stated, name);
    Optional<BigDecimal> number = Quantity.number(node);
    if (!node.isMissingNode() && number.isEmpty()) {
      findings.doubtOf(of, DocumentDoubt.NUMBER_UNREADABLE, scalar(node));
    }
    return number;
  }

  private static Optional<Leave.Unit> unit(JsonNode stated, Findings findings) {
    String word = scalar(field(stated, "unit", "durationUnit")).strip();
    Optional<Leave.Unit> unit = Quantity.unit(word);
    if (!word.isEmpty() && unit.isEmpty()) {
      findings.doubt(DocumentDoubt.UNIT_UNKNOWN, Findings.shown(word));
    }
    return unit;
  }

  private static JsonNode entries(JsonNode stated, Field of, Findings findings) {
    JsonNode entries = unwrapped(field(stated, "detailList"));
    String packed = scalar(field(stated, "compressedValue"));
    if (entries.isArray() && !entries.isEmpty() || packed.isBlank()) {
      return entries;
    }
    Optional<JsonNode> unpacked = CompressedDetails.unpacked(packed);
    if (unpacked.isEmpty()) {
      findings.doubtOf(of, DocumentDoubt.EXTENSION_UNREADABLE);
    }
    return unpacked
        .map(content -> unwrapped(field(content, "detailList")))
        .orElseGet(MissingNode::getInstance);
  }
}

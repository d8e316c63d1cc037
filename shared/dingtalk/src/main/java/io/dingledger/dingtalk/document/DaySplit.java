package io.dingledger.dingtalk.document;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;
import static io.dingledger.dingtalk.json.JsonTexts.unwrapped;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How DingTalk split a duration by working days ({@code detailList}). */
final class DaySplit {
  /** DingTalk rounds each day to two decimals, and the whole on its own (0.12 against 0.13). */
  private static final BigDecimal ROUNDING = new BigDecimal("0.01");

  private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(24);
  private static final int MOST_DAYS = 1_000;

  private DaySplit() {}

  /**
   * The part of one working day.
   *
   * @param days its length in days
   * @param hours its length in hours
   * @param rest whether the shift plan has a day off
   */
  record Part(LocalDate date, BigDecimal days, BigDecimal hours, boolean rest) {}

  /** Whether two numbers differ by no more than the rounding of so many parts. */
  static boolean isRounding(BigDecimal one, BigDecimal other, int parts) {
    BigDecimal allowed = ROUNDING.multiply(BigDecimal.valueOf(parts));
    return one.subtract(other).abs().compareTo(allowed) <= 0;
  }

  /** The parts, oldest first; empty when there are none; a doubt when one can't be read. */
  static List<Part> read(JsonNode entries, Findings findings) {
    List<Part> parts = new ArrayList<>();
    boolean readable = entries.size() <= MOST_DAYS && (entries.isArray() || entries.isEmpty());
    for (JsonNode entry : readable ? entries : List.<JsonNode>of()) {
      Optional<Part> part = part(entry);
      part.ifPresent(parts::add);
      readable &= part.isPresent();
    }
    if (!readable) {
      findings.doubt(DocumentDoubt.SPLIT_UNREADABLE);
      return List.of();
    }
    parts.sort(Comparator.comparing(Part::date));
    return parts;
  }

  /** The packed form has the lengths beside the day and the rest in {@code features}. */
  private static Optional<Part> part(JsonNode entry) {
    JsonNode told = field(entry, "approveInfo");
    JsonNode lengths = told.isObject() ? told : entry;
    Optional<LocalDate> date = WallTimes.midnight(scalar(field(entry, "workDate")));
    boolean rest =
        isTrue(field(entry, "isRest"))
            || isTrue(field(unwrapped(field(entry, "features")), "isRest"));
    Optional<BigDecimal> days = length(lengths, "durationInDay", rest);
    Optional<BigDecimal> hours = length(lengths, "durationInHour", rest);
    return date.flatMap(
        day -> days.flatMap(inDays -> hours.map(inHours -> new Part(day, inDays, inHours, rest))));
  }

  /** A day off may come without lengths: nothing of it counts. */
  private static Optional<BigDecimal> length(JsonNode lengths, String name, boolean rest) {
    JsonNode told = field(lengths, name);
    return told.isMissingNode() && rest ? Optional.of(BigDecimal.ZERO) : Quantity.number(told);
  }

  private static boolean isTrue(JsonNode flag) {
    return scalar(flag).equalsIgnoreCase("true");
  }

  /**
   * Checks parts against the whole.
   *
   * @param inHours whether hours count, or days
   */
  static void check(
      List<Part> parts, Span span, BigDecimal whole, boolean inHours, Findings findings) {
    Set<LocalDate> seen = new HashSet<>();
    for (Part part : parts) {
      if (!seen.add(part.date()) || !fits(part, span, inHours)) {
        findings.doubt(DocumentDoubt.SPLIT_OUTSIDE, part.date());
      }
    }
    LocalDate first = parts.getFirst().date();
    LocalDate last = parts.getLast().date();
    if (!span.isReachedBy(first, last)) {
      findings.doubt(DocumentDoubt.SPLIT_INCOMPLETE, first, last);
    }
    BigDecimal sum =
        parts.stream()
            .map(inHours ? Part::hours : Part::days)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (!isRounding(sum, whole, parts.size())) {
      findings.doubt(DocumentDoubt.SPLIT_CONTRADICTORY, sum.toPlainString(), whole.toPlainString());
    }
  }

  private static boolean fits(Part part, Span span, boolean inHours) {
    LocalDate day = part.date();
    return span.mayHold(day)
        && isWithin(part.days(), inHours ? BigDecimal.ONE : span.mostDaysOn(day))
        && isWithin(part.hours(), inHours ? span.mostHoursOn(day) : MOST_HOURS);
  }

  private static boolean isWithin(BigDecimal length, BigDecimal most) {
    return length.signum() >= 0 && length.compareTo(most.add(ROUNDING)) <= 0;
  }
}

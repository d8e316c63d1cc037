package io.dingledger.dingtalk.document;

import io.dingledger.model.document.Moment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the times of forms. Texts are wall time of the company, and stay it; numbers are
 * milliseconds of Asia/Shanghai, whatever zone this machine is in (facts §6.5).
 */
final class WallTimes {
  /** The zone of everything that DingTalk counts in milliseconds of a day. */
  static final ZoneId DINGTALK_ZONE = ZoneId.of("Asia/Shanghai");

  private static final Pattern TEXT =
      Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[ T]+(\\S.*))?");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.0+)?)?");
  private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,13}");
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;

  private WallTimes() {}

  /**
   * {@code 2024-09-10}, {@code 2024-09-10 09:00[:00]}, {@code 2024-09-10 上午|下午|AM|PM} or
   * milliseconds; empty for all else, a stated zone and years outside 2000–2099 included.
   */
  static Optional<Moment> moment(String text) {
    String stripped = text.strip();
    if (MILLISECONDS.matcher(stripped).matches()) {
      return instant(stripped).map(WallTimes::moment);
    }
    Matcher parts = TEXT.matcher(stripped);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = day(parts.group(1), parts.group(2), parts.group(3));
    String rest = parts.group(4);
    return rest == null ? day.map(Moment::of) : day.flatMap(known -> within(known, rest));
  }

  /** A working day: milliseconds must be those of its midnight, a text may name a moment of it. */
  static Optional<LocalDate> workDay(String text) {
    return MILLISECONDS.matcher(text.strip()).matches()
        ? midnight(text)
        : moment(text).map(Moment::day);
  }

  /** The day that starts at these milliseconds; empty when none starts there. */
  static Optional<LocalDate> midnight(String milliseconds) {
    return instant(milliseconds)
        .map(moment -> moment.atZone(DINGTALK_ZONE).toLocalDateTime())
        .filter(wall -> wall.toLocalTime().equals(LocalTime.MIDNIGHT))
        .map(LocalDateTime::toLocalDate);
  }

  /** The moment of these milliseconds (UTC). */
  static Optional<Instant> instant(String milliseconds) {
    String digits = milliseconds.strip();
    if (!MILLISECONDS.matcher(digits).matches()) {
      return Optional.empty();
    }
    return Optional.of(Instant.ofEpochMilli(Long.parseLong(digits)))
        .filter(moment -> isPlausible(moment.atZone(DINGTALK_ZONE).getYear()));
  }

  /** Milliseconds, or wall time of Asia/Shanghai with a time of day (UTC). */
  static Optional<Instant> instantOrWall(String text) {
    return instant(text)
        .or(
            () ->
                moment(text)
                    .filter(moment -> moment.time().isPresent())
                    .map(moment -> moment.day().atTime(moment.time().orElseThrow()))
                    .map(wall -> wall.atZone(DINGTALK_ZONE).toInstant()));
  }

  /** The wall time in Asia/Shanghai; a midnight is a day. */
  static Moment moment(Instant instant) {
    LocalDateTime wall = instant.atZone(DINGTALK_ZONE).toLocalDateTime();
    return wall.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? Moment.of(wall.toLocalDate())
        : Moment.of(wall.toLocalDate(), wall.toLocalTime());
  }

  private static Optional<LocalDate> day(String year, String month, String dayOfMonth) {
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(dayOfMonth));
      return Optional.of(day).filter(known -> isPlausible(known.getYear()));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private static boolean isPlausible(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static Optional<Moment> within(LocalDate day, String rest) {
    return switch (rest.strip().toUpperCase(Locale.ROOT)) {
      case "上午", "AM", "MORNING" -> Optional.of(Moment.of(day, Moment.Half.MORNING));
      case "下午", "PM", "AFTERNOON" -> Optional.of(Moment.of(day, Moment.Half.AFTERNOON));
      default -> time(rest.strip()).map(time -> Moment.of(day, time));
    };
  }

  private static Optional<LocalTime> time(String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int second = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    try {
      return Optional.of(
          LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), second));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}

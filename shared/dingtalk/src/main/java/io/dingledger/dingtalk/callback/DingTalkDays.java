package io.dingledger.dingtalk.callback;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads DingTalk's days and times of attendance. Whatever the company's own zone, DingTalk counts
 * its days in GMT+8.
 */
final class DingTalkDays {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
  private static final Pattern COMPACT = Pattern.compile("\\d{8}");
  private static final DateTimeFormatter COMPACT_DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private DingTalkDays() {}

  /**
   * A day: epoch milliseconds, {@code yyyyMMdd}, {@code yyyy-MM-dd} or {@code yyyy-MM-dd HH:mm:ss}.
   * Empty for anything else and for days outside this century.
   */
  static Optional<LocalDate> day(String text) {
    return moment(text)
        .map(DingTalkDays::dayOf)
        .or(() -> plainDay(text))
        .filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST));
  }

  /** The day on which a moment falls. */
  static LocalDate dayOf(Instant moment) {
    return moment.atZone(ZONE).toLocalDate();
  }

  /** A moment: epoch milliseconds, or {@code yyyy-MM-dd HH:mm:ss} in GMT+8; of this century. */
  static Optional<Instant> moment(String text) {
    return EpochMilliseconds.parse(text)
        .or(() -> second(text))
        .filter(moment -> !dayOf(moment).isBefore(EARLIEST) && !dayOf(moment).isAfter(LATEST));
  }

  private static Optional<Instant> second(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, SECOND).atZone(ZONE).toInstant());
    } catch (DateTimeException notThisShape) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> plainDay(String text) {
    try {
      return Optional.of(
          LocalDate.parse(text, COMPACT.matcher(text).matches() ? COMPACT_DAY : DAY));
    } catch (DateTimeException notThisShape) {
      return Optional.empty();
    }
  }
}

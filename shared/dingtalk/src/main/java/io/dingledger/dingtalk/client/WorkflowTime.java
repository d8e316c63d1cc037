package io.dingledger.dingtalk.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the times of DingTalk's answers.
 *
 * <p>The new workflow API prints {@code 2024-09-11T09:43Z}, but that is wall time of Asia/Shanghai
 * and the {@code Z} is false (three captures of three, against the epoch in the instance id). The
 * old API prints {@code 2024-09-11 09:43:10}, the same wall time. An explicit offset such as {@code
 * +0800} is believed.
 */
final class WorkflowTime {
  private static final ZoneId DINGTALK_ZONE = ZoneId.of("Asia/Shanghai");
  private static final Pattern EPOCH_MILLISECONDS = Pattern.compile("\\d{12,13}");

  /** Dates reach further back than moments: somebody began to work in 1985. */
  private static final Pattern EPOCH_OF_A_DAY = Pattern.compile("\\d{11,13}");

  private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T].*)?");
  private static final Pattern WITH_OFFSET = Pattern.compile(".*[+-]\\d{2}:?\\d{2}");
  private static final DateTimeFormatter OFFSET_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss][.SSS][XXX][XX]");

  private WorkflowTime() {}

  /** The moment (UTC); empty for anything that is not a time. */
  static Optional<Instant> parse(String text) {
    String time = text.strip();
    if (EPOCH_MILLISECONDS.matcher(time).matches()) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(time)));
    }
    try {
      String iso = time.replace(' ', 'T');
      if (time.length() > "yyyy-MM-dd".length()
          && WITH_OFFSET.matcher(time.substring(10)).matches()) {
        return Optional.of(OffsetDateTime.parse(iso, OFFSET_TIME).toInstant());
      }
      String wallTime = iso.endsWith("Z") ? iso.substring(0, iso.length() - 1) : iso;
      return Optional.of(LocalDateTime.parse(wallTime).atZone(DINGTALK_ZONE).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /**
   * The day, written as {@code 2024-09-11}, with or without a time, or in milliseconds since 1970
   * of a moment on that day in China; empty for anything else.
   */
  static Optional<LocalDate> day(String text) {
    String day = text.strip();
    if (EPOCH_OF_A_DAY.matcher(day).matches()) {
      Instant moment = Instant.ofEpochMilli(Long.parseLong(day));
      return Optional.of(LocalDate.ofInstant(moment, DINGTALK_ZONE));
    }
    Matcher parts = DAY.matcher(day);
    try {
      return parts.matches() ? Optional.of(LocalDate.parse(parts.group(1))) : Optional.empty();
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }
}

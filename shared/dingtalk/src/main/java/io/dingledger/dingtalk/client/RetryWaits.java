package io.dingledger.dingtalk.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long DingTalk asks us to wait: by header, by the words of a throttle, or by its name. */
final class RetryWaits {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  /** The words of 90002: "…, 限制将在 2024-09-11 10:05:00 结束" (likely; seen by users only). */
  private static final Pattern END_OF_LIMIT =
      Pattern.compile("限制将在\\s*(\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(?::\\d{2})?)\\s*结束");

  private RetryWaits() {}

  /** The stated wait, not above a day; empty when none is stated or it has passed. */
  static Optional<Duration> of(HttpReply reply, String code, String words, Instant now) {
    return reply
        .retryAfter()
        .flatMap(header -> header(header.strip(), now))
        .or(() -> endOfLimit(words, now))
        .or(() -> perMinute(code))
        .filter(wait -> !wait.isNegative() && !wait.isZero())
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  private static Optional<Duration> header(String text, Instant now) {
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(now, until.toInstant()));
    } catch (DateTimeException neitherSecondsNorDate) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> endOfLimit(String words, Instant now) {
    Matcher matcher = END_OF_LIMIT.matcher(words);
    return matcher.find()
        ? WorkflowTime.parse(matcher.group(1)).map(end -> Duration.between(now, end))
        : Optional.empty();
  }

  /** A limit per minute ends after a minute at the latest. */
  private static Optional<Duration> perMinute(String code) {
    return code.toLowerCase(Locale.ROOT).contains("qpmlimit")
        ? Optional.of(Duration.ofMinutes(1))
        : Optional.empty();
  }
}

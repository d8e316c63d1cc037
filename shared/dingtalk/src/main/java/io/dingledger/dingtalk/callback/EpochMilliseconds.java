package io.dingledger.dingtalk.callback;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads DingTalk's event times: milliseconds since 1970 (UTC), printed as number or as text. */
final class EpochMilliseconds {
  private static final Pattern DIGITS = Pattern.compile("\\d{12,13}");
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private EpochMilliseconds() {}

  /** The moment; empty for anything that is not a time between the years 2000 and 2286. */
  static Optional<Instant> parse(String text) {
    String digits = text.strip();
    if (!DIGITS.matcher(digits).matches()) {
      return Optional.empty();
    }
    return Optional.of(Instant.ofEpochMilli(Long.parseLong(digits)))
        .filter(moment -> !moment.isBefore(EARLIEST));
  }
}

package io.dingledger.ledgers.http;

import io.dingledger.ledgers.LedgerReason;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What became of one HTTP request. */
public sealed interface Exchange {
  /**
   * A complete answer.
   *
   * @param body as text, by the charset that the answer names, UTF-8 when it names none we know
   * @param receivedAt when (UTC); a wait stated as a date counts from here
   */
  record Answered(int status, HttpHeaders headers, String body, Instant receivedAt)
      implements Exchange {
    private static final Pattern CHARSET =
        Pattern.compile("charset=\"?([A-Za-z0-9][A-Za-z0-9_-]*)", Pattern.CASE_INSENSITIVE);

    static Answered now(int status, HttpHeaders headers, byte[] body, Clock clock) {
      return new Answered(status, headers, new String(body, charset(headers)), clock.instant());
    }

    private static Charset charset(HttpHeaders headers) {
      Matcher named = CHARSET.matcher(headers.firstValue("Content-Type").orElse(""));
      return named.find() && Charset.isSupported(named.group(1))
          ? Charset.forName(named.group(1))
          : StandardCharsets.UTF_8;
    }

    /** Whether the body is a web page: mostly a log-in or gateway page. */
    public boolean isPage() {
      return isPage(body);
    }

    /** Whether a text is a web page. */
    public static boolean isPage(String text) {
      return text.stripLeading().toLowerCase(Locale.ROOT).startsWith("<");
    }

    /** The wait that the server asks for, stated in seconds or as an HTTP date. */
    public Optional<Duration> retryAfter() {
      return headers.firstValue("Retry-After").flatMap(this::wait);
    }

    private Optional<Duration> wait(String stated) {
      try {
        if (stated.strip().matches("[0-9]{1,9}")) {
          return Optional.of(Duration.ofSeconds(Long.parseLong(stated.strip())));
        }
        Instant until =
            ZonedDateTime.parse(stated.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return Optional.of(Duration.between(receivedAt, until)).filter(wait -> !wait.isNegative());
      } catch (DateTimeException notADate) {
        return Optional.empty();
      }
    }
  }

  /** The connection was not made, so the request had no effect. */
  record NeverLeft(LedgerReason reason, String why) implements Exchange {}

  /** The request left, or may have, and no complete answer came. */
  record NoAnswer(LedgerReason reason, String why) implements Exchange {}
}

package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.LedgerReason;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What became of one HTTP request. */
sealed interface Exchange {
  /**
   * A complete answer.
   *
   * @param receivedAt when; a wait stated as a date counts from here
   */
  record Answered(int status, HttpHeaders headers, String body, Instant receivedAt)
      implements Exchange {
    static Answered now(int status, HttpHeaders headers, String body, Clock clock) {
      return new Answered(status, headers, body, clock.instant());
    }

    /** The wait that the server asks for, stated in seconds or as an HTTP date. */
    Optional<Duration> retryAfter() {
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

package io.dingledger.local.restore;

import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * The moments of a restoration (UTC).
 *
 * @param point to which the table was put back
 * @param until when nothing was delivered any more
 * @param since what was started from then on is looked for again
 */
record Moments(Instant point, Instant until, Instant since) {
  /** Approvals that took longer to be completed are rare; the operator may say more. */
  private static final Duration LONGEST_APPROVAL = Duration.ofDays(60);

  static Moments of(Arguments given) {
    Instant point = moment("--point", given.needed("--point"));
    Instant until = moment("--until", given.needed("--until"));
    Instant since =
        given
            .option("--since")
            .map(text -> moment("--since", text))
            .orElse(point.minus(LONGEST_APPROVAL));
    if (until.isBefore(point)) {
      throw wrong("--until", until.toString());
    }
    if (since.isAfter(point)) {
      throw wrong("--since", since.toString());
    }
    return new Moments(point, until, since);
  }

  static Instant moment(String option, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException unreadable) {
      throw wrong(option, text);
    }
  }

  private static Refusal wrong(String option, String text) {
    return new Refusal(RestoreFault.MOMENT_WRONG, option, text.replaceAll("\\p{Cntrl}", "?"));
  }
}

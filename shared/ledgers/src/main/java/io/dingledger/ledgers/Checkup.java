package io.dingledger.ledgers;

import io.dingledger.model.failure.Failure;
import java.util.List;

/**
 * What trying out a connection came to. Nothing is written to the ledger.
 *
 * @param findings one for each point that was looked at, in order; after one that failed the later
 *     ones may be missing
 */
public record Checkup(List<Finding> findings) {
  public Checkup {
    findings = List.copyOf(findings);
  }

  /** Whether nothing failed; what can't be told does not count as failed. */
  public boolean isGood() {
    return findings.stream().noneMatch(finding -> finding.verdict() instanceof Verdict.Failed);
  }

  /** What is looked at. */
  public enum Point {
    /** The server answers. */
    REACHABLE,
    /** It accepts the credentials. */
    CREDENTIALS,
    /** The user may look for and add vouchers. */
    PERMISSION,
    /** The book is there. */
    BOOK,
    /** The current period is open. */
    PERIOD
  }

  /** A point and what is true of it. */
  public record Finding(Point point, Verdict verdict) {}

  /** What is true of a point. */
  public sealed interface Verdict {
    /** It is as it should be. */
    record Good() implements Verdict {}

    /** It is not; the failure's code and words say why. */
    record Failed(Failure failure) implements Verdict {}

    /** The ledger offers no way to tell without writing. */
    record NotTold() implements Verdict {}
  }
}

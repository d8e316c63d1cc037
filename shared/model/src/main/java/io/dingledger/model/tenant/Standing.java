package io.dingledger.model.tenant;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether work is done for a tenant. Two may say no, each for itself: the company, by withdrawing
 * its authorisation, and the operator of this service. Neither lifts what the other said.
 *
 * @param isAuthorised false after the company has withdrawn its authorisation: nothing is read or
 *     posted for it, and its data stay
 * @param since when the company said that (UTC); what it said earlier no longer counts
 * @param suspension that the operator stopped the work; empty when nobody did
 */
public record Standing(boolean isAuthorised, Instant since, Optional<Suspension> suspension) {
  /** Set up by hand, and active until something else is said. */
  public static final Standing ACTIVE = new Standing(true, Instant.EPOCH);

  /**
   * The operator's stop.
   *
   * @param by who stopped it
   * @param at when (UTC)
   * @param why in that person's words; may be empty
   */
  public record Suspension(String by, Instant at, String why) {
    private static final String CODE = "SUSPENDED-BY-OPERATOR";

    /** Whoever resumes a tenant wakes what waits; this is for what was overlooked then. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(12);

    /**
     * What a try comes to that is made meanwhile, kind CONFIG. Nobody outside was called. A voucher
     * that is in doubt stays in doubt: only the ledger's own answer leads out of it, and that is
     * asked for first thing when the work goes on.
     */
    public static Failure failure() {
      return new Failure(
          FailureKind.CONFIG,
          "dingledger",
          CODE,
          "运营方已暂停该租户 · the operator has suspended this tenant",
          Optional.of(LOOK_AGAIN));
    }

    /** Whether a failure is {@link #failure}. */
    public static boolean isCauseOf(Failure failure) {
      return failure.code().equals(CODE);
    }
  }

  /** What a company said, with no stop of the operator's. */
  public Standing(boolean isAuthorised, Instant since) {
    this(isAuthorised, since, Optional.empty());
  }

  /** Whether work is done: the company wants it and the operator did not stop it. */
  public boolean isActive() {
    return isAuthorised && suspension.isEmpty();
  }

  /** This standing after the company said something else; the operator's stop stays. */
  public Standing said(Standing byCompany) {
    return new Standing(byCompany.isAuthorised, byCompany.since, suspension);
  }

  /** This standing after the operator stopped the work. */
  public Standing suspended(Suspension stop) {
    return new Standing(isAuthorised, since, Optional.of(stop));
  }

  /** This standing without the operator's stop. */
  public Standing resumed() {
    return new Standing(isAuthorised, since);
  }
}

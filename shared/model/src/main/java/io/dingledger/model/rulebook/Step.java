package io.dingledger.model.rulebook;

import java.time.Instant;
import java.time.LocalDate;

/** One step in the life of a version, by somebody at some time. The history is made of them. */
public sealed interface Step {
  /** Who answers for it. */
  Signer by();

  /** When it was taken (UTC). */
  Instant at();

  /** The text was put forward; whoever did that is its author. */
  record Drafted(Signer by, Instant at) implements Step {}

  /**
   * It was tried out.
   *
   * @param proof on what
   */
  record Simulated(Proof proof, Signer by, Instant at) implements Step {}

  /**
   * Somebody who is not its author agreed to it.
   *
   * @param report the digest of the report that this person saw
   */
  record Approved(String report, Signer by, Instant at) implements Step {}

  /**
   * It is in force from a date on, until another one is.
   *
   * @param from the first business date, in the tenant's zone
   */
  record Activated(LocalDate from, Signer by, Instant at) implements Step {}

  /** It is no longer put forward. */
  record Withdrawn(Signer by, Instant at) implements Step {}
}

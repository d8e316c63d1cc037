package io.dingledger.patrol;

/** Something that the patrol does at each tenant, each in its own time. */
interface Task {
  /** What it is about, in words. */
  Area area();

  /** Whether its calls count against the tenant's monthly quota. */
  boolean isCounted();

  /**
   * Does what is due, as far as the round's time allows.
   *
   * @throws RuntimeException when a store or a queue can't be reached
   */
  Outcome run(Visit visit);
}

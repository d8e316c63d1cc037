package io.dingledger.simulator.world;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A rule book that was put in force.
 *
 * @param version its version
 * @param edition which of the simulator's rule books it is
 * @param from the first business date that it is in force for
 * @param at when it was put in force, by a clock that never jumps
 */
public record Enacted(String version, int edition, LocalDate from, Instant at) {}

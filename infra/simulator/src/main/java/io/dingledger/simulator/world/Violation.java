package io.dingledger.simulator.world;

import java.time.Instant;

/**
 * A promise that was broken.
 *
 * @param invariant which one, a stable word: a smaller run must break the same one
 * @param at when it was seen, by the time that is simulated
 * @param subject what it is about: a company and a document or a voucher's key
 * @param words what is wrong
 */
public record Violation(String invariant, Instant at, String subject, String words) {
  @Override
  public String toString() {
    return invariant + " · " + subject + ": " + words;
  }
}

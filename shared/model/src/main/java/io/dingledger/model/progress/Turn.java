package io.dingledger.model.progress;

import java.time.Instant;

/**
 * A voucher's place in the line before its ledger.
 *
 * @param at the moment kept for it (UTC)
 * @param waits how often it was told to wait since its last try, 1 or more
 */
public record Turn(Instant at, int waits) {}

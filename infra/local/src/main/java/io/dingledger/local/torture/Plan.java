package io.dingledger.local.torture;

import io.dingledger.local.torture.process.Role;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a torture is to do.
 *
 * @param documents how many claims are approved
 * @param length how long claims are approved and processes killed
 * @param leastKills processes are killed until there were so many, even if the time is over
 * @param killEvery the mean time from when all serve to the next kill; zero for none
 * @param victims who is killed
 * @param seed of claims, kills and the ledger's troubles
 * @param data the folder for everything; what a torture left there before is emptied
 * @param patience how long the rest may take after the last kill, and a system elsewhere until it
 *     takes the first callbacks
 * @param realTimes whether leases and time-outs are those of a deployment
 * @param clockJumps whether clocks of processes are wrong or jump
 * @param proxy whether a proxy before the ledger cuts and holds up lines
 * @param url the front door of a system that runs elsewhere; empty for processes of our own
 * @param dingTalkPort the port of the first sandbox DingTalk, the next companies' follow; 0 for any
 * @param ledgerPort the ledger's port, 0 for any
 * @param ledgerAddress where the system is told to reach the ledger, for a proxy of somebody
 *     else's; empty for the ledger's own address or that of our proxy
 */
public record Plan(
    int documents,
    Duration length,
    int leastKills,
    Duration killEvery,
    Set<Role> victims,
    long seed,
    Path data,
    Duration patience,
    boolean realTimes,
    boolean clockJumps,
    boolean proxy,
    Optional<URI> url,
    int dingTalkPort,
    int ledgerPort,
    Optional<URI> ledgerAddress) {
  public Plan {
    victims = Set.copyOf(victims);
  }

  /** Claims are approved in the first part of the time, so that kills also hit what is left. */
  Duration approvals() {
    return length.multipliedBy(3).dividedBy(4);
  }
}

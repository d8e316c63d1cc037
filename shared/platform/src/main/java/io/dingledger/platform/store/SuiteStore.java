package io.dingledger.platform.store;

import io.dingledger.model.access.Suites;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Suite;
import java.time.Instant;
import java.util.Optional;

/** The operator's third-party apps; credentials and tickets are sealed at rest. */
public interface SuiteStore extends Suites {
  /** The suite whose callbacks arrive under this key. */
  Optional<Suite> byCallbackKey(String callbackKey);

  /** Stores or replaces a suite; an earlier callback key stops working, the ticket stays. */
  void put(Suite suite);

  /**
   * Keeps a ticket if it is newer than the one that is kept.
   *
   * @param at when DingTalk made it (UTC)
   */
  void keepTicket(String suiteId, Secret ticket, Instant at);
}

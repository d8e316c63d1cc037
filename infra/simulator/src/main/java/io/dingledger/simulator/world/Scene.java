package io.dingledger.simulator.world;

import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a run shows to those who judge it. Nothing fails here, and nobody else moves meanwhile. */
public interface Scene {
  /** The time that is simulated. */
  Instant now();

  /** The companies, in the order in which they were settled. */
  List<TenantSettings> companies();

  /** A company's approvals, those that are still to come included, each family in its order. */
  List<Instance> instances(TenantSettings company);

  /** Everything in a company's ledger, in the order of booking: the truth of the run. */
  List<SimulatedLedger.Booked> book(TenantSettings company);

  /** The rule books that were put in force so far: version by the instant of its activation. */
  Map<String, Instant> books(TenantSettings company);

  /** The stores, as people and programs read them. */
  Platform stores();
}

package io.dingledger.simulator.world;

import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.Platform;
import io.dingledger.simulator.kernel.Chance;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a run shows to those who judge it. Nothing fails here, and nobody else moves meanwhile. */
public interface Scene {
  /** The time that is simulated. */
  Instant now();

  /** The companies, in the order in which they were settled. */
  List<TenantSettings> companies();

  /** A company's approvals, those that are still to come included, each family in its order. */
  List<Instance> instances(TenantSettings company);

  /** Everything that requests booked in a company's ledger, in that order: the truth of the run. */
  List<SimulatedLedger.Booked> book(TenantSettings company);

  /**
   * What people did in a company's ledger by hand: copies of vouchers, mark included, and vouchers
   * as they stand since somebody changed them, with the number that they had.
   */
  default List<SimulatedLedger.Booked> byPeople(TenantSettings company) {
    return List.of();
  }

  /** The rule books that were put in force so far, the first one first. */
  List<Enacted> books(TenantSettings company);

  /** The time as it would be had the clock never jumped: for how long something took. */
  Instant steady();

  /**
   * When a call last found that the whole table was away, in steady time: as long as it was, nobody
   * could write a word. {@link Instant#MIN} when it never was.
   */
  default Instant tableAwayAt() {
    return Instant.MIN;
  }

  /** The number of the worker that is at it, from 1; 0 is the simulator's own hand. */
  long worker();

  /** What may go wrong in this run. */
  Set<Fault> faults();

  /** What went wrong so far, in order. */
  List<Chance.Struck> struck();

  /** The texts of the messages in a queue, by its name in the template, received ones included. */
  List<String> messages(String queue);

  /** The stores, as people and programs read them. */
  Platform stores();
}

package io.dingledger.platform.store;

import io.dingledger.model.rulebook.LifeCycle;
import io.dingledger.model.rulebook.RuleBookVersion;
import io.dingledger.model.rulebook.Shelf;
import io.dingledger.model.rulebook.Step;
import io.dingledger.model.tenant.Tenant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where the versions of tenants' rule books stand, and which is in force when. */
public interface RuleBookLives {
  /** Where a version stands; empty when it was never put forward. */
  Optional<RuleBookVersion> find(Tenant tenant, String version);

  /** All versions that were ever put forward, the oldest first. */
  List<RuleBookVersion> all(Tenant tenant);

  /**
   * Takes a step from where the version stands at this moment, or refuses it. What is put in force
   * is on the shelf in the same instant.
   *
   * @param openFrom the first business date that may still change
   */
  LifeCycle.Outcome take(Tenant tenant, String version, Step step, LocalDate openFrom);

  /**
   * What is in force when. A change made elsewhere may be seen a little later.
   *
   * @return empty while nothing was ever put in force
   */
  Shelf shelf(Tenant tenant);
}

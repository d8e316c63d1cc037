package io.dingledger.simulator.world;

import io.dingledger.ledgers.hose.Flow;
import io.dingledger.ledgers.hose.Hose;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.Tenant;

/** No company of the simulation uses 合思. */
public enum NoHose implements Hose {
  INSTANCE;

  private static final Failure NOBODY = Failure.of(FailureKind.DATA, "hose", "NOBODY", "simulated");

  @Override
  public Answer<Flow> flow(Tenant tenant, HoseSettings settings, String flowId) {
    return new Answer.Failed<>(NOBODY);
  }

  @Override
  public Answer<Told> tell(Tenant tenant, HoseSettings settings, VoucherNumber number) {
    return new Answer.Failed<>(NOBODY);
  }
}

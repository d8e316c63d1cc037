package io.dingledger.platform.store;

import io.dingledger.platform.support.LocalDynamo;

class DynamoLedgerGateTest extends LedgerGateContract {
  @Override
  Table empty() {
    return new DynamoTable(LocalDynamo.client(), LocalDynamo.newTable());
  }
}

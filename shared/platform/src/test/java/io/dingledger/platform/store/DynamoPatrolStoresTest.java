package io.dingledger.platform.store;

import io.dingledger.platform.support.LocalDynamo;

class DynamoPatrolStoresTest extends PatrolStoresContract {
  @Override
  Table empty() {
    return new DynamoTable(LocalDynamo.client(), LocalDynamo.newTable());
  }
}

package io.dingledger.platform.store;

import io.dingledger.platform.support.LocalDynamo;

class DynamoSmallStoresTest extends SmallStoresContract {
  @Override
  Table empty() {
    return new DynamoTable(LocalDynamo.client(), LocalDynamo.newTable());
  }
}

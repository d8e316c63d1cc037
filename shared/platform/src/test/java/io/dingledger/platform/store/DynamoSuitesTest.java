package io.dingledger.platform.store;

import io.dingledger.platform.support.LocalDynamo;

class DynamoSuitesTest extends SuitesContract {
  @Override
  Table empty() {
    return new DynamoTable(LocalDynamo.client(), LocalDynamo.newTable());
  }
}

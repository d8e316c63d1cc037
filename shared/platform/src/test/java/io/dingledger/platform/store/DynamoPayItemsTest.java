package io.dingledger.platform.store;

import io.dingledger.platform.support.LocalDynamo;

class DynamoPayItemsTest extends PayItemsContract {
  @Override
  Table empty() {
    return new DynamoTable(LocalDynamo.client(), LocalDynamo.newTable());
  }
}

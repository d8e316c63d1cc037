package io.dingledger.platform.store;

import io.dingledger.platform.support.LocalDynamo;

class DynamoCallBudgetTest extends CallBudgetContract {
  @Override
  Table empty() {
    return new DynamoTable(LocalDynamo.client(), LocalDynamo.newTable());
  }
}

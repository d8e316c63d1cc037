package io.dingledger.platform.store;

import io.dingledger.platform.support.LocalDynamo;

class DynamoRuleBookLivesTest extends RuleBookLivesContract {
  @Override
  Table empty() {
    return new DynamoTable(LocalDynamo.client(), LocalDynamo.newTable());
  }
}

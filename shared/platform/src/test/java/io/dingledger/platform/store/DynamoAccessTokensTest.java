package io.dingledger.platform.store;

import io.dingledger.platform.support.LocalDynamo;

class DynamoAccessTokensTest extends AccessTokensContract {
  @Override
  Table empty() {
    return new DynamoTable(LocalDynamo.client(), LocalDynamo.newTable());
  }
}

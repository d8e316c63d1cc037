package io.dingledger.platform.store;

import io.dingledger.platform.support.LocalDynamo;

class DynamoSourcesTest extends SourcesContract {
  @Override
  Table empty() {
    return new DynamoTable(LocalDynamo.client(), LocalDynamo.newTable());
  }
}
